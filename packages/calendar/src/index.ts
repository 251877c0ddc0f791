export { dateOfDay, dayNumberOf, daysOffBetween, workedStretches, workingDaysWithin } from './between.ts'
export { buildCalendar } from './build.ts'
export { addCalendarDays, addMonths } from './calendar-days.ts'
export { type Weekday, addCivilMonths, addDays, weekdayOf } from './civil-date.ts'
export { type DayInfo, type DayKind, dayInfo, isProvisional, isWorking } from './day-info.ts'
export type { CalendarDeclaration, Segment, Session, SpecialDay, SpecialDayKind } from './declaration.ts'
export { edgesBetween } from './edges.ts'
export { type Limit, type LimitUnit, addLimit } from './limit.ts'
export { type Strip, type StripDay, type StripOptions, strip } from './strip.ts'
export {
  type CivilDate,
  type Instant,
  type Moment,
  dateOf,
  day,
  fromMoment,
  instant,
  readMoment,
  toMoment,
} from './time.ts'
export type { WorkCalendar } from './work-calendar.ts'
export {
  addWorkingDays,
  closeOfBusiness,
  isWorkingDay,
  openingAfter,
  openingOf,
  openingOnOrAfter,
  subtractWorkingDays,
  workingDayAfter,
  workingDayOnOrAfter,
  worksOnDayOf,
} from './working-days.ts'
export {
  addWorkingSeconds,
  nextWorkingMoment,
  subtractWorkingSeconds,
  workingSecondsBetween,
} from './working-hours.ts'
