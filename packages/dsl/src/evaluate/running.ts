import { dayNumberOf } from '@motcua/calendar'
import type { CompiledTransition } from '../compile/compiled.ts'
import type { Change } from '../compile/dispatch.ts'
import type { QuestionInfo } from '../vocabulary/questions.ts'
import type { BoundProgram } from './bind.ts'
import type { Facts } from './facts.ts'
import { type Worked, workAt } from './work.ts'

/** How a transition clause decided which rule a running matter follows. */
export interface Running {
  readonly choice: CompiledTransition['choice']
  readonly cites: CompiledTransition['cites']
  /** The day the new rule took effect, as days since 1970-01-01 of Vietnam's calendar. */
  readonly day: number
  readonly took: 'old' | 'new'
  /** What both rules answer; only where the better one was taken. */
  readonly old?: Worked
  readonly other?: Worked
}

/**
 * Answers a question whose rules change under a transition clause. The matter is followed from the moment it began over
 * each change of the law: where a clause says so it stays with the old rule, goes over to the new one, or takes the one
 * that is better for the citizen. A change without a clause leaves each rule to bind as it does (AMB-17).
 * Gives nothing where no clause had a part in it.
 */
export function workRunning(
  bound: BoundProgram,
  question: QuestionInfo,
  facts: Facts,
  changes: readonly Change[],
): Worked | undefined {
  const began = facts.beganAt === undefined ? undefined : dayNumberOf(facts.beganAt)
  if (began === undefined) return undefined
  const asked = facts.asOf === undefined ? undefined : dayNumberOf(facts.asOf)
  let law = { day: began, goesOn: false }
  let current: Worked | undefined
  let running: Running | undefined
  const now = () => (current ??= workAt(bound, question, facts, law.day))
  const settle = (day: number, goesOn: boolean, work?: Worked) => {
    law = { day, goesOn }
    current = work
  }
  for (const { day, clause } of changes) {
    if (day <= began) continue
    if (asked === undefined ? !runsOn(now(), day) : day > asked) break
    if (law.goesOn) settle(day - 1, false)
    if (!clause) {
      if (asked !== undefined) settle(day, true)
      continue
    }
    const head = { ...clause, day }
    if (clause.choice === 'better') {
      const [old, other] = [now(), workAt(bound, question, facts, asked ?? day)]
      const took = better(question, old, other)
      running = { ...head, took, old, other }
      if (took === 'new') settle(asked ?? day, asked !== undefined, other)
    } else {
      running = { ...head, took: clause.choice }
      if (clause.choice === 'new') settle(day, asked !== undefined)
    }
  }
  if (!running) return undefined
  if (law.goesOn && asked !== undefined) settle(asked, true)
  return { ...now(), running }
}

/** A clock runs on a day where the old rule's term has not ended before it; what has no term is not ended by one. */
function runsOn({ found, outcome }: Worked, day: number): boolean {
  if (!found.effect) return true
  // A clock that stands still has not ended.
  if (outcome?.trace.stands) return true
  const due = outcome?.trace.due
  return due !== undefined && dayNumberOf(due) >= day
}

/** The earlier moment of a duty of an office, the later one of time granted to a citizen; the old rule where it is as good. */
function better(question: QuestionInfo, old: Worked, other: Worked): 'old' | 'new' {
  const [a, b] = [old.outcome?.trace.due, other.outcome?.trace.due]
  if (b === undefined) return 'old'
  if (a === undefined) return 'new'
  return (question.granted ? b > a : b < a) ? 'new' : 'old'
}
