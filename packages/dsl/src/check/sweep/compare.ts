import type { Moment } from '@motcua/calendar'
import { type Clock, type Step, inOrder } from './clock.ts'

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
  const half = breaks.length
  right.breaks(from, to, breaks)
  if (repeats(breaks, half)) breaks.length = half
  const bounds = inOrder(breaks, from, to)
  const later = tally()
  const earlier = tally()
  const apart = differenceOf(left, right)
  for (let i = 0; i + 1 < bounds.length; i++) {
    const first = bounds[i]!
    const last = bounds[i + 1]! - 1
    const begins = apart(first)
    const ends = first === last ? begins : apart(last)
    if (begins === 0 && ends === 0) continue
    later.take(first, last, begins, ends)
    earlier.take(first, last, -begins, -ends)
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

/** Two deadlines that differ in a number only break at the same moments. */
function repeats(breaks: readonly Moment[], half: number): boolean {
  if (breaks.length !== 2 * half) return false
  for (let i = 0; i < half; i++) if (breaks[i] !== breaks[half + i]) return false
  return true
}

/** By how much the left deadline is later. Where both have come to one moment, the steps they share keep them there. */
function differenceOf(left: Clock, right: Clock): (at: Moment) => number {
  const shared: Step[] = []
  let [a, b] = [left, right]
  while (a.last && b.last && a.last.name === b.last.name && a.last.calendar === b.last.calendar) {
    shared.unshift(a.last.step)
    ;[a, b] = [a.last.of, b.last.of]
  }
  return (at) => {
    let [l, r] = [a.at(at), b.at(at)]
    for (let i = 0; i < shared.length && l !== r; i++) {
      l = shared[i]!.at(l)
      r = shared[i]!.at(r)
    }
    return l - r
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
