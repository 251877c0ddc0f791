import {
  type Moment,
  type WorkCalendar,
  addLimit,
  dateOfDay,
  dayNumberOf,
  fromMoment,
  nextWorkingMoment,
  subtractWorkingDays,
  subtractWorkingSeconds,
} from '@motcua/calendar'
import type { CompiledEffect, LegalBasis, Moved, Operation, Part } from '../compile/compiled.ts'
import { matches } from '../figures/truth.ts'
import type { QuestionInfo } from '../vocabulary/questions.ts'
import type { InstantFact } from '../vocabulary/facts.ts'
import { type Facts, missing } from './facts.ts'
import { type FigureOutcome, decideFigure } from './figures.ts'
import { isLate, noCutoff, receivedAt } from './receipt.ts'
import type { Move, Trace } from './trace.ts'
import type { Unit } from '../ast/nodes.ts'

/** What a question is decided with: the effect that answers, and the receipt-day rule that may move its start. */
export interface Case {
  readonly question: QuestionInfo
  readonly effect: CompiledEffect
  /** The rule of the day a submission counts as received on, where the question's clock goes by it (AMB-05f). */
  readonly receipt?: CompiledEffect
  readonly facts: Facts
  readonly calendar: WorkCalendar
}

export interface Outcome {
  readonly value: unknown
  readonly trace: Trace
  /** Places of the law besides those of the effect that had a part in the answer. */
  readonly cites: readonly LegalBasis[]
  /** How a statement of figures came to its answer. */
  readonly figure?: FigureOutcome
}

const noTrace: Trace = { moves: [] }
const none: readonly LegalBasis[] = []
const plain = (value: unknown): Outcome => ({ value, trace: noTrace, cites: [] })

/** Works an effect out on the facts. Moments go in and come out as seconds; instants are written at the edge. */
export function decide(one: Case): Outcome {
  const { does } = one.effect
  switch (does.op) {
    case 'add':
      return counted(one, does, does.n, does.unit)
    case 'published': {
      const { n, unit } = limitOf(one)
      return counted(one, does, n, unit)
    }
    case 'addShare': {
      const { n, unit } = shareOf(does.share, limitOf(one))
      const outcome = counted(one, does, n, unit)
      return { ...outcome, trace: { ...outcome.trace, share: { ...does.share, ...limitOf(one) } } }
    }
    case 'before':
      return backwards(one, does)
    case 'later':
      return laterOf(one, does.sums)
    case 'onDay':
      return onDay(one, does)
    case 'share': {
      const amount = shareOf(does.share, limitOf(one))
      return {
        value: amount,
        trace: { moves: [], ...amount, share: { ...does.share, ...limitOf(one) } },
        cites: [],
      }
    }
    case 'channels':
      return plain(one.question.kind === 'set' ? does.channels.toSorted() : notification(does))
    case 'list':
      return plain(one.question.kind === 'set' ? does.words.toSorted() : [...does.words])
    case 'flag':
      return plain(does.yes)
    case 'count':
      return plain(does.n)
    case 'word':
      return plain(does.word)
    case 'compare':
      return compared(one, does)
    case 'follow':
      throw new Error('a delegation is followed before it is decided')
    default: {
      const figure = decideFigure(does, one.question, one.facts)
      return { value: figure.value, trace: noTrace, cites: figure.cites, figure }
    }
  }
}

function notification({ mode, channels, plus }: Extract<Operation, { op: 'channels' }>): unknown {
  return {
    mode: mode === 'one' ? 'any' : mode,
    channels: [...channels],
    ...(plus.length > 0 ? { plus: [...plus] } : {}),
  }
}

/** A term counted forward: the start is moved where a rule moves it, then the term is added in its own unit. */
function counted(
  one: Case,
  { event, fact }: { event: string; fact: InstantFact },
  n: number,
  unit: Unit,
): Outcome {
  const eventAt = momentOf(one, fact)
  const { start, moves } = startOf(one, eventAt)
  // An hour clock that is opened outside office hours runs from the next opening, whether or not a rule says so.
  const runs = unit === 'working-hour' ? nextWorkingMoment(one.calendar, start) : start
  // No days end with the working day itself (PT20-10.1d); no hours end at once.
  const due = n === 0 && unit === 'working-hour' ? runs : addLimit(one.calendar, start, { n, unit })
  return {
    value: fromMoment(due),
    trace: { event, eventAt, moves, start: runs, n, unit, due },
    cites: moves.length === 0 ? none : moves.flatMap(({ cites }) => cites),
  }
}

/**
 * Order of evaluation (AMB-05f): the cut-off gives the day of receipt; the clock starts at the first working moment on
 * or after both the event and that day's opening.
 */
