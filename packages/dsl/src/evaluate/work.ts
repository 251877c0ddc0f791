import { type QuestionInfo, questionOf } from '../vocabulary/questions.ts'
import { dawnOf } from '../compile/days.ts'
import { type BoundProgram, calendarOf } from './bind.ts'
import type { Case, Outcome } from './case.ts'
import { decide } from './decide.ts'
import { BadFacts, type Facts } from './facts.ts'
import { type Found, find } from './find.ts'
import { type Running, workRunning } from './running.ts'
import { stretchesOf } from './stretches.ts'

/** How an answer was found and worked out; `one` and `outcome` are missing where nothing regulates the question. */
export interface Worked {
  readonly found: Found
  readonly one?: Case
  readonly outcome?: Outcome
  /** How a transition clause chose the rule; only where one did. */
  readonly running?: Running
}

/** Finds the case that answers a question and works it out on the facts. Throws BadFacts. */
export function workOut(bound: BoundProgram, question: QuestionInfo, facts: Facts): Worked {
  const changes = bound.program.dispatch.questions.get(question.key)?.changes
  const running = changes && workRunning(bound, question, facts, changes)
  return running ?? work(bound, question, facts, facts)
}

/** The same by the law of one day, in days since 1970-01-01 of Vietnam's calendar. */
export const workAt = (bound: BoundProgram, question: QuestionInfo, facts: Facts, day: number): Worked =>
  work(bound, question, facts, { ...facts, asOf: dawnOf(day) })

/** `chosen` are the facts that choose the version. */
function work(bound: BoundProgram, question: QuestionInfo, facts: Facts, chosen: Facts): Worked {
  const found = find(bound.program, question, chosen)
  if (!found.effect) return { found }
  const receipt = question.receipt
    ? find(bound.program, questionOf.get(question.receipt)!, chosen).effect
    : undefined
  const plain: Case = { question, effect: found.effect, facts, calendar: calendarOf(bound, question) }
  const received: Case = receipt ? { ...plain, receipt } : plain
  const one: Case =
    facts.pauses || facts.outages ? { ...received, stretches: stretchesOf(bound, facts) } : received
  try {
    const outcome = decide(one)
    // A text whose classes leave a dossier out says nothing of it.
    return outcome.figure?.silent ? { found: { ...found, path: 'silent' } } : { found, one, outcome }
  } catch (cause) {
    throw outsideCalendar(question, cause)
  }
}

/** A date past the days the calendar covers is a fault of the facts; any other error stays what it is. */
export function outsideCalendar({ anchors }: QuestionInfo, cause: unknown): unknown {
  if (!(cause instanceof RangeError)) return cause
  const said = { vi: 'thời gian tính ra vượt khỏi những năm mà lịch bao quát', en: cause.message }
  return Object.assign(new BadFacts('outside-calendar', anchors[0] ?? 'asOf', said), { cause })
}
