import { type Moment, dayNumberOf } from '@motcua/calendar'

/** A date as days since 1970-01-01 of Vietnam's calendar. */
export const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000

/** The first moment in Vietnam of a day, in days since 1970-01-01. */
export const dawnOf = (day: number): Moment => day * 86_400 - 25_200

/** The first moment in Vietnam of a date. */
export const midnightOf = (date: string): Moment => dawnOf(dayNumber(date))

/** The first moment of the day in Vietnam that a moment lies in. */
export const midnightBefore = (at: Moment): Moment => dawnOf(dayNumberOf(at))
