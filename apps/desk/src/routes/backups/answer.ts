import type { Outputs } from '@motcua/api/client'
import type { Words } from '#lib/words/index.ts'

type Law = Outputs['backups']['see']['law'][number]

/** What the law answers, in words: a name, several, a schedule, or a text as it stands. */
export function answerInWords({ answer }: Law, say: Words['backups']): string {
  if (answer === null) return say.silent
  if (Array.isArray(answer)) return answer.map((one) => word(one, say)).join(', ')
  if (typeof answer !== 'object') return word(answer, say)
  const { periods = [], atLeast } = answer as { periods?: string[]; atLeast?: number }
  const often = periods.map((period) => word(period, say)).join(', ')
  return atLeast === undefined ? often : `${often}, ${say.atLeast(String(atLeast))}`
}

function word(answer: unknown, { answers }: Words['backups']): string {
  const key = String(answer)
  return Object.hasOwn(answers, key) ? answers[key as keyof typeof answers] : key
}
