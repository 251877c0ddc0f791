import { type QuestionInfo, questionOf } from '../vocabulary/questions.ts'
import type { BoundProgram } from './bind.ts'
import { type Case, type Outcome, decide } from './decide.ts'
import { BadFacts, type Facts } from './facts.ts'
import { type Found, find } from './find.ts'

/** How an answer was found and worked out; `one` and `outcome` are missing where nothing regulates the question. */
export interface Worked {
  readonly found: Found
  readonly one?: Case
  readonly outcome?: Outcome
}

/** Finds the case that answers a question and works it out on the facts. Throws BadFacts. */
export function workOut(bound: BoundProgram, question: QuestionInfo, facts: Facts): Worked {
  const found = find(bound.program, question, facts)
  if (!found.effect) return { found }
  const receipt = question.receipt
    ? find(bound.program, questionOf.get(question.receipt)!, facts).effect
    : undefined
  const one: Case = {
    question,
    effect: found.effect,
    facts,
    calendar: bound.calendar,
    ...(receipt ? { receipt } : {}),
  }
  try {
    return { found, one, outcome: decide(one) }
  } catch (cause) {
    throw outsideCalendar(question, cause)
  }
}

/** A date past the days the calendar covers is a fault of the facts; any other error stays what it is. */
export function outsideCalendar({ anchors }: QuestionInfo, cause: unknown): unknown {
  if (!(cause instanceof RangeError)) return cause
  return Object.assign(new BadFacts('outside-calendar', anchors[0] ?? 'asOf', cause.message), { cause })
}
