import type { Case, Regulation, Rule } from '../ast/nodes.ts'
import { type Cell, cellsOf, conditionFacts, holds, ownLevel } from '../compile/cells.ts'
import type { Bilingual, Findings } from '../source/diagnostic.ts'
import type { Span } from '../source/span.ts'
import { wordsFor } from '../syntax/phrase-table.ts'
import type { Dimension } from '../vocabulary/facts.ts'
import { type QuestionInfo, questionOf } from '../vocabulary/questions.ts'

interface Placed {
  readonly rule: Rule
  readonly one: Case
}

/**
 * Exhaustive over the finite space of conditions: no cell may be answered by two cases, no case may be without a cell,
 * and a rule that leaves cells open must say that they are not regulated.
 */
export function checkCases(regulation: Regulation, findings: Findings): void {
  const byQuestion = Map.groupBy(regulation.rules, ({ question }) => question)
  for (const [key, rules] of byQuestion) {
    const question = questionOf.get(key)!
    const known = new Set<string>(question.facts.map(({ name }) => name))
    const placed = rules.flatMap((rule) => rule.cases.map((one) => ({ rule, one })))
    const readable =
      rules.every(({ broken }) => !broken) && spokenOf(placed).every(({ dim }) => known.has(dim))
    if (placed.length > 0 && readable) checkSpace(regulation, question, rules, placed, findings)
  }
}

function checkSpace(
  regulation: Regulation,
  question: QuestionInfo,
  rules: readonly Rule[],
  placed: readonly Placed[],
  findings: Findings,
): void {
  const cells = cellsOf(question).filter(
    ({ level }) => typeof level !== 'string' || ownLevel(regulation, level) === level,
  )
  const reached = new Set<Case>()
  const doubles = new Set<Case>()
  let open: Cell | undefined
  for (const cell of cells) {
    const [first, second] = placed.filter(({ one }) => holds(one.when, cell, regulation))
    if (first) reached.add(first.one)
    if (second) {
      reached.add(second.one)
      if (!doubles.has(second.one)) overlap(first!, second, question, told(placed, cell), findings)
      doubles.add(second.one)
    }
    if (!first) open ??= cell
  }
  for (const { one } of placed) {
    if (!reached.has(one)) unreachable(one, findings)
  }
  if (open && rules.every(({ otherwise }) => !otherwise)) gap(placed, question, open, findings)
  const said = rules.find(({ otherwise }) => otherwise)
  if (!open && said) {
    findings.add('W0404', said.otherwise!, {
      vi: 'câu này thừa: mọi trường hợp đã được quy định',
      en: 'this line is superfluous: every case is regulated',
    })
  }
}

function overlap(
  first: Placed,
  second: Placed,
  question: QuestionInfo,
  cell: Cell,
  findings: Findings,
): void {
  const at = sayCell(cell, question)
  findings.add(
    'E0401',
    second.one.span,
    {
      vi: `hai trường hợp cùng trả lời «${question.phrase.vi}»${at.vi && ` khi ${at.vi}`}`,
      en: `two cases answer \`${question.phrase.en}\`${at.en && ` when ${at.en}`}`,
    },
    { related: [{ span: first.one.span, message: { vi: 'trường hợp thứ nhất', en: 'the first case' } }] },
  )
}

function unreachable(one: Case, findings: Findings): void {
  findings.add('E0403', one.when?.span ?? one.span, {
    vi: 'không hồ sơ nào thuộc trường hợp này',
    en: 'no dossier falls under this case',
  })
}

function gap(placed: readonly Placed[], question: QuestionInfo, cell: Cell, findings: Findings): void {
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
    },
  )
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
  const say = (lang: 'vi' | 'en') =>
    question.facts
      .flatMap(({ name, type }) => {
        const value = cell[name as Dimension]
        if (value === undefined) return []
        if (type === 'boolean') {
          return [`${value ? '' : `${wordsFor('NOT', '', lang)} `}${wordsFor('FLAG', name, lang)}`]
        }
        const word = wordsFor('NAME', String(value), lang)
        return [`${wordsFor('DIMENSION', name, lang)} ${wordsFor('IS', '', lang)} ${word}`]
      })
      .join(lang === 'vi' ? ', ' : ', ')
  return { vi: say('vi'), en: say('en') }
}
