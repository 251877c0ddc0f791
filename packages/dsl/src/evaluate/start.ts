import {
  type CivilDate,
  type Moment,
  type WorkCalendar,
  dateOfDay,
  dayNumberOf,
  nextWorkingMoment,
} from '@motcua/calendar'
import type { Cutoff } from '../compile/compiled.ts'
import type { Case } from './case.ts'
import { isLate, noCutoff, receivedAt } from './receipt.ts'
import type { Move } from './trace.ts'

/**
 * Order of evaluation (AMB-05f): the cut-off gives the day of receipt; the clock starts at the first working moment on
 * or after both the event and that day's opening.
 */
export function startOf(
  { effect, receipt, calendar }: Pick<Case, 'effect' | 'receipt' | 'calendar'>,
  eventAt: Moment,
): { start: Moment; moves: Move[] } {
  const moves: Move[] = []
  let start = eventAt
  const dayRule =
    effect.cutoff ?? receipt?.cutoff ?? (receipt ? { second: noCutoff, cites: receipt.cites } : null)
  if (dayRule) {
    const { opening, why } = receivedOn(calendar, eventAt, dayRule)
    // What comes before the office opens is there when it opens, as what came past the cut-off of the day before is.
    start = Math.max(eventAt, opening)
    if (why) {
      const cites = why === 'cutoff' ? dayRule.cites : (receipt?.cites ?? dayRule.cites)
      moves.push({ why, from: eventAt, to: start, cites, ...cutoffTime(why, dayRule) })
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

/** The day something counts as received on, with its opening and, where it is another day, what moved it there. */
export function receivedOn(
  calendar: WorkCalendar,
  at: Moment,
  cutoff: Pick<Cutoff, 'second' | 'inclusive'> | null,
): { date: CivilDate; opening: Moment; why: 'cutoff' | 'rest-day' | null } {
  const second = cutoff ? lastSecond(cutoff) : noCutoff
  const opening = receivedAt(calendar, at, second)
  const day = dayNumberOf(opening)
  const why = day === dayNumberOf(at) ? null : isLate(calendar, at, second) ? 'cutoff' : 'rest-day'
  return { date: dateOfDay(day), opening, why }
}

/** The last second of the day not past a cut-off: `sau 17:00` leaves 17:00:00 in the day, `từ lúc 17:00` does not. */
export const lastSecond = ({ second, inclusive }: Pick<Cutoff, 'second' | 'inclusive'>): number =>
  inclusive ? second - 1 : second

/** What a sentence needs of the cut-off that moved something. */
export const cutoffTime = (why: Move['why'], { second, inclusive }: Pick<Cutoff, 'second' | 'inclusive'>) =>
  why === 'cutoff' ? { second, ...(inclusive && { inclusive }) } : {}
