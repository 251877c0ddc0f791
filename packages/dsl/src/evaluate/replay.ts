import type { Moment } from '@motcua/calendar'
import type { BoundProgram } from './bind.ts'
import { BadFacts, type Facts, readFacts } from './facts.ts'
import { type Prepared, answerText, momentAsked, momentOf, prepare, textAsked } from './prepare.ts'
import { type Register, asOfSlot, intoRegister, layoutOf, noRegister } from './register.ts'

/** The law a replay answers with: a tenant's, at each dossier's own moment or as it stands at one moment for all. */
export interface Side {
  readonly law: BoundProgram
  readonly asOf?: Moment
}

/** The facts of many dossiers as numbers: their registers one after another, and the cell of each one's conditions. */
export interface Columns {
  readonly question: string
  readonly count: number
  readonly facts: Float64Array
  readonly cells: Uint16Array
  /** The dossiers whose facts no register holds, such as those with pauses: they are asked one by one. */
  readonly others: ReadonlyMap<number, Facts>
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

/** Columns out of plain facts, such as `ask` takes. Throws UnknownQuestion and BadFacts. */
export function columnsOf(question: string, dossiers: readonly Readonly<Record<string, unknown>>[]): Columns {
  const layout = layoutOf(question)
  const count = dossiers.length
  const facts = new Float64Array(count * layout.size)
  const cells = new Uint16Array(count)
  const others = new Map<number, Facts>()
  for (const [i, given] of dossiers.entries()) {
    const cell = intoRegister(layout, given, facts.subarray(i * layout.size))
    if (cell === noRegister) others.set(i, readFacts(layout.info, given))
    else cells[i] = cell
  }
  return { question, count, facts, cells, others }
}

/**
 * Answers the same dossiers under two laws and says how many answers change, which way, and the furthest. Facts are
 * those the dossiers have; only the law changes.
 */
export function replay(before: Side, after: Side, columns: Columns): Replay {
  const { kind } = layoutOf(columns.question).info
  const sides: Sides = [
    { law: prepare(before.law, columns.question), asOf: before.asOf },
    { law: prepare(after.law, columns.question), asOf: after.asOf },
  ]
  return kind === 'deadline' || kind === 'day' ? replayDates(sides, columns) : replayAnswers(sides, columns)
}

type Sides = readonly [ReadySide, ReadySide]
interface ReadySide {
  readonly law: Prepared
  readonly asOf: Moment | undefined
}

const outside = Infinity

function replayDates([old, young]: Sides, columns: Columns): Replay {
  let [same, earlier, later, gained, lost, unanswerable] = [0, 0, 0, 0, 0, 0]
  let [latest, earliest, firstChanged] = [-1, -1, -1]
  let [furthestLater, furthestEarlier] = [0, 0]
  const { cells, count, others } = columns
  const { size } = old.law.layout
  const row = new Float64Array(size)
  for (let i = 0; i < count; i++) {
    const other = others.size === 0 ? undefined : others.get(i)
    load(columns, size, i, row)
    const own = row[asOfSlot]!
    const a = dateBy(old, row, cells[i]!, other)
    row[asOfSlot] = own
    const b = dateBy(young, row, cells[i]!, other)
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
    const [from, to] = [old, young].map((side) => {
      load(columns, size, index, row)
      return dateBy(side, row, cells[index]!, others.get(index))
    }) as [Moment, Moment]
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

/** Writes the register of one dossier of the columns. */
function load({ facts }: Columns, size: number, index: number, row: Register): void {
  for (let slot = 0, at = index * size; slot < size; slot++) row[slot] = facts[at + slot]!
}

function dateBy({ law, asOf }: ReadySide, row: Register, cell: number, other: Facts | undefined): Moment {
  if (asOf !== undefined) row[asOfSlot] = asOf
  try {
    return other ? momentAsked(law, { ...other, asOf: asOf ?? other.asOf }) : momentOf(law, row, cell)
  } catch (cause) {
    if (!(cause instanceof BadFacts)) throw cause
    return outside
  }
}

/** Answers that are no dates repeat over few cells and versions, so they are compared as texts. */
function replayAnswers([old, young]: Sides, columns: Columns): Replay {
  let [same, different, gained, lost, unanswerable, firstChanged] = [0, 0, 0, 0, 0, -1]
  const { cells, count, others } = columns
  const { size } = old.law.layout
  const row = new Float64Array(size)
  for (let i = 0; i < count; i++) {
    const other = others.size === 0 ? undefined : others.get(i)
    load(columns, size, i, row)
    const own = row[asOfSlot]!
    const a = textBy(old, row, cells[i]!, other)
    row[asOfSlot] = own
    const b = textBy(young, row, cells[i]!, other)
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

function textBy(
  { law, asOf }: ReadySide,
  row: Register,
  cell: number,
  other: Facts | undefined,
): string | undefined {
  if (asOf !== undefined) row[asOfSlot] = asOf
  try {
    return other ? textAsked(law, { ...other, asOf: asOf ?? other.asOf }) : answerText(law, row, cell)
  } catch (cause) {
    if (!(cause instanceof BadFacts)) throw cause
    return undefined
  }
}
