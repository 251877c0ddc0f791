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
import type { QuestionInfo } from '../vocabulary/questions.ts'

/** A name in Vietnamese, or in both languages. */
type Name = string | Bilingual

/** Office hours and the days they are kept on. */
export interface Hours {
  /** Working weekdays, Monday = 1. */
  readonly weekdays: readonly number[]
  readonly sessions: readonly Session[]
  /** Stretches with hours of their own: a season, Saturday mornings, half days. Both ends included. */
  readonly segments?: readonly HoursSegment[]
  /** Days on which this tenant's offices are closed. */
  readonly closures?: readonly { readonly date: string; readonly name: Name; readonly source?: string }[]
}

/** Hours of their own for some days of the year; what is left out is as in the rest. */
interface HoursSegment {
  readonly from: string
  readonly to: string
  readonly weekdays?: readonly number[]
  readonly sessions?: readonly Session[]
  readonly name?: Name
  /** Fields of business that alone have these hours, such as those served on a Saturday; without it all have them. */
  readonly fields?: readonly string[]
}

/** When a tenant's offices work: data of the tenant, never of the law (AMB-42). */
export interface OfficeHours extends Hours {
  /** When dossiers are taken in, where that is not when they are worked on. What it leaves out is as in the rest. */
  readonly intake?: Partial<Hours>
}

/** A program with the working calendar of its tenant: what questions are asked of. */
export interface BoundProgram {
  readonly program: Program
  readonly calendar: WorkCalendar
  /** The calendar that questions of intake are counted in; the same where the tenant has no other. */
  readonly intakeCalendar: WorkCalendar
  /** Names of holidays, swapped days and closures by date. */
  readonly names: ReadonlyMap<string, Bilingual>
}

/**
 * Binds a tenant's office hours and closures to its law; the national days are in the program. Hours that belong to
 * some fields of business hold where `field` is one of them. Throws RangeError where the hours cannot be counted with.
 */
export function bindCalendar(program: Program, hours: OfficeHours, field?: string): BoundProgram {
  const { calendar, names } = officeCalendar(program.calendar, hours, field)
  if (!hours.intake) return { program, calendar, intakeCalendar: calendar, names }
  const intake = officeCalendar(program.calendar, { ...hours, ...hours.intake }, field)
  return { program, calendar, intakeCalendar: intake.calendar, names: new Map([...intake.names, ...names]) }
}

/** A law without the office hours it may be bound to. */
export const programOf = (law: Program | BoundProgram): Program => ('program' in law ? law.program : law)

/** The calendar a question is counted in. */
export const calendarOf = (
  { calendar, intakeCalendar }: BoundProgram,
  question: Pick<QuestionInfo, 'calendar'>,
): WorkCalendar => (question.calendar === 'intake' ? intakeCalendar : calendar)

/** The working calendar of an office: the nation's days off and the office's own hours and closures. */
export function officeCalendar(
  { from, to, knownThrough, days }: CalendarDays,
  hours: Hours,
  field?: string,
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
    segments: segmentsFor(hours, field).map((segment) => ({
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

const segmentsFor = ({ segments }: Hours, field: string | undefined): readonly HoursSegment[] =>
  (segments ?? []).filter(({ fields }) => !fields || (field !== undefined && fields.includes(field)))

const bilingual = (name: Name): Bilingual => (typeof name === 'string' ? { vi: name, en: name } : name)
