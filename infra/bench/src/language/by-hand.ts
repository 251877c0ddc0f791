import {
  type Instant,
  type Moment,
  type WorkCalendar,
  addWorkingSeconds,
  openingAfter,
  openingOnOrAfter,
  toMoment,
  worksOnDayOf,
} from '@motcua/calendar'

/** Ways of filing, numbered as the rules number their conditions. */
const online = 0

const at = (date: string): Moment => toMoment(`${date}T00:00:00+07:00` as Instant)
const provinceFrom = at('2019-08-01')
const decreeFrom = at('2025-07-01')
const offset = 7 * 3_600

/**
 * What a programmer would write for one province (Long An) and one question, with the calendar of the house: eight
 * working hours for a dossier filed online, since the national decree that gives them; after 17:00, and on a day off,
 * from the next working day. NaN where nothing regulates it.
 */
export function intakeByHand(calendar: WorkCalendar, submittedAt: Moment, mode: number): Moment {
  if (mode !== online || submittedAt < decreeFrom) return NaN
  let start = submittedAt
  if (submittedAt >= provinceFrom) {
    const second = (submittedAt + offset) % 86_400
    const late = second > 17 * 3_600 && worksOnDayOf(calendar, submittedAt)
    if (late) start = openingAfter(calendar, submittedAt)
    else if (!worksOnDayOf(calendar, submittedAt)) start = openingOnOrAfter(calendar, submittedAt)
  }
  return addWorkingSeconds(calendar, start, 8 * 3_600)
}