function startOf({ effect, receipt, calendar }: Case, eventAt: Moment): { start: Moment; moves: Move[] } {
  const moves: Move[] = []
  let start = eventAt
  const dayRule =
    effect.cutoff ?? receipt?.cutoff ?? (receipt ? { second: noCutoff, cites: receipt.cites } : null)
  if (dayRule) {
    const opening = receivedAt(calendar, eventAt, dayRule.second)
    if (dayNumberOf(opening) !== dayNumberOf(eventAt)) {
      start = opening
      const late = isLate(calendar, eventAt, dayRule.second)
      moves.push({
        why: late ? 'cutoff' : 'rest-day',
        from: eventAt,
        to: start,
        cites: late ? dayRule.cites : (receipt?.cites ?? dayRule.cites),
        ...(late ? { second: dayRule.second } : {}),
      })
    }
  }
  if (effect.outside) {
    const opening = nextWorkingMoment(calendar, start)
    if (opening !== start)
      moves.push({ why: 'office-hours', from: start, to: opening, cites: effect.outside })
    start = opening
  }
  return { start, moves }
}

function onDay(one: Case, { event, fact }: Extract<Operation, { op: 'onDay' }>): Outcome {
  const eventAt = momentOf(one, fact)
  const { cutoff, cites } = one.effect
  const second = cutoff?.second ?? noCutoff
  const opening = receivedAt(one.calendar, eventAt, second)
  const day = dateOfDay(dayNumberOf(opening))
  if (dayNumberOf(opening) === dayNumberOf(eventAt))
    return { value: day, trace: { event, eventAt, moves: [], day }, cites: [] }
  const move: Move = isLate(one.calendar, eventAt, second)
    ? { why: 'cutoff', from: eventAt, to: opening, cites: cutoff!.cites, second }
    : { why: 'rest-day', from: eventAt, to: opening, cites }
  return { value: day, trace: { event, eventAt, moves: [move], day }, cites: move.cites }
}

function backwards(one: Case, { event, fact, n, unit }: Extract<Operation, { op: 'before' }>): Outcome {
  const eventAt = momentOf(one, fact)
  const due =
    unit === 'working-hour'
      ? subtractWorkingSeconds(one.calendar, eventAt, n * 3_600)
      : subtractWorkingDays(one.calendar, eventAt, n)
  const trace: Trace = { event, eventAt, moves: [], start: eventAt, n, unit, backwards: true, due }
  return { value: fromMoment(due), trace, cites: [] }
}

function laterOf(one: Case, sums: readonly [Moved, Moved]): Outcome {
  const at = (sum: Moved): Moment => {
    const moment = momentOf(one, sum.fact)
    return sum.plus ? addLimit(one.calendar, moment, sum.plus) : moment
  }
  const [first, second] = [at(sums[0]), at(sums[1])]
  const due = Math.max(first, second)
  const { event, fact } = sums.find(({ plus }) => plus) ?? sums[0]
  const eventAt = momentOf(one, fact)
  return {
    value: fromMoment(due),
    trace: { event, eventAt, moves: [], start: eventAt, due, later: [first, second] },
    cites: [],
  }
}

function compared(one: Case, { left, right, arms }: Extract<Operation, { op: 'compare' }>): Outcome {
  const [a, b] = [dayNumberOf(momentOf(one, left)), dayNumberOf(momentOf(one, right))]
  const arm = arms.find(({ op }) => matches(op, a < b ? -1 : a > b ? 1 : 0))!
  return { value: arm.word, trace: noTrace, cites: arm.cites }
}

/**
 * A share of the whole time, rounded in the procedure's own unit. A share of less than one day is counted in working
 * hours where the rule says so, eight to a day (AMB-11c).
 */
function shareOf(
  { part, of, rounding, subDay }: Part,
  limit: { n: number; unit: Unit },
): { n: number; unit: Unit } {
  const round = rounding === 'down' ? Math.floor : Math.ceil
  if (subDay && limit.unit === 'working-day' && limit.n * part < of) {
    return { n: round((limit.n * hoursPerDay * part) / of), unit: 'working-hour' }
  }
  return { n: round((limit.n * part) / of), unit: limit.unit }
}

const hoursPerDay = 8

function limitOf({ facts, question }: Case): { n: number; unit: Unit } {
  if (!facts.limit) throw missing('limit', question)
  return facts.limit
}

function momentOf({ facts, question }: Case, fact: InstantFact): Moment {
  const moment = facts.moments[fact]
  if (moment === undefined) throw missing(fact, question)
  return moment
}
