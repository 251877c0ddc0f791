import type { Case, ChannelMode, Example, ExampleValue, Regulation } from '../ast/nodes.ts'
import { homesOf } from '../compile/homes.ts'
import { type Program, nationalPart } from '../compile/program.ts'
import { stableJson } from '../compile/stable.ts'
import { type Diagnostic, type Findings, newFindings } from '../source/diagnostic.ts'
import type { Span } from '../source/span.ts'
import { questionOf } from '../vocabulary/questions.ts'
import { askTouching } from './ask.ts'
import { type BoundProgram, bindCalendar, programOf } from './bind.ts'
import { appliedTo, noData } from './example-figures.ts'
import { BadFacts } from './facts.ts'
import type { Reminders } from './reminders.ts'

/** How one `ví dụ` of a file came out. */
export interface ExampleResult {
  readonly path: string
  readonly title: string
  readonly question: string
  readonly passed: boolean
  readonly expected: unknown
  /** What the law answers now; the message of the fault where it cannot answer. */
  readonly found: unknown
  readonly span: Span
}

/** What came of the examples of a program. */
export interface ExampleRun {
  readonly results: readonly ExampleResult[]
  /** Cases of rules that no example reaches. */
  readonly uncovered: readonly { readonly question: string; readonly span: Span }[]
  /** E1001 for each example that fails, W1002 for each case without one. */
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Runs the examples written in the files, each with the office hours its file names. Examples of national acts are
 * worked without the province. Only files whose path is in `paths` are run, where it is given.
 */
export function runExamples(program: Program | BoundProgram, paths?: readonly string[]): ExampleRun {
  const whole = programOf(program)
  let national: Program | undefined
  const findings = newFindings()
  const results: ExampleResult[] = []
  const uncovered: { question: string; span: Span }[] = []
  const reached = new Set<Case>()
  const wanted = (one: Regulation) => !paths || paths.includes(one.path)
  for (const tree of whole.trees.filter(wanted)) {
    if (tree.examples.length === 0) continue
    const home = tree.national ? (national ??= nationalPart(whole)) : whole
    const cases = homesOf(home.trees)
    const bound = bindCalendar(home, tree.exampleHours!)
    for (const example of tree.examples) {
      const result = runOne(bound, tree.path, example, (effect) => reached.add(cases[effect]!.one))
      results.push(result)
      if (!result.passed) failed(result, findings)
    }
  }
  for (const { one, rule, tree } of homesOf(whole.trees)) {
    // What is not recorded has no answer to show.
    if (one.effects.some(({ k }) => k === 'notRecorded')) continue
    if (reached.has(one) || !wanted(tree)) continue
    const { phrase } = questionOf.get(rule.question)!
    uncovered.push({ question: rule.question, span: one.span })
    findings.add('W1002', one.span, {
      vi: `không ví dụ nào của «${phrase.vi}» rơi vào trường hợp này`,
      en: `no example of \`${phrase.en}\` falls under this case`,
    })
  }
  return { results, uncovered, diagnostics: findings.list }
}

function runOne(
  bound: BoundProgram,
  path: string,
  example: Example,
  reach: (effect: number) => void,
): ExampleResult {
  const { title, question, span } = example
  const expected = valueOf(example.expect)
  const head = { path, title, question, expected, span }
  try {
    const { facts, apply } = appliedTo(example)
    const { answer: bare, touched, noData: unknown } = askTouching(bound, question, facts)
    const answer = example.expect.k === 'instants' ? momentsIn(bare) : unknown ? noData : apply(bare)
    touched.forEach(reach)
    const found = foundFor(example, bound, touched, answer)
    return { ...head, passed: same(found, expected, question), found }
  } catch (cause) {
    if (!(cause instanceof BadFacts)) throw cause
    return { ...head, passed: false, found: cause.message }
  }
}

/** What an example is held against: the answer, or for some values the words of the rule it comes from. */
function foundFor({ expect }: Example, bound: BoundProgram, touched: readonly number[], answer: unknown) {
  if (expect.k === 'notice') return choiceOf(bound, touched)
  if (expect.k !== 'notAtHand') return answer
  const does = bound.program.compiled.effects[touched.at(-1) ?? -1]?.does
  return does?.op === 'notRecorded' ? notAtHand : answer
}

/** A place that is reached and whose text is not at hand answers nothing, as silence does; an example tells them apart. */
const notAtHand = 'not at hand'

/** Every moment of reminders, those that come again after the others. */
function momentsIn(answer: unknown): unknown {
  const { at, again } = (answer ?? {}) as Partial<Reminders>
  return at ? [...at, ...(again?.at ?? [])] : answer
}

function valueOf(expect: ExampleValue): unknown {
  switch (expect.k) {
    case 'instant':
    case 'day':
      return expect.at
    case 'instants':
      return expect.at
    case 'agreed':
      return { by: 'agreement', ...(expect.n === undefined ? {} : { n: expect.n, unit: expect.unit }) }
    case 'amount':
      return { n: expect.n, unit: expect.unit }
    case 'count':
      return expect.n
    case 'text':
      return expect.text
    case 'schedule':
      return expect.schedule
    case 'set':
      return expect.of
    case 'notice':
      return choice(expect.mode, expect.channels, expect.plus, expect.default ?? null)
    case 'word':
      return expect.word
    case 'flag':
      return expect.yes
    case 'number':
      return expect.n
    case 'noData':
      return noData
    case 'scale':
      return expect.grades
    case 'moves':
      return expect.moves.map(({ from, to, by, atOnce }) => ({ from, to, by: by ?? null, atOnce }))
    case 'notAtHand':
      return notAtHand
    case 'silent':
      return null
  }
  expect satisfies never
}

/** Sets are compared as sets; the order of a list, of channels or of look-up fields, is the article's own. */
function same(found: unknown, expected: unknown, question: string): boolean {
  if (stableJson(found) === stableJson(expected)) return true
  const { kind } = questionOf.get(question)!
  if (kind === 'schedule') return stableJson(found) === stableJson({ periods: expected })
  if (kind !== 'set' || !Array.isArray(expected)) return false
  return stableJson(found) === stableJson(expected.toSorted())
}

/** What an example that names a quantifier is held against: the words of the rule, not only the channels. */
function choiceOf({ program }: BoundProgram, touched: readonly number[]): unknown {
  const does = program.compiled.effects[touched.at(-1) ?? -1]?.does
  return does?.op === 'channels' ? choice(does.mode, does.channels, does.plus, does.default) : null
}

const choice = (
  mode: ChannelMode,
  channels: readonly string[],
  plus: readonly string[],
  usual: string | null,
) => ({
  mode,
  channels,
  ...(plus.length > 0 ? { plus } : {}),
  ...(usual === null ? {} : { default: usual }),
})

function failed({ title, expected, found, span }: ExampleResult, findings: Findings): void {
  findings.add('E1001', span, {
    vi: `ví dụ «${title}» không đúng: cần ${stableJson(expected)}, pháp luật trả lời ${stableJson(found)}`,
    en: `the example \`${title}\` fails: expected ${stableJson(expected)}, the law answers ${stableJson(found)}`,
  })
}
