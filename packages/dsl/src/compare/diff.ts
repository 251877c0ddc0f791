import { type CivilDate, toMoment } from '@motcua/calendar'
import { type Cell, cellsOf, dimsOf } from '../compile/cells.ts'
import type { LegalBasis } from '../compile/compiled.ts'
import { meaningOf } from '../compile/meaning.ts'
import { stableJson } from '../compile/stable.ts'
import type { Path } from '../evaluate/find.ts'
import type { Bilingual } from '../source/diagnostic.ts'
import { type QuestionInfo, type QuestionKind, questions } from '../vocabulary/questions.ts'
import { sayCells } from '../evaluate/say-cells.ts'
import { type Found, compareAnswers } from './compare-answers.ts'
import { termsOf } from './terms.ts'
import { type Probe, factsAt, probesOf } from './probes.ts'
import { sayChange } from './say-change.ts'
import { type Side, effectsOf, sideOf } from './side.ts'
import { type Version, regulationOf } from './version.ts'

/**
 * What becomes of a question from the first law to the second. `gained` and `lost`: only the one regulates it. `earlier`,
 * `later`, `mixed`: of deadlines. `fewer`, `more`: of numbers. `widened`, `narrowed`: of sets and lists. `other`: another
 * answer. `binding`: the same answer, chosen by another moment. `source`: the same answer, found another way (the
 * province itself, what it refers to, the nation). `place`: only the article moves.
 */
export type Way =
  | 'gained'
  | 'lost'
  | 'earlier'
  | 'later'
  | 'mixed'
  | 'fewer'
  | 'more'
  | 'widened'
  | 'narrowed'
  | 'other'
  | 'binding'
  | 'source'
  | 'place'

/** How one of the two laws stands to a question: how it comes to answer, where, and in which words. */
export interface Stand {
  readonly path: Path
  readonly basis: readonly LegalBasis[]
  readonly terms?: Bilingual
}

/** What becomes of one question in some cells from the first law to the second. */
export interface Change {
  readonly question: string
  readonly kind: QuestionKind
  readonly phrase: Bilingual
  readonly way: Way
  /** The cells it holds in, and the same in words; the words are empty where it is all of them. */
  readonly cells: readonly Cell[]
  readonly when: Bilingual
  readonly before: Stand
  readonly after: Stand
  /** Facts that show it, with both answers. */
  readonly witnesses: readonly Witness[]
  /** Of deadlines: the share of all moments at which the second is earlier, later, the same. */
  readonly shares?: { readonly earlier: number; readonly later: number; readonly same: number }
  /** The whole change in sentences: what it is, what each law says, the witnesses. */
  readonly sentences: readonly Bilingual[]
}

/** Facts on which the two laws do not answer alike, with both answers. */
export interface Witness {
  readonly facts: Readonly<Record<string, unknown>>
  readonly before: unknown
  readonly after: unknown
}

/** All that changes in meaning from one law to another. */
export interface Difference {
  readonly before: Compared
  readonly after: Compared
  readonly changes: readonly Change[]
  /** Questions that stand in both laws alike, or in neither. */
  readonly unchanged: readonly string[]
}

/** One of the two laws, as it is called. */
export interface Compared {
  readonly number: string | null
  readonly title: Bilingual | null
  readonly asOf: CivilDate
}

/**
 * What changes in meaning from one law to another, question by question and cell by cell, whatever the layout and the
 * language of the files. Deadlines are compared at every moment of the year that begins on the day the second law is
 * asked on, or of the last year the calendar covers. Both are counted in the office hours of the second.
 */
export function diff(before: Version, after: Version): Difference {
  const changes = questions.flatMap((question) => changesOf(question, before, after))
  const changed = new Set(changes.map(({ question }) => question))
  return {
    before: compared(before),
    after: compared(after),
    changes,
    unchanged: questions.flatMap(({ key }) => (changed.has(key) ? [] : [key])),
  }
}

function compared(version: Version): Compared {
  const found = regulationOf(version)
  return { number: found?.number ?? null, title: found?.title ?? null, asOf: version.asOf }
}

/** Cells in which both laws go by the same effects change alike; those that are told alike are told once. */
function changesOf(question: QuestionInfo, before: Version, after: Version): Change[] {
  const probes = probesOf(question)
  const [probe] = probes as [Probe]
  const at = toMoment(`${after.asOf}T10:00:00+07:00` as Parameters<typeof toMoment>[0])
  const pairs = cellsOf(question).map((cell) => {
    const facts = { ...factsAt(probe, at), ...cell }
    return { cell, sides: [sideOf(before, question, facts), sideOf(after, question, facts)] as const }
  })
  const groups = Map.groupBy(pairs, ({ sides }) => stableJson(sides))
  const found = [...groups.values()].flatMap((group) => {
    const cells = group.map(({ cell }) => cell)
    const [a, b] = group[0]!.sides
    const same = compareSides(question, before, a, after, b, cells[0]!, probes)
    return same ? [{ cells, stands: [standOf(before, a), standOf(after, b)] as const, ...same }] : []
  })
  const alike = Map.groupBy(found, ({ stands, way }) => stableJson([way, stands]))
  return [...alike.values()].map((group) => {
    const { stands, cells: _, ...first } = group[0]!
    const cells = group.flatMap((one) => one.cells)
    const change = {
      question: question.key,
      kind: question.kind,
      phrase: question.phrase,
      ...first,
      cells,
      when: sayCells(cells, dimsOf(question)),
      before: stands[0],
      after: stands[1],
    }
    return { ...change, sentences: sayChange(change, compared(before), compared(after)) }
  })
}

function standOf(version: Version, { path, basis, answering }: Side): Stand {
  return { path, basis, ...(answering === undefined ? {} : { terms: termsOf(version, answering) }) }
}

/** What is different between the two laws in one cell, or nothing where they are the same to the letter. */
function compareSides(
  question: QuestionInfo,
  before: Version,
  a: Side,
  after: Version,
  b: Side,
  cell: Cell,
  probes: readonly Probe[],
): Found | undefined {
  if (a.path === 'silent' && b.path === 'silent') return undefined
  const meanings = [effectsOf(before, a), effectsOf(after, b)].map((effects) =>
    stableJson(effects.map(meaningOf)),
  )
  if (meanings[0] !== meanings[1]) {
    const found = compareAnswers(question, [before, a], [after, b], cell, probes)
    if (found) return found
  }
  const binds = ([version, side]: readonly [Version, Side]) =>
    side.answering === undefined ? '' : version.law.program.compiled.effects[side.touched[0]!]!.binds
  if (binds([before, a]) !== binds([after, b])) return { way: 'binding', witnesses: [] }
  if (a.path !== b.path) return { way: 'source', witnesses: [] }
  return stableJson(a.basis) === stableJson(b.basis) ? undefined : { way: 'place', witnesses: [] }
}
