import type { Moment, WorkCalendar } from '@motcua/calendar'
import type { CompiledEffect, LegalBasis } from '../compile/compiled.ts'
import type { InstantFact } from '../vocabulary/facts.ts'
import type { QuestionInfo } from '../vocabulary/questions.ts'
import { type Facts, missing } from './facts.ts'
import type { FigureOutcome } from './figures.ts'
import type { Stretch } from './stretches.ts'
import type { Trace } from './trace.ts'

/** What a question is decided with: the effect that answers, and the receipt-day rule that may move its start. */
export interface Case {
  readonly question: QuestionInfo
  readonly effect: CompiledEffect
  /** The rule of the day a submission counts as received on, where the question's clock goes by it (AMB-05f). */
  readonly receipt?: CompiledEffect
  readonly facts: Facts
  readonly calendar: WorkCalendar
  /** Pauses and outages the clock may run into, in the order they begin. */
  readonly stretches?: readonly Stretch[]
}

/** What a case answers on the facts, and how it came to it. */
export interface Outcome {
  readonly value: unknown
  readonly trace: Trace
  /** Places of the law besides those of the effect that had a part in the answer. */
  readonly cites: readonly LegalBasis[]
  /** How a statement of figures came to its answer. */
  readonly figure?: FigureOutcome
}

/** The moment of an event, which the facts must give. */
export function momentOf({ facts, question }: Case, fact: InstantFact): Moment {
  const moment = facts.moments[fact]
  if (moment === undefined) throw missing(fact, question)
  return moment
}
