import type { CivilDate } from '@motcua/calendar'
import type { Condition } from './condition.ts'

/** Whether a question, page or paper applies to what was answered. Where nothing is said it always does. */
export function applies(
  { when }: { readonly when?: readonly Condition[] | undefined },
  answers: Readonly<Record<string, string>>,
  today: CivilDate,
): boolean {
  return (when ?? []).every((condition) => holds(condition, answers[condition.field]?.trim() ?? '', today))
}

function holds({ how, values }: Condition, answer: string, today: CivilDate): boolean {
  switch (how) {
    case 'is':
      return values.includes(answer)
    case 'is-not':
      return !values.includes(answer)
    case 'answered':
      return answer !== ''
    case 'not-answered':
      return answer === ''
    case 'at-least':
      return answer !== '' && compareAnswers(answer, boundOf(values, today)) >= 0
    case 'at-most':
      return answer !== '' && compareAnswers(answer, boundOf(values, today)) <= 0
    default:
      return how satisfies never
  }
}

function boundOf([value = '']: readonly string[], today: CivilDate): string {
  return value === 'today' ? today : value
}

/** Below zero where the first comes before the second: days by the calendar, everything else by its number. */
export function compareAnswers(one: string, other: string): number {
  const days = /^\d{4}-\d{2}-\d{2}$/
  if (days.test(one) && days.test(other)) return one < other ? -1 : one > other ? 1 : 0
  return numberOf(one) - numberOf(other)
}

/** The number an answer says; Vietnamese and English both write it. */
export function numberOf(answer: string): number {
  return Number(answer.replace(',', '.'))
}
