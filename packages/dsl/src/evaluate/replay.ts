import type { Moment } from '@motcua/calendar'
import type { InstantFact } from '../vocabulary/facts.ts'
import type { BoundProgram } from './bind.ts'
import { BadFacts } from './facts.ts'
import { type Prepared, answerText, momentOf, prepare } from './prepare.ts'
import { type Layout, type Register, asOfSlot, firstMoment, intoRegister, layoutOf } from './register.ts'

/** The law a replay answers with: a tenant's, at each dossier's own moment or as it stands at one moment for all. */
export interface Side {
  readonly law: BoundProgram
  readonly asOf?: Moment
}

/** The facts of many dossiers, one column a fact. Moments are seconds; NaN where a dossier has none. */
export interface Columns {
  readonly question: string
  readonly count: number
  readonly moments: Readonly<Partial<Record<InstantFact, Float64Array>>>
  /** By dossier: the combination of its condition facts, as `columnsOf` counts them. */
  readonly cells: Uint16Array
  /** Published times and their units, where the question needs them. */
  readonly limits?: { readonly n: Float64Array; readonly unit: Float64Array }
}

/** A dossier whose date moves: its place in the columns, both dates and how far apart they are in seconds. */
export interface MovedDossier {
  readonly index: number
  readonly before: Moment
  readonly after: Moment
  readonly seconds: number
}

/** What a replay found. The counts add up to `count`. */
export interface Replay {
  readonly count: number
  readonly same: number
  readonly earlier: number
  readonly later: number
  /** Another answer that is no date. */
  readonly different: number
  /** Answered only after, and only before; the other side is not regulated. */
  readonly gained: number
  readonly lost: number
  /** Dossiers a side cannot answer: a fact is missing or the calendar ends first. */
  readonly unanswerable: number
  /** The dossier that moves furthest later, and furthest earlier; the first of equals. */
  readonly latest: MovedDossier | null
  readonly earliest: MovedDossier | null
  /** The first dossier that changes in any way; -1 where none does. */
  readonly firstChanged: number
}

/** Columns out of plain facts, such as `ask` takes. Throws BadFacts with the place of the dossier in its message. */
export function columnsOf(question: string, dossiers: readonly Readonly<Record<string, unknown>>[]): Columns {
  const layout = layoutOf(question)
  const count = dossiers.length
  const moments = layout.moments.map(() => new Float64Array(count))
  const cells = new Uint16Array(count)
  const limits = { n: new Float64Array(count), unit: new Float64Array(count) }
  const row = new Float64Array(layout.size)
  for (const [i, facts] of dossiers.entries()) {
    cells[i] = intoRegister(layout, facts, row)
    for (const [m, column] of moments.entries()) column[i] = row[firstMoment + m]!
    limits.n[i] = row[layout.limitN]!
    limits.unit[i] = row[layout.limitUnit]!
  }
  return {
    question,
    count,
    moments: Object.fromEntries(layout.moments.map((fact, m) => [fact, moments[m]!])),
    cells,
    ...(layout.info.facts.some(({ type }) => type === 'limit') ? { limits } : {}),
  }
}

/**
 * Answers the same dossiers under two laws and says how many answers change, which way, and the furthest. Facts are
 * those the dossiers have; only the law changes.
 */
export function replay(before: Side, after: Side, columns: Columns): Replay {
  const layout = layoutOf(columns.question)
  const { kind } = layout.info
  const laws = [before, after].map(({ law }) => prepare(law, columns.question)) as [Prepared, Prepared]
  const rows = [before, after].map(({ asOf }) => {
    const row = new Float64Array(layout.size).fill(NaN)
    if (asOf !== undefined) row[asOfSlot] = asOf
    return row
  }) as [Register, Register]
  return kind === 'deadline' || kind === 'day'
    ? replayDates(layout, laws, rows, columns)
    : replayAnswers(layout, laws, rows, columns)
}

const outside = Infinity

