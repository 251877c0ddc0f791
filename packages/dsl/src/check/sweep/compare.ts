import type { Moment } from '@motcua/calendar'
import { type Clock, inOrder } from './clock.ts'

/** A moment of the event with both deadlines: the worst there is, in one direction. */
export interface Witness {
  readonly at: Moment
  readonly left: Moment
  readonly right: Moment
}

/** How one deadline stands to another over a window. Minutes are those of the event; the proof holds for every second. */
export interface Compared {
  readonly minutes: number
  /** Minutes on which the left deadline is later, with the worst of them. */
  readonly later: number
  readonly earlier: number
  readonly latest?: Witness
  readonly earliest?: Witness
  /** Stretches on which neither deadline breaks: how many evaluations the proof took. */
  readonly stretches: number
}

/**
 * Compares two deadlines on every second of a window by looking at both ends of each stretch between breaks: in between
 * their difference stands still or moves evenly.
 */
export function compareClocks(left: Clock, right: Clock, from: Moment, to: Moment): Compared {
  const breaks: Moment[] = []
  left.breaks(from, to, breaks)
  right.breaks(from, to, breaks)
  const bounds = inOrder(breaks, from, to)
  const later = tally()
  const earlier = tally()
  for (let i = 0; i + 1 < bounds.length; i++) {
    const [first, last] = [bounds[i]!, bounds[i + 1]! - 1]
    const [a, b] = [left.at(first), right.at(first)]
    const [c, d] = first === last ? [a, b] : [left.at(last), right.at(last)]
    if (a === b && c === d) continue
    later.take(first, last, a - b, c - d)
    earlier.take(first, last, b - a, d - c)
  }
  const [latest, earliest] = [later.witness(left, right), earlier.witness(left, right)]
  return {
    minutes: minutesIn(from, to),
    later: later.minutes(),
    earlier: earlier.minutes(),
    ...(latest ? { latest } : {}),
    ...(earliest ? { earliest } : {}),
    stretches: bounds.length - 1,
  }
}

/** Counts the minutes on which a difference is above zero and keeps the first moment at which it is greatest. */
function tally() {
  let [minutes, worst, at] = [0, 0, NaN]
  return {
    minutes: () => minutes,
    take(first: Moment, last: Moment, from: number, to: number) {
      if (from <= 0 && to <= 0) return
      const slope = last === first ? 0 : (to - from) / (last - first)
      const begin = from > 0 ? first : Math.floor(first - from / slope) + 1
      const end = to > 0 ? last : Math.ceil(first - from / slope) - 1
      minutes += minutesIn(begin, end)
      // Whole minutes are easier to read and to paste; a stretch shorter than one has its own seconds.
      const [m, n] = [Math.ceil(begin / 60) * 60, Math.floor(end / 60) * 60]
      const [low, high] = m <= n ? [m, n] : [begin, end]
      const found = slope > 0 ? high : low
      const size = from + slope * (found - first)
      if (size > worst) [worst, at] = [size, found]
    },
    witness: (left: Clock, right: Clock): Witness | undefined =>
      worst > 0 ? { at, left: left.at(at), right: right.at(at) } : undefined,
  }
}

/** Whole minutes from one second to another, both included. */
const minutesIn = (from: Moment, to: Moment): number =>
  Math.max(0, Math.floor(to / 60) - Math.ceil(from / 60) + 1)
