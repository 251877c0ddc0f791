import { type CivilDate, type Instant, toMoment } from '@motcua/calendar'
import { sayFigureAnswer } from './explain-figures.ts'
import { sayValue } from './say-value.ts'
import { sayDay, sayMoment } from './say.ts'
import type { Bilingual } from '../source/diagnostic.ts'
import type { QuestionKind } from '../vocabulary/questions.ts'

/** An answer as a person reads it: a moment, a day, a value in words, or that there is none. */
export function sayAnswer(kind: QuestionKind, answer: unknown): Bilingual {
  if (answer === null || answer === undefined) return { vi: 'không quy định', en: 'not regulated' }
  if (kind === 'deadline') return sayMoment(toMoment(answer as Instant))
  if (kind === 'day') return sayDay(answer as CivilDate)
  return sayFigureAnswer(kind, answer) ?? sayValue(answer, { kind })
}
