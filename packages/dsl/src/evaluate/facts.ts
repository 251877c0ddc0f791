import { type Moment, day, readMoment } from '@motcua/calendar'
import { type InstantFact, dimensions, instantFacts, isDimension } from '../vocabulary/facts.ts'
import { type Measure, type NumberFact, numbers } from '../vocabulary/figures.ts'
import type { QuestionInfo } from '../vocabulary/questions.ts'
import type { Bilingual } from '../source/diagnostic.ts'
import type { Unit } from '../ast/nodes.ts'

/** The question is not on the closed list. */
export class UnknownQuestion extends Error {
  override readonly name = 'UnknownQuestion'
  readonly code = 'unknown-question'
  /** The message, which is English, in Vietnamese. */
  readonly vi: string

  constructor(question: string) {
    super(`the system asks no question \`${question}\``)
    this.vi = `hệ thống không có câu hỏi \`${question}\``
  }
}

/** A fact is missing, of the wrong type, or not a fact at all; `fact` says which. */
export class BadFacts extends Error {
  override readonly name = 'BadFacts'
  readonly code: 'missing-fact' | 'wrong-fact' | 'unknown-fact' | 'outside-calendar'
  readonly fact: string

  /** The message, which is English, in Vietnamese. */
  readonly vi: string

  constructor(code: BadFacts['code'], fact: string, { vi, en }: Bilingual) {
    super(en)
    this.code = code
    this.fact = fact
    this.vi = vi
  }
}

/** Facts inside: moments as seconds, conditions as values. */
export interface Facts {
  readonly asOf: Moment | undefined
  readonly moments: Readonly<Partial<Record<InstantFact, Moment>>>
  readonly cell: Readonly<Record<string, string | boolean>>
  readonly limit: { readonly n: number; readonly unit: Unit } | undefined
  /** The moment the matter began, where a fact tells it: what a transition clause asks for. */
  readonly beganAt: Moment | undefined
  /** Numbers that are known; what nobody counted is not there. */
  readonly numbers: Readonly<Partial<Record<NumberFact, number>>>
  /** Times the dossier stood still, with what for; one that lasts still has no end. */
  readonly pauses?: readonly (Given & { readonly reason: string })[]
  /** Times the System was out. */
  readonly outages?: readonly Given[]
}

/** A stretch of time; without an end where it lasts still. */
export interface Given {
  readonly from: Moment
  readonly to?: Moment
}

/** Moments with which a matter begins; the earliest that is given counts, whether or not the question knows it. */
const beginnings = [
  'submittedAt',
  'acceptedAt',
  'receivedAt',
  'registrationReceivedAt',
  'appraisalReceivedAt',
  'decisionReceivedAt',
  'requestReceivedAt',
  'noticedAt',
] as const satisfies readonly InstantFact[]

/** The units a length of time may be given in. */
export const units: readonly Unit[] = [
  'working-hour',
  'working-day',
  'calendar-day',
  'month',
  'minute',
  'clock-hour',
]
const factNames: ReadonlySet<string> = new Set([
  ...['asOf', 'limit', 'pauses', 'outages'],
  ...instantFacts,
  ...Object.keys(dimensions),
  ...Object.keys(numbers),
])

/** Reads the facts of a question from plain JSON: ISO 8601 instants, `{n, unit}`, words and booleans. */
export function readFacts(question: QuestionInfo, given: Readonly<Record<string, unknown>>): Facts {
  // The one fact with which the matter begins; null where there are several.
  let begins: string | null | undefined
  for (const name in given) {
    if (!Object.hasOwn(given, name)) continue
    if (!factNames.has(name)) {
      throw new BadFacts('unknown-fact', name, {
        vi: `\`${name}\` không phải là dữ kiện của câu hỏi nào`,
        en: `\`${name}\` is not a fact of any question`,
      })
    }
    if (begin.has(name)) begins = begins === undefined ? name : null
  }
  const moments: Partial<Record<InstantFact, Moment>> = {}
  const cell: Record<string, string | boolean> = {}
  const known: Partial<Record<NumberFact, number>> = {}
  let limit: Facts['limit']
  let stretches: Pick<Facts, 'pauses' | 'outages'> | undefined
  for (const { name, type, required, default: usual } of question.facts) {
    if (name === 'asOf') continue
    const value = given[name]
    if (value == null) {
      if (usual !== undefined) cell[name] = usual
      else if (required) throw missing(name, question)
    } else if (type === 'instant') moments[name as InstantFact] = momentOf(name, value)
    else if (type === 'limit') limit = limitOf(value)
    else if (type === 'number') known[name as NumberFact] = numberOf(name as NumberFact, value)
    else if (type === 'pauses') stretches = { ...stretches, pauses: pausesOf(value) }
    else if (type === 'outages')
      stretches = { ...stretches, outages: stretchList('outages', value).map(ends) }
    else cell[name] = valueOf(name, value)
  }
  const asOf = given.asOf == null ? undefined : momentOf('asOf', given.asOf)
  const began = beginning(begins, moments, given)
  const facts: Facts = { asOf, moments, cell, limit, numbers: known, beganAt: began }
  return stretches ? { ...facts, ...stretches } : facts
}

