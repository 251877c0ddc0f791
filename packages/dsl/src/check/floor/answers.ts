import { fromMoment } from '@motcua/calendar'
import type { Cell } from '../../compile/cells.ts'
import type { CompiledEffect } from '../../compile/compiled.ts'
import { stableJson } from '../../compile/stable.ts'
import { decide } from '../../evaluate/decide.ts'
import { BadFacts, type Facts, readFacts, units } from '../../evaluate/facts.ts'
import type { QuestionInfo } from '../../vocabulary/questions.ts'
import type { Direction } from './direction.ts'
import type { Pair } from './pair.ts'
import type { Shown, Verdict } from './verdict.ts'

/** Decides a pair whose answers are not moments, by asking both everything they can be asked. */
export function compareAnswers(pair: Pair, direction: Direction): Verdict {
  const asked = askBoth(pair)
  if (!asked) return { is: 'undecided' }
  if (asked.some(({ national }) => national === null)) return { is: 'unwritten' }
  const failing = asked.find(({ own, national }) => !keeps(direction, own, national))
  if (!failing) return { is: 'kept' }
  return { is: alike.includes(direction) ? 'contradicts' : 'laxer', shown: failing }
}

/** Answers that have no more and no less. */
const alike: readonly Direction[] = ['same', 'yes-holds', 'no-holds']

/** What both answer; nothing where an answer needs facts of which there is no end. */
function askBoth(pair: Pair): Shown[] | undefined {
  try {
    return probesOf(pair).map((facts) => show(pair, facts))
  } catch (error) {
    if (error instanceof BadFacts || error instanceof RangeError) return undefined
    throw error
  }
}

/** The facts that matter: every total of every unit for a share of the whole time, every order of two days compared. */
function probesOf({ own, national, from }: Pair): Partial<Facts>[] {
  const ops = [own.does.op, national.does.op]
  if (ops.includes('share')) {
    return units.flatMap((unit) => Array.from({ length: 365 }, (_, i) => ({ limit: { n: i + 1, unit } })))
  }
  if (ops.includes('compare')) {
    const noon = from + 43_200
    return [-1, 0, 1].map((days) => ({
      moments: { dueAt: noon + 86_400, resultAt: noon + 86_400 * (1 + days) },
    }))
  }
  return [{}]
}

function show({ question, own, national, cells, from, calendar }: Pair, some: Partial<Facts>): Shown {
  const cell = cells[0]! as Facts['cell']
  const answer = (effect: CompiledEffect) => {
    const facts: Facts = { ...noFacts, asOf: from, cell, ...some }
    return decide({ question, effect, facts, calendar }).value
  }
  const instants = Object.entries(some.moments ?? {}).map(([name, at]) => [name, fromMoment(at)])
  return {
    facts: {
      ...givenCell(cells[0]!),
      ...Object.fromEntries(instants),
      ...(some.limit ? { limit: some.limit } : {}),
      ...(some.moments ? {} : { asOf: fromMoment(from + 32_400) }),
    },
    own: answer(own),
    national: answer(national),
  }
}

/** Facts of which none is given. */
export const noFacts: Facts = readFacts({ key: '', facts: [] } as unknown as QuestionInfo, {})

/** A cell as facts of a question. */
export const givenCell = (cell: Cell): Readonly<Record<string, unknown>> => ({ ...cell })

function keeps(direction: Direction, own: unknown, national: unknown): boolean {
  switch (direction) {
    case 'own':
      return true
    case 'no-more':
      return sizes(own, national, (a, b) => a <= b)
    case 'no-less':
      return sizes(own, national, (a, b) => a >= b)
    case 'all-of':
      return holds(membersOf(own), membersOf(national)) && quantifierKept(own, national)
    case 'none-but':
      return holds(membersOf(national), membersOf(own))
    case 'no-rarer':
      return stableJson(own) === stableJson(national) || noRarer(own, national)
    case 'yes-holds':
      return national !== true || own === true
    case 'no-holds':
      return national !== false || own === false
    default:
      return stableJson(own) === stableJson(national)
  }
}

/** Every period the nation sets is there, and as often. */
function noRarer(own: unknown, national: unknown): boolean {
  const [a, b] = [own, national] as { periods?: readonly string[]; atLeast?: number }[]
  return holds(a?.periods ?? [], b?.periods ?? []) && (a?.atLeast ?? 1) >= (b?.atLeast ?? 1)
}

/** Amounts of one unit are compared; hours and days are not, so an amount in another unit is never taken for less. */
function sizes(own: unknown, national: unknown, kept: (a: number, b: number) => boolean): boolean {
  if (typeof own === 'number' && typeof national === 'number') return kept(own, national)
  const [a, b] = [own, national] as { n: number; unit: string }[]
  return a?.unit === b?.unit && kept(a!.n, b!.n)
}

/** The members of a set, a list or a notification, in one list. */
export function membersOf(answer: unknown): readonly string[] {
  if (Array.isArray(answer)) return answer as string[]
  const { channels = [], plus = [] } = (answer ?? {}) as { channels?: string[]; plus?: string[] }
  return [...channels, ...plus]
}

const holds = (all: readonly string[], some: readonly string[]): boolean =>
  some.every((one) => all.includes(one))

/** Where the nation has a notice go through every channel, one of them is not enough. */
function quantifierKept(own: unknown, national: unknown): boolean {
  const weight = (answer: unknown) => weights[(answer as { mode?: string } | null)?.mode ?? ''] ?? 0
  return weight(own) >= weight(national)
}

const weights: Readonly<Record<string, number>> = { any: 1, one: 1, 'each-available': 2, all: 3 }
