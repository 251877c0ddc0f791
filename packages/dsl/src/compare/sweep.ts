import { type Moment, type WorkCalendar } from '@motcua/calendar'

/** A moment at which two deadlines are apart. */
export interface Apart {
  readonly at: Moment
  readonly first: Moment
  readonly second: Moment
}

/** How two deadlines stand to one another over every moment of a stretch. The shares add up to 1. */
export interface Sweep {
  /** Share of all moments at which the second deadline is earlier, later, the same. */
  readonly earlier: number
  readonly later: number
  readonly same: number
  /** Where the second is earlier by most, and later by most. */
  readonly earliest?: Apart
  readonly latest?: Apart
}

/**
 * Compares two deadlines over every moment from `from` to `to`. Between two neighbours of a grid on which every opening,
 * closing and cut-off lies, a deadline is a straight line; so the ends of each piece decide the whole of it.
 */
export function sweep(
  deadline: readonly [(at: Moment) => Moment | null, (at: Moment) => Moment | null],
  from: Moment,
  to: Moment,
  step: number,
): Sweep {
  const [first, second] = deadline
  const length = { earlier: 0, later: 0, same: 0 }
  let earliest: Apart | undefined
  let latest: Apart | undefined
  const apart = (at: Moment): number => {
    const [a, b] = [first(at), second(at)]
    if (a === null || b === null) return 0
    if (b < a && b - a < gap(earliest)) earliest = { at, first: a, second: b }
    if (b > a && b - a > gap(latest)) latest = { at, first: a, second: b }
    return b - a
  }
  for (let at = from; at < to; at += step) {
    // What is handed in on the stroke belongs to the stretch before; a second later another one begins.
    const [begins, ends] = [apart(at + 1), apart(at + step)]
    const below = Math.max(-begins, 0) + Math.max(-ends, 0)
    const above = Math.max(begins, 0) + Math.max(ends, 0)
    if (below + above === 0) length.same += step
    else {
      length.earlier += (step * below) / (below + above)
      length.later += (step * above) / (below + above)
    }
  }
  const whole = length.earlier + length.later + length.same
  return {
    earlier: length.earlier / whole,
    later: length.later / whole,
    same: length.same / whole,
    ...(earliest && { earliest }),
    ...(latest && { latest }),
  }
}

const gap = (one: Apart | undefined): number => (one ? one.second - one.first : 0)

/** The widest step, in seconds, on whose multiples all the given times of day and every opening and closing lie. */
export function stepOf({ patterns }: WorkCalendar, times: readonly number[]): number {
  const all = [1_800, ...times, ...patterns.flatMap(({ bounds }) => [...bounds])]
  return all.reduce((a, b) => gcd(a, b))
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))
