import type { CivilDate } from '@motcua/calendar'
import { z } from 'zod'
import { intakeModes, type IntakeMode } from '../words.ts'
import { DayInput } from '../when.ts'

/** What may be due for a procedure: phí, lệ phí, thuế. The regulations treat the first two alike (AMB-28). */
export const feeKinds = ['fees', 'charges', 'taxes'] as const
export type FeeKind = (typeof feeKinds)[number]

/** Most đồng of one line: beyond it something was mistyped. */
export const mostDong = 1_000_000_000

/** One line of a province's fee table: what is due, when which case comes in by which way. */
export const FeeRate = z.object({
  procedure: z.string(),
  /** Cases it is for; every case where none is named. */
  cases: z.array(z.string()),
  /** Ways in it is for; every way where none is named. */
  modes: z.array(z.enum(intakeModes)),
  item: z.string().min(1).max(200),
  kind: z.enum(feeKinds),
  /** Đồng for each unit; 0 says that nothing is due. */
  amount: z.int().nonnegative().max(mostDong),
  /** What is counted: `bản`, `trang`, `người` … one for the dossier where nothing is said. */
  per: z.string().max(40).optional(),
  /** Field of the form that says how many. */
  countBy: z.string().optional(),
  /** People this line is for instead of the usual one (hộ nghèo, người có công …). */
  forWhom: z.string().max(120).optional(),
  /** Whether it is paid before the dossier is accepted, where the province's regulation knows such payments. */
  due: z.enum(['filing', 'result']),
  from: DayInput,
  to: DayInput.optional(),
  /** The act that sets the amount. */
  basis: z.string().min(1).max(300),
})
export type FeeRate = z.infer<typeof FeeRate>

/** One line of what a dossier owes. */
export interface FeeLine {
  readonly item: string
  readonly kind: FeeKind
  /** Đồng for each. */
  readonly amount: number
  readonly count: number
  readonly per?: string
  readonly forWhom?: string
  readonly basis: string
}

/** What the table is asked. */
export interface FeeQuestion {
  readonly procedure: string
  readonly caseId: string
  readonly mode: IntakeMode
  readonly on: CivilDate
  /** How many, by the field that says so. */
  readonly counts: Readonly<Record<string, string>>
  /** The group of people the applicant belongs to, where the office found so. */
  readonly forWhom?: string | undefined
}

/** What is due, and whether any of it before acceptance; undefined where the table has no line for such a dossier. */
export function feeOf(
  rates: readonly FeeRate[],
  question: FeeQuestion,
): { lines: FeeLine[]; due: 'filing' | 'result' } | undefined {
  const fitting = rates.filter((rate) => fits(rate, question))
  const special = new Set(
    fitting.filter(({ forWhom }) => forWhom && forWhom === question.forWhom).map(({ item }) => item),
  )
  const found = fitting.filter(({ item, forWhom }) =>
    special.has(item) ? forWhom === question.forWhom : forWhom === undefined,
  )
  if (found.length === 0) return undefined
  return {
    lines: found.map((rate) => lineOf(rate, question)).filter(({ count }) => count > 0),
    due: found.some(({ due }) => due === 'filing') ? 'filing' : 'result',
  }
}

/** Đồng of all lines. */
export function totalOf(lines: readonly FeeLine[]): number {
  return lines.reduce((sum, { amount, count }) => sum + amount * count, 0)
}

/** Groups of people the table has lines of their own for. */
export function groupsOf(rates: readonly FeeRate[], question: FeeQuestion): string[] {
  const groups = rates.filter((rate) => fits(rate, question)).flatMap(({ forWhom }) => forWhom ?? [])
  return [...new Set(groups)]
}

/** Fields by which the table counts. */
export function countedBy(
  rates: readonly FeeRate[],
  question: FeeQuestion,
): { field: string; per: string }[] {
  const counted = rates.filter((rate) => rate.countBy && fits(rate, question))
  return [...new Map(counted.map(({ countBy, per = '' }) => [countBy!, { field: countBy!, per }])).values()]
}

function fits(rate: FeeRate, { procedure, caseId, mode, on }: FeeQuestion): boolean {
  return (
    rate.procedure === procedure &&
    (rate.cases.length === 0 || rate.cases.includes(caseId)) &&
    (rate.modes.length === 0 || rate.modes.includes(mode)) &&
    rate.from <= on &&
    (rate.to === undefined || on <= rate.to)
  )
}

function lineOf(rate: FeeRate, { counts }: FeeQuestion): FeeLine {
  const { item, kind, amount, per, forWhom, basis, countBy } = rate
  return {
    item,
    kind,
    amount,
    count: countBy ? countIn(counts[countBy]) : 1,
    ...(per && { per }),
    ...(forWhom && { forWhom }),
    basis,
  }
}

/** A count as a form holds it; nothing said is none. */
function countIn(text: string | undefined): number {
  const count = Number((text ?? '').trim() || 0)
  return Number.isInteger(count) && count >= 0 && count <= 1000 ? count : 0
}
