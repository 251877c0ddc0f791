import type { WorkCalendar } from '@motcua/calendar'
import type { Case, Regulation, Rule } from '../ast/nodes.ts'
import { type Cell, cellsOf, conditionFacts, holds, isOwn } from '../compile/cells.ts'
import type { CalendarDays } from '../compile/compiled.ts'
import { type Period, periodsOf } from '../compile/periods.ts'
import { both, sayDate } from '../evaluate/say.ts'
import { type Bilingual, type Diagnostic, type Findings, isError } from '../source/diagnostic.ts'
import { asExample, conditionText, exampleLine } from './example-line.ts'
import { officeOf } from './office.ts'
import { answerOfCase, sampleFacts } from './sample-facts.ts'
import { leavesOpen, unreachable } from './figures/grades.ts'
import type { Span } from '../source/span.ts'
import type { Dimension } from '../vocabulary/facts.ts'
import { type QuestionInfo, questionOf } from '../vocabulary/questions.ts'

/** The regulation that is checked, and the office its examples are worked in. */
interface Home {
  readonly regulation: Regulation
  readonly calendar: WorkCalendar | undefined
}

interface Placed {
  readonly rule: Rule
  readonly one: Case
}

/**
 * Exhaustive over the finite space of conditions, in every stretch of days with rules of their own: no cell may be
 * answered by two cases, no case may be without a cell, and rules that leave cells open must say that they are not
 * regulated.
 */
export function checkCases(regulation: Regulation, days: CalendarDays, findings: Findings): void {
  const home: Home = { regulation, calendar: officeOf(regulation, days)?.calendar }
  const byQuestion = Map.groupBy(regulation.rules, ({ question }) => question)
  for (const [key, rules] of byQuestion) {
    const question = questionOf.get(key)!
    const known = new Set<string>(question.facts.map(({ name }) => name))
    const placed = placedIn(rules)
    const readable =
      rules.every(({ broken }) => !broken) && spokenOf(placed).every(({ dim }) => known.has(dim))
    if (placed.length === 0 || !readable) continue
    const reached = new Set<Case>()
    const said = new Set<Case>()
    const periods = periodsOf(regulation, key)
    const covered = periods.map((period) => checkSpace(home, question, period, reached, said, findings))
    if (rules.every(({ otherwise }) => !otherwise)) checkGap(home, question, placed, covered, findings)
    checkHoles(regulation, question, periods, covered, findings)
    for (const { one } of placed) {
      if (!reached.has(one) && !one.rest) unreachable(one.when?.span ?? one.span, findings)
    }
    for (const rule of rules) checkOtherwise(rule, question, regulation, periods, reached, findings)
  }
}

const placedIn = (rules: readonly Rule[]): Placed[] =>
  rules.flatMap((rule) => rule.cases.map((one) => ({ rule, one })))

const ownCells = (regulation: Regulation, question: QuestionInfo): Cell[] =>
  cellsOf(question).filter((cell) => isOwn(regulation, cell))

/** Checks the cells of one period; gives for each whether a case answers it. */
function checkSpace(
  home: Home,
  question: QuestionInfo,
  { from, rules }: Period,
  reached: Set<Case>,
  said: Set<Case>,
  findings: Findings,
): boolean[] {
  const { regulation } = home
  const placed = placedIn(rules)
  const [rest, second] = placed.filter(({ one }) => one.rest)
  if (rest && second && !said.has(second.one)) {
    overlap(home, rest, second, question, {}, {}, from, findings)
    said.add(second.one)
  }
  return ownCells(regulation, question).map((cell) => {
    const [first, second] = placed.filter(({ one }) => !one.rest && holds(one.when, cell, regulation))
    if (first) reached.add(first.one)
    if (second) {
      reached.add(second.one)
      if (!said.has(second.one))
        overlap(home, first!, second, question, told(placed, cell), cell, from, findings)
      said.add(second.one)
    }
    if (!first && rest) reached.add(rest.one)
    return first !== undefined || rest !== undefined
  })
}

/** A case that no rule answers on any day. What a rule with days of its own answers is silent before and after them. */
function checkGap(
  home: Home,
  question: QuestionInfo,
  placed: readonly Placed[],
  covered: readonly (readonly boolean[])[],
  findings: Findings,
): void {
  const open = ownCells(home.regulation, question).find((_, i) => covered.every((period) => !period[i]))
  if (open) gap(home, placed, question, open, findings)
}

/** `trường hợp khác …` where every case is regulated already. */
function checkOtherwise(
  rule: Rule,
  question: QuestionInfo,
  regulation: Regulation,
  periods: readonly Period[],
  reached: ReadonlySet<Case>,
  findings: Findings,
): void {
  const rest = rule.cases.find((one) => one.rest)
  const span = rest && !reached.has(rest) ? rest.span : rule.otherwise
  if (!span) return
  const open =
    !rest &&
    periods
      .filter(({ rules }) => rules.includes(rule))
      .some(({ rules }) => {
        const cases = placedIn(rules)
        return ownCells(regulation, question).some((cell) =>
          cases.every(({ one }) => one.rest || !holds(one.when, cell, regulation)),
        )
      })
  if (open || leavesOpen(regulation, rule)) return
  findings.add('W0404', span, {
    vi: 'câu này thừa: mọi trường hợp đã được quy định',
    en: 'this line is superfluous: every case is regulated',
  })
}