const begin: ReadonlySet<string> = new Set(beginnings)

/** The earliest beginning; where the matter begins with one fact that is read already, that. */
function beginning(
  one: string | null | undefined,
  moments: Facts['moments'],
  given: Readonly<Record<string, unknown>>,
): Moment | undefined {
  if (one === undefined) return undefined
  const read = one === null ? undefined : moments[one as InstantFact]
  if (read !== undefined) return read
  let first: Moment | undefined
  for (const name of beginnings) {
    const value = given[name]
    if (value == null) continue
    const at = moments[name] ?? momentOf(name, value)
    if (first === undefined || at < first) first = at
  }
  return first
}

/** The fault of facts that lack one the question needs. */
export const missing = (name: string, { key }: QuestionInfo): BadFacts =>
  new BadFacts('missing-fact', name, {
    vi: `\`${key}\` cần dữ kiện \`${name}\``,
    en: `\`${key}\` needs the fact \`${name}\``,
  })

/** An instant with its offset; a bare day is the beginning of that day in Vietnam. */
function momentOf(name: string, value: unknown): Moment {
  try {
    if (typeof value === 'string') {
      return readMoment(value.length === 10 ? `${day(value)}T00:00:00+07:00` : value)
    }
  } catch (cause) {
    throw Object.assign(wrong(name, value, anInstant), { cause })
  }
  throw wrong(name, value, anInstant)
}

function limitOf(value: unknown): NonNullable<Facts['limit']> {
  const { n, unit } = (value ?? {}) as { n?: unknown; unit?: unknown }
  if (
    typeof n === 'number' &&
    Number.isInteger(n) &&
    n >= 0 &&
    typeof unit === 'string' &&
    (units as readonly string[]).includes(unit)
  ) {
    return { n, unit: unit as Unit }
  }
  throw wrong('limit', value, {
    vi: 'thời hạn, ví dụ `{"n":10,"unit":"working-day"}`',
    en: 'a limit such as `{"n":10,"unit":"working-day"}`',
  })
}

/** A whole number of things, a percentage or points; never below nought, and a share never above the whole. */
function numberOf(name: NumberFact, value: unknown): number {
  const measure = numbers[name]
  const most = measure === 'percent' ? 100 : Number.MAX_SAFE_INTEGER
  if (typeof value === 'number' && value >= 0 && value <= most) {
    if (measure !== 'count' || Number.isInteger(value)) return value
  }
  throw wrong(name, value, wantedNumbers[measure])
}

const wantedNumbers: Readonly<Record<Measure, Bilingual>> = {
  count: { vi: 'một số nguyên không âm', en: 'a whole number from 0 up' },
  percent: { vi: 'một số từ 0 đến 100', en: 'a number from 0 to 100' },
  points: { vi: 'một số không âm', en: 'a number from 0 up' },
}
type Plain = { readonly from: Moment; readonly to?: Moment; readonly reason: unknown }

function stretchList(name: 'pauses' | 'outages', value: unknown): Plain[] {
  const sample = '`[{"from":"2026-03-02T09:00:00+07:00","to":"2026-03-04T10:00:00+07:00"}]`'
  const wanted = { vi: `danh sách như ${sample}`, en: `a list such as ${sample}` }
  if (!Array.isArray(value)) throw wrong(name, value, wanted)
  return value.map((one: unknown) => {
    const { from, to, reason } = (one ?? {}) as { from?: unknown; to?: unknown; reason?: unknown }
    const begins = momentOf(name, from)
    if (to == null) return { from: begins, reason }
    const over = momentOf(name, to)
    if (over < begins)
      throw wrong(name, one, {
        vi: 'khoảng thời gian kết thúc sau khi bắt đầu',
        en: 'a stretch that ends after it begins',
      })
    return { from: begins, to: over, reason }
  })
}

const ends = ({ from, to }: Plain): Given => ({ from, ...(to === undefined ? {} : { to }) })

const pausesOf = (value: unknown): NonNullable<Facts['pauses']> =>
  stretchList('pauses', value).map((one) => ({
    ...ends(one),
    reason: valueOf('pauseReason', one.reason) as string,
  }))

function valueOf(name: string, value: unknown): string | boolean {
  const values: readonly unknown[] = isDimension(name) ? dimensions[name] : []
  const plain = typeof value === 'number' ? String(value) : value
  if (values.includes(plain)) return plain as string | boolean
  const list = values.map((one) => `\`${String(one)}\``).join(', ')
  throw wrong(name, value, { vi: `một trong ${list}`, en: `one of ${list}` })
}

const anInstant: Bilingual = {
  vi: 'một thời điểm, ví dụ `2026-03-06T17:30:00+07:00`',
  en: 'an instant such as `2026-03-06T17:30:00+07:00`',
}

function wrong(name: string, value: unknown, wanted: Bilingual): BadFacts {
  const found = JSON.stringify(value)
  return new BadFacts('wrong-fact', name, {
    vi: `\`${name}\` phải là ${wanted.vi}, thay vì \`${found}\``,
    en: `\`${name}\` must be ${wanted.en}, found \`${found}\``,
  })
}
