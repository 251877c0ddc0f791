import {
  type CivilDate,
  type Session,
  type Weekday,
  type WorkCalendar,
  buildCalendar,
} from '@motcua/calendar'
import type { CalendarDays } from '../compile/compiled.ts'
import type { Program } from '../compile/program.ts'
import type { Bilingual } from '../source/diagnostic.ts'

/** A name in Vietnamese, or in both languages. */
type Name = string | Bilingual

/** When a tenant's offices work: data of the tenant, never of the law (AMB-42). */
export interface OfficeHours {
  /** Working weekdays, Monday = 1. */
  readonly weekdays: readonly number[]
  readonly sessions: readonly Session[]
  /** Stretches with hours of their own: a season, Saturday mornings, half days. Both ends included. */
  readonly segments?: readonly {
    readonly from: string
    readonly to: string
    readonly weekdays?: readonly number[]
    readonly sessions?: readonly Session[]
    readonly name?: Name
  }[]
  /** Days on which this tenant's offices are closed. */
  readonly closures?: readonly { readonly date: string; readonly name: Name; readonly source?: string }[]
}

/** A program with the working calendar of its tenant: what questions are asked of. */
export interface BoundProgram {
  readonly program: Program
  readonly calendar: WorkCalendar
  /** Names of holidays, swapped days and closures by date. */
  readonly names: ReadonlyMap<string, Bilingual>
}

/**
 * Binds a tenant's office hours and closures to its law; the national days are in the program.
 * Throws RangeError where the hours cannot be counted with.
 */
export function bindCalendar(program: Program, hours: OfficeHours): BoundProgram {
  return { program, ...officeCalendar(program.calendar, hours) }
}

/** The working calendar of an office: the nation's days off and the office's own hours and closures. */
export function officeCalendar(
  { from, to, knownThrough, days }: CalendarDays,
  hours: OfficeHours,
): Pick<BoundProgram, 'calendar' | 'names'> {
  const closures = (hours.closures ?? []).map(({ date, name, source }) => ({
    date: date as CivilDate,
    kind: 'closure' as const,
    name: bilingual(name),
    source: source ?? null,
  }))
  const national = days.filter(({ date }) => closures.every((closure) => closure.date !== date))
  const all = [...national, ...closures]
  const calendar = buildCalendar({
    from: from as CivilDate,
    to: to as CivilDate,
    knownThrough: knownThrough as CivilDate,
    weekdays: hours.weekdays as readonly Weekday[],
    sessions: hours.sessions,
    segments: (hours.segments ?? []).map((segment) => ({
      from: segment.from as CivilDate,
      to: segment.to as CivilDate,
      ...(segment.weekdays ? { weekdays: segment.weekdays as readonly Weekday[] } : {}),
      ...(segment.sessions ? { sessions: segment.sessions } : {}),
      ...(segment.name === undefined ? {} : { name: bilingual(segment.name).vi }),
    })),
    days: all.map(({ date, kind, name, source }) => ({
      date: date as CivilDate,
      kind,
      name: name.vi,
      ...(source === null ? {} : { source }),
    })),
  })
  return { calendar, names: new Map(all.map(({ date, name }) => [date, name])) }
}

const bilingual = (name: Name): Bilingual => (typeof name === 'string' ? { vi: name, en: name } : name)
