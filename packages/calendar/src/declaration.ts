import { type Weekday } from './civil-date.ts'
import { type CivilDate } from './time.ts'

/** A stretch of office hours, `HH:MM` to `HH:MM`; it holds its opening and not its closing instant. `24:00` ends a day. */
export interface Session {
  readonly from: string
  readonly to: string
}

/** A stretch of days with office hours of its own: a season, Saturday mornings, a half day, a closed office. */
export interface Segment {
  readonly from: CivilDate
  /** The last day of it, included. */
  readonly to: CivilDate
  /** The weekdays it speaks of, which thereby work. Without them it speaks of every day that works anyway. */
  readonly weekdays?: readonly Weekday[]
  /** Their hours. Without them the hours that hold anyway; an empty list closes the office. */
  readonly sessions?: readonly Session[]
  readonly name?: string
}

/** `compensatory` makes good a holiday that fell on a rest day; `swapped-off` is made good by a `swapped-work` day. */
export type SpecialDayKind = 'holiday' | 'compensatory' | 'swapped-off' | 'swapped-work' | 'closure'

export interface SpecialDay {
  readonly date: CivilDate
  readonly kind: SpecialDayKind
  readonly name: string
  /** The notice or decision that set it. */
  readonly source?: string
}

/**
 * What an office says about its working time (AMB-42): the law gives the word "working", the office gives the hours.
 * Where two segments hold, the later one wins, and one that names weekdays wins over one that names none.
 */
export interface CalendarDeclaration {
  /** First and last day that can be counted with. */
  readonly from: CivilDate
  readonly to: CivilDate
  /** Last day whose holidays and swaps have been announced; an answer past it is provisional. */
  readonly knownThrough: CivilDate
  readonly weekdays: readonly Weekday[]
  readonly sessions: readonly Session[]
  readonly segments?: readonly Segment[]
  readonly days: readonly SpecialDay[]
}

/** Seconds of the day at which sessions open and close: `[open, close, open, close …]`. */
export function sessionSeconds(sessions: readonly Session[]): number[] {
  const bounds = sessions.flatMap(({ from, to }) => [secondOfDay(from), secondOfDay(to)])
  for (let i = 1; i < bounds.length; i++) {
    const emptyOrBackwards = i % 2 === 1 && bounds[i]! <= bounds[i - 1]!
    if (emptyOrBackwards || bounds[i]! < bounds[i - 1]!) {
      const { from, to } = sessions[i >> 1]!
      throw new RangeError(`sessions follow one another and end after they begin; \`${from}-${to}\` does not`)
    }
  }
  return bounds
}

/** Refuses a declaration that cannot be counted with, in a sentence its author can act on. */
export function checkDeclaration({ from, to, weekdays, segments = [] }: CalendarDeclaration): void {
  if (from > to) throw new RangeError(`a calendar ends after it begins, not from ${from} to ${to}`)
  if (weekdays.length === 0 && segments.every((segment) => !segment.weekdays?.length)) {
    throw new RangeError('a calendar needs at least one working weekday')
  }
  for (const segment of segments) {
    const named = segment.name ? ` "${segment.name}"` : ''
    if (segment.from > segment.to) {
      throw new RangeError(`the segment${named} ends before it begins: ${segment.from} to ${segment.to}`)
    }
    if (!segment.weekdays && !segment.sessions) {
      throw new RangeError(`the segment${named} from ${segment.from} says neither weekdays nor sessions`)
    }
  }
}

function secondOfDay(time: string): number {
  const found = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(time)
  const second = found ? Number(found[1]) * 3_600 + Number(found[2]) * 60 : Infinity
  if (second > 86_400) throw new RangeError(`expected a time of day such as \`07:30\`, found \`${time}\``)
  return second
}
