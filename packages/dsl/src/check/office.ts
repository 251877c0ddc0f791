import type { CivilDate, WorkCalendar } from '@motcua/calendar'
import type { ExampleHours, Regulation } from '../ast/nodes.ts'
import type { CalendarDays } from '../compile/compiled.ts'
import { officeCalendar } from '../evaluate/bind.ts'
import { sayDate } from '../evaluate/say.ts'
import type { Bilingual } from '../source/diagnostic.ts'
import { plainHours } from './sample-calendar.ts'

/** The office whose time a proof is worked in. */
export interface Office {
  readonly calendar: WorkCalendar
  /** The same text for the same days and hours. */
  readonly key: string
  /** Whose hours they are: those the file declares for its examples, or plain ones. */
  readonly hours: 'declared' | 'sample'
}

/** Calendars already laid out, by their hours; a check makes few, an editor the same one again and again. */
const known = new WeakMap<CalendarDays, Map<string, Pick<Office, 'calendar' | 'key'>>>()
const most = 16

/** The office a regulation's time is counted in: the hours its file declares for examples, else plain ones. */
export function officeOf(
  { exampleHours }: Pick<Regulation, 'exampleHours'>,
  days: CalendarDays,
): Office | undefined {
  const {
    weekdays,
    sessions,
    segments = [],
  }: Pick<ExampleHours, 'weekdays' | 'sessions' | 'segments'> = exampleHours ?? plainHours
  const hours = { weekdays, sessions, segments }
  const laid = known.get(days) ?? new Map<string, Pick<Office, 'calendar' | 'key'>>()
  known.set(days, laid)
  const text = JSON.stringify(hours)
  let office = laid.get(text)
  if (!office) {
    try {
      office = { calendar: officeCalendar(days, hours).calendar, key: `${daysKey(days)} ${text}` }
    } catch (error) {
      // Hours or days that cannot be counted with have a diagnostic of their own.
      if (error instanceof RangeError) return undefined
      throw error
    }
    if (laid.size >= most) laid.clear()
    laid.set(text, office)
  }
  return { ...office, hours: exampleHours ? 'declared' : 'sample' }
}

const daysKey = (days: CalendarDays): string =>
  `${days.from} ${days.to} ${days.days.map(({ date, kind }) => date + kind).join()}`

/** Which office a proof speaks of, so that nobody takes it for more than it is. */
export function sayOffice({ hours, calendar }: Office): Bilingual {
  const until = sayDate(calendar.to as CivilDate)
  return hours === 'declared'
    ? {
        vi: `theo giờ hành chính ghi trong tệp và niên lịch đến ${until.vi}`,
        en: `with the office hours of the file and the calendar through ${until.en}`,
      }
    : {
        vi: `theo giờ hành chính mẫu, thứ Hai đến thứ Sáu 07:30-12:00, 13:30-17:00, vì tệp không ghi, và niên lịch đến ${until.vi}`,
        en: `with sample office hours, Monday to Friday 07:30-12:00 and 13:30-17:00, as the file has none, and the calendar through ${until.en}`,
      }
}
