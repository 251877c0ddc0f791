import type { Moment } from '@motcua/calendar'

const most = 40

/**
 * Moments all over a window on which a sweep is held against the law itself: steps of about a fortieth of it that meet
 * every hour of the day and every day of the week.
 */
export function samplesOf(from: Moment, to: Moment): Moment[] {
  const steps = Array.from({ length: most }, (_, i) => from + ((to - from) * (i + 0.5)) / most)
  return steps.map((at, i) => Math.floor(at) + i * 3_671).filter((at) => at <= to)
}
