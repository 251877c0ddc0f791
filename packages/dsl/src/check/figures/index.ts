import type { Case, Effect, Regulation, Rule } from '../../ast/nodes.ts'
import { sayName } from '../../evaluate/explain-words.ts'
import type { Findings } from '../../source/diagnostic.ts'
import { type QuestionInfo, questionOf } from '../../vocabulary/questions.ts'
import { checkForm } from './forms.ts'
import { checkGrades } from './grades.ts'
import { checkMoves } from './moves.ts'
import { checkRatio } from './ratios.ts'
import { checkTest } from './tests.ts'

/** Statements of which a case may hold several: together they are one answer. */
const together: readonly ReadonlySet<Effect['k']>[] = [
  new Set<Effect['k']>(['classify']),
  new Set<Effect['k']>(['score']),
  new Set<Effect['k']>(['move', 'starts', 'ends']),
  new Set<Effect['k']>(['remindBefore', 'remindEvery']),
]

/** Whether two statements of a case are parts of one answer. */
export const standTogether = (first: Effect, other: Effect): boolean =>
  together.some((kinds) => kinds.has(first.k) && kinds.has(other.k))

/** Checks what a case says of classes told by tests, scores, rates, scales, moves and forms. */
export function checkFigures(
  regulation: Regulation,
  rule: Rule,
  one: Case,
  question: QuestionInfo,
  findings: Findings,
): void {
  const before = findings.list.length
  for (const effect of one.effects) {
    if ('test' in effect && effect.test) checkTest(regulation.language, effect.test, question, findings)
    if (effect.k === 'ratio') checkRatio(regulation, effect, question, findings)
    else if (effect.k === 'form') checkForm(effect, findings)
    else if (effect.k === 'scale') checkScale(effect, findings)
    else if (effect.k === 'adds') checkAdds(effect, findings)
  }
  // What a test says of unknown things is told already; whether it is a partition is asked of tests that can be read.
  if (rule.broken || findings.list.length > before) return
  const first = one.effects[0]?.k
  if (first === 'classify' || first === 'score') checkGrades(regulation, rule, one, question, findings)
  if (first === 'move' || first === 'starts' || first === 'ends') checkMoves(one, question, findings)
}

type Of<K extends Effect['k']> = Extract<Case['effects'][number], { k: K }>

/** A scale goes down: each grade stands once, and the points of a better one are more. */
function checkScale({ grades, span }: Of<'scale'>, findings: Findings): void {
  for (const [i, { grade, points }] of grades.entries()) {
    if (grades.findIndex((one) => one.grade === grade) < i) {
      const name = sayName(grade)
      findings.add('E0401', span, {
        vi: `mức «${name.vi}» đứng hai lần`,
        en: `the grade \`${name.en}\` stands twice`,
      })
    }
    if (i > 0 && points >= grades[i - 1]!.points) {
      findings.add('E0904', span, {
        vi: 'các mức đứng từ cao xuống thấp, mức sau ít điểm hơn mức trước',
        en: 'grades stand best first, each with fewer points than the one before',
      })
    }
  }
}

function checkAdds({ questions, span }: Of<'adds'>, findings: Findings): void {
  for (const [i, key] of questions.entries()) {
    if (questions.indexOf(key) < i) {
      findings.add('E0401', span, { vi: 'một chỉ số được cộng hai lần', en: 'an indicator is added twice' })
    }
    if (questionOf.get(key)!.kind !== 'score') {
      findings.add('E0302', span, {
        vi: 'chỉ cộng điểm của các chỉ số',
        en: 'only points of indicators are added',
      })
    }
  }
}
