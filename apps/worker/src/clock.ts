import { fromMoment, toMoment, type Instant } from '@motcua/calendar'

/** The wall clock, or one that starts at `startAt` when the process does and runs at the same speed. */
export function createClock(startAt?: Instant): () => Instant {
  const seconds = (): number => Math.floor(Date.now() / 1000)
  const ahead = startAt === undefined ? 0 : toMoment(startAt) - seconds()
  return () => fromMoment(seconds() + ahead)
}
