import type { CivilDate } from '@motcua/calendar'
import type { Case, Effect, Placed, Regulation, Rule } from '../../ast/nodes.ts'
import type { Test } from '../../ast/tests.ts'
import { type Situation, truthOf } from '../../figures/truth.ts'
import { sayName } from '../../evaluate/explain-words.ts'
import type { Bilingual, Findings } from '../../source/diagnostic.ts'
import type { Span } from '../../source/span.ts'
import { wordsFor } from '../../syntax/phrase-table.ts'
import { type QuestionInfo, questionOf } from '../../vocabulary/questions.ts'
import { exampleOfSituation, saySituation } from './example-line.ts'
import { situationsOf } from './situations.ts'

type Arm = Placed<Extract<Effect, { k: 'classify' | 'score' }>>

/** The answers of a case that are given under a test. */
const armsOf = ({ effects }: Case): Arm[] =>
  effects.flatMap((one) => (one.k === 'classify' || one.k === 'score' ? [one] : []))

/**
 * Each dossier has exactly one class, each number exactly one band. Goes through every kind of situation there is; the
 * first that has none or two is the counter-example. A gap may be said: `trường hợp khác không quy định`.
 */
export function checkGrades(
  regulation: Regulation,
  rule: Rule,
  one: Case,
  question: QuestionInfo,
  findings: Findings,
): void {
  const arms = armsOf(one)
  const tests = arms.map(({ test }) => test)
  const situations = situationsOf(question, tests.filter(isTest), startOf(regulation))
  const reached = new Set<Arm>()
  const told = new Set<Arm>()
  let gap: Situation | undefined
  for (const situation of situations) {
    const [first, second] = arms.filter(({ test }) => !test || truthOf(test, situation) === true)
    if (first) reached.add(first)
    else gap ??= situation
    if (!second) continue
    reached.add(second)
    if (!told.has(second)) overlap(regulation, question, situation, [first!, second], findings)
    told.add(second)
  }
  for (const arm of arms) if (!reached.has(arm)) unreachable(arm.span, findings)
  if (gap && !rule.otherwise) open(regulation, question, gap, arms.at(-1)!, findings)
}

/** Says that no dossier falls under a case. */
export function unreachable(span: Span, findings: Findings): void {
  findings.add('E0403', span, {
    vi: 'không hồ sơ nào thuộc trường hợp này',
    en: 'no dossier falls under this case',
  })
}

/** Whether a rule of tests leaves some situation without an answer, so that it must say so. */
export function leavesOpen(regulation: Regulation, rule: Rule): boolean {
  const question = questionOf.get(rule.question)!
  return rule.cases.some((one) => {
    const arms = armsOf(one)
    if (arms.length === 0 || arms.some(({ test }) => !test)) return false
    const tests = arms.map(({ test }) => test).filter(isTest)
    return situationsOf(question, tests, startOf(regulation)).some((situation) =>
      tests.every((test) => truthOf(test, situation) === false),
    )
  })
}

const isTest = (test: Test | undefined): test is Test => test !== undefined

/** Counter-examples are told on the first days of the regulation, so that they can be pasted into it. */
const startOf = ({ effective }: Regulation): CivilDate => (effective?.on ?? '2026-01-05') as CivilDate

/** Dossiers are told by their dates and are no partition; numbers overlap or leave a gap. */
const byTime = (question: QuestionInfo) => question.facts.some(({ name }) => name === 'resultAt')

function overlap(
  regulation: Regulation,
  question: QuestionInfo,
  situation: Situation,
  [first, second]: readonly [Arm, Arm],
  findings: Findings,
): void {
  const at = saySituation(question, situation)
  const [a, b] = [sayArm(first), sayArm(second)]
  findings.add(
    byTime(question) ? 'E0901' : 'E0401',
    second.span,
    {
      vi: `có hai câu trả lời cho «${question.phrase.vi}»: ${a.vi} và ${b.vi}, khi ${at.vi}`,
      en: `two answers to \`${question.phrase.en}\`: ${a.en} and ${b.en}, given ${at.en}`,
    },
    {
      example: exampleOfSituation(
        regulation,
        byTime(question) ? 'E0901' : 'E0401',
        question,
        situation,
        a[regulation.language],
      ),
      related: [{ span: first.span, message: { vi: 'câu trả lời thứ nhất', en: 'the first answer' } }],
    },
  )
}

function open(
  regulation: Regulation,
  question: QuestionInfo,
  situation: Situation,
  last: Arm,
  findings: Findings,
): void {
  const at = saySituation(question, situation)
  const code = byTime(question) ? 'E0901' : 'E0402'
  findings.add(
    code,
    last.span,
    {
      vi: `không có câu trả lời nào cho «${question.phrase.vi}» khi ${at.vi}`,
      en: `no answer to \`${question.phrase.en}\` given ${at.en}`,
    },
    {
      help: {
        vi: 'thêm một câu trả lời, hoặc viết rõ: trường hợp khác không quy định',
        en: 'add an answer, or say so: otherwise not regulated',
      },
      example: exampleOfSituation(
        regulation,
        code,
        question,
        situation,
        wordsFor('NOT_REGULATED', '', regulation.language),
      ),
    },
  )
}

function sayArm(arm: Arm): Bilingual {
  if (arm.k === 'score') return { vi: `${arm.points} điểm`, en: `${arm.points} points` }
  return sayName(arm.word)
}
