import { type Instant, fromMoment } from '@motcua/calendar'

/** The moment it is now. */
export const now = (): Instant => fromMoment(Math.floor(Date.now() / 1_000))