function replayDates(
  layout: Layout,
  [old, young]: readonly [Prepared, Prepared],
  [oldRow, youngRow]: readonly [Register, Register],
  columns: Columns,
): Replay {
  let [same, earlier, later, gained, lost, unanswerable] = [0, 0, 0, 0, 0, 0]
  let [latest, earliest, firstChanged] = [-1, -1, -1]
  let [furthestLater, furthestEarlier] = [0, 0]
  const fill = filler(layout, columns)
  const { cells, count } = columns
  const both = (i: number): [Moment, Moment] => {
    fill(oldRow, i)
    fill(youngRow, i)
    return [dateOr(old, oldRow, cells[i]!), dateOr(young, youngRow, cells[i]!)]
  }
  for (let i = 0; i < count; i++) {
    fill(oldRow, i)
    fill(youngRow, i)
    const a = dateOr(old, oldRow, cells[i]!)
    const b = dateOr(young, youngRow, cells[i]!)
    if (a === outside || b === outside) {
      unanswerable++
      continue
    }
    const moved = b - a
    if (moved === 0 || (a !== a && b !== b)) {
      same++
      continue
    }
    if (firstChanged < 0) firstChanged = i
    if (a !== a) gained++
    else if (b !== b) lost++
    else if (moved > 0) {
      later++
      if (moved > furthestLater) [furthestLater, latest] = [moved, i]
    } else {
      earlier++
      if (moved < furthestEarlier) [furthestEarlier, earliest] = [moved, i]
    }
  }
  const at = (index: number): MovedDossier | null => {
    if (index < 0) return null
    const [from, to] = both(index)
    return { index, before: from, after: to, seconds: to - from }
  }
  return {
    count,
    same,
    earlier,
    later,
    different: 0,
    gained,
    lost,
    unanswerable,
    latest: at(latest),
    earliest: at(earliest),
    firstChanged,
  }
}

function dateOr(prepared: Prepared, row: Register, cell: number): Moment {
  try {
    return momentOf(prepared, row, cell)
  } catch (cause) {
    if (!(cause instanceof BadFacts)) throw cause
    return outside
  }
}

/** Answers that are no dates repeat over few cells and versions, so they are compared as texts. */
function replayAnswers(
  layout: Layout,
  [old, young]: readonly [Prepared, Prepared],
  [oldRow, youngRow]: readonly [Register, Register],
  columns: Columns,
): Replay {
  let [same, different, gained, lost, unanswerable, firstChanged] = [0, 0, 0, 0, 0, -1]
  const fill = filler(layout, columns)
  const { cells, count } = columns
  for (let i = 0; i < count; i++) {
    fill(oldRow, i)
    fill(youngRow, i)
    const a = textOr(old, oldRow, cells[i]!)
    const b = textOr(young, youngRow, cells[i]!)
    if (a === undefined || b === undefined) unanswerable++
    else if (a === b) same++
    else {
      if (firstChanged < 0) firstChanged = i
      if (a === 'null') gained++
      else if (b === 'null') lost++
      else different++
    }
  }
  const none = { earlier: 0, later: 0, latest: null, earliest: null }
  return { count, same, different, gained, lost, unanswerable, firstChanged, ...none }
}

function textOr(prepared: Prepared, row: Register, cell: number): string | undefined {
  try {
    return answerText(prepared, row, cell)
  } catch (cause) {
    if (!(cause instanceof BadFacts)) throw cause
    return undefined
  }
}

/** Writes the facts of one dossier of the columns into a register; `asOf` stays what it is. */
function filler(layout: Layout, { moments, limits, count }: Columns): (row: Register, i: number) => void {
  const none = new Float64Array(count).fill(NaN)
  const columns = layout.moments.map((fact) => moments[fact] ?? none)
  const { n, unit } = limits ?? { n: none, unit: none }
  const { limitN, limitUnit } = layout
  return (row, i) => {
    for (let m = 0; m < columns.length; m++) row[firstMoment + m] = columns[m]![i]!
    row[limitN] = n[i]!
    row[limitUnit] = unit[i]!
  }
}