/** Days between two rules for one question and one case on which neither holds. */
function checkHoles(
  regulation: Regulation,
  question: QuestionInfo,
  periods: readonly Period[],
  covered: readonly (readonly boolean[])[],
  findings: Findings,
): void {
  const cells = ownCells(regulation, question)
  for (const [i, { from }] of periods.entries()) {
    const isHole = (cell: number) =>
      !covered[i]![cell] && covered[i - 1]?.[cell] && covered.slice(i).some((period) => period[cell])
    const cell = cells.findIndex((_, at) => isHole(at))
    if (cell < 0) continue
    const next = periods.findIndex((_, at) => at > i && covered[at]![cell])
    const [start, end] = [sayDate(from!), sayDate(periods[next]!.from!)]
    const at = sayCell(told(placedIn(periods[next]!.rules), cells[cell]!), question)
    const rule = periods[next]!.rules.find(({ holds }) => holds?.from === periods[next]!.from)!
    findings.add('W0807', rule.holds!.span, {
      vi: `từ ${start.vi} đến trước ${end.vi} không có quy tắc nào về «${question.phrase.vi}»${at.vi && ` khi ${at.vi}`}; ví dụ ngày ${start.vi}`,
      en: `from ${start.en} until ${end.en} there is no rule for \`${question.phrase.en}\`${at.en && ` when ${at.en}`}; for example on ${start.en}`,
    })
  }
}

function overlap(
  home: Home,
  first: Placed,
  second: Placed,
  question: QuestionInfo,
  cell: Cell,
  whole: Cell,
  from: string | null,
  findings: Findings,
): void {
  const at = sayCell(cell, question)
  const since = sinceWords(from, [first.rule, second.rule])
  findings.add(
    'E0401',
    second.one.span,
    {
      vi: `hai trường hợp cùng trả lời «${question.phrase.vi}»${at.vi && ` khi ${at.vi}`}${since.vi}`,
      en: `two cases answer \`${question.phrase.en}\`${at.en && ` when ${at.en}`}${since.en}`,
    },
    {
      related: [{ span: first.one.span, message: { vi: 'trường hợp thứ nhất', en: 'the first case' } }],
      ...example(home, 'E0401', question, whole, first, findings),
    },
  )
}

/** The first day of a fault that is one only on some days. */
function sinceWords(from: string | null, rules: readonly Rule[]): Bilingual {
  const on = from ?? rules.map(({ holds }) => holds?.from).findLast((one) => one !== undefined)
  if (on === undefined) return { vi: '', en: '' }
  return { vi: ` từ ${sayDate(on).vi}`, en: ` from ${sayDate(on).en}` }
}

function gap(
  home: Home,
  placed: readonly Placed[],
  question: QuestionInfo,
  cell: Cell,
  findings: Findings,
): void {
  const at = sayCell(told(placed, cell), question)
  const span: Span = placed[0]!.rule.span
  findings.add(
    'E0402',
    span,
    {
      vi: `quy tắc chưa nói gì cho trường hợp ${at.vi}`,
      en: `the rule says nothing for the case of ${at.en}`,
    },
    {
      help: {
        vi: 'thêm một trường hợp, hoặc viết rõ: trường hợp khác không quy định',
        en: 'add a case, or say so: otherwise not regulated',
      },
      ...example(home, 'E0402', question, cell, undefined, findings),
    },
  )
}

/** The cell as an example: what the first case answers in it, or that nothing does. */
function example(
  { regulation, calendar }: Home,
  code: string,
  question: QuestionInfo,
  cell: Cell,
  placed: Placed | undefined,
  findings: Findings,
): Pick<Diagnostic, 'example'> {
  if (!calendar) return {}
  const facts = sampleFacts(question, regulation, cell, calendar)
  // A case with a fault of its own has no answer to show.
  const faulty = findings.list.some((one) => isError(one) && one.span.path === regulation.path)
  if (placed && faulty) return {}
  const answer = placed ? answerOfCase(regulation, placed.rule, placed.one, question, facts, calendar) : null
  const line =
    answer === undefined ? undefined : exampleLine(regulation.language, code, question, facts, answer)
  return asExample(line)
}

const spokenOf = (placed: readonly Placed[]) =>
  placed.flatMap(({ one }) => (one.when ? conditionFacts(one.when) : []))

/** The part of a cell that the conditions speak of. */
function told(placed: readonly Placed[], cell: Cell): Cell {
  const spoken = new Set<string>(spokenOf(placed).map(({ dim }) => dim))
  return Object.fromEntries(Object.entries(cell).filter(([dim]) => spoken.has(dim)))
}

/** A cell in the words of the language, the same that a condition is written with. */
function sayCell(cell: Cell, question: QuestionInfo): Bilingual {
  return both((lang) =>
    question.facts
      .flatMap((fact) => {
        const value = cell[fact.name as Dimension]
        return value === undefined ? [] : [conditionText(fact, value, lang)]
      })
      .join(', '),
  )
}
