import type { CivilDate, Instant } from '@motcua/calendar'

/** Where in a regulation a rule stands: article (Điều), clause (khoản) and point (điểm). */
export interface LegalBasis {
  readonly regulation: string
  readonly article: string
  readonly clause?: string
  readonly point?: string
}

/** The two languages every word shown to a person exists in. Vietnamese is the original. */
export interface Bilingual {
  readonly vi: string
  readonly en: string
}

/** One sentence of a reason, with the article it rests on where it rests on one. */
export interface ReasonSentence extends Bilingual {
  readonly basis?: LegalBasis
}

/** A stretch of one day, `HH:MM` to `HH:MM` (`24:00` ends a day). */
export interface DayStretch {
  readonly from: string
  readonly to: string
}

export type StripDayKind = 'working' | 'rest' | 'holiday' | 'swapped-off' | 'make-up' | 'closure'

/** One day of the date strip: its sessions and which part of them the clock used. */
export interface StripDay {
  readonly date: CivilDate
  readonly kind: StripDayKind
  /** Name of the holiday, swap or closure, in Vietnamese and in English. */
  readonly name?: string
  readonly nameEn?: string
  readonly sessions: readonly DayStretch[]
  readonly used: readonly DayStretch[]
}

/** The picture behind a date: the days from its start to its due moment. */
export interface Strip {
  readonly startAt: Instant
  readonly dueAt: Instant
  readonly days: readonly StripDay[]
  /** How many whole days were left out of the middle of `days` to keep the picture small. */
  readonly elidedDays?: number
}

/**
 * An answer of the regulation in force, kept as it was given: what was answered, by which article, by which
 * program, and why in sentences. It is never computed again for a clock that runs (AMB-17).
 */
export interface Determination<Answer = unknown> {
  readonly question: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly answer: Answer
  readonly basis: readonly LegalBasis[]
  /** How the answer was found. */
  readonly path: 'answered' | 'inherited' | 'delegated' | 'silent'
  /** True where the answer passes the day up to which the calendar is known. */
  readonly provisional: boolean
  /** Hash of the compiled program that answered. */
  readonly program: string
  readonly because: readonly ReasonSentence[]
  readonly strip?: Strip
}

/** A running legal clock: when it began to run, when it ends, and why. `dueAt` is null where the law is silent. */
export interface LegalClock {
  readonly startedAt: Instant
  readonly dueAt: Instant | null
  readonly why: Determination<Instant | null>
}
