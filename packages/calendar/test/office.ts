import { readFileSync } from 'node:fs'
import {
  type CalendarDeclaration,
  type Moment,
  type SpecialDay,
  buildCalendar,
  day,
  fromMoment,
  instant,
  toMoment,
} from '../src/index.ts'

/** The days off and make-up days of 2019 to 2027, as the nation announced or the labour code gives them. */
export const nationalDays: SpecialDay[] = readFileSync(new URL('national-days.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [date, kind, name] = line.split(',')
    return { date: day(date!), kind: kind as SpecialDay['kind'], name: name! }
  })

/** The office of the worked cases: Monday to Friday, 07:30–12:00 and 13:30–17:00. */
export const officeDeclaration: CalendarDeclaration = {
  from: day('2019-01-01'),
  to: day('2028-12-31'),
  knownThrough: day('2026-12-31'),
  weekdays: [1, 2, 3, 4, 5],
  sessions: [
    { from: '07:30', to: '12:00' },
    { from: '13:30', to: '17:00' },
  ],
  days: nationalDays,
}

export const office = buildCalendar(officeDeclaration)

/** The same office with some of its declaration changed. */
export const officeWith = (changes: Partial<CalendarDeclaration>) =>
  buildCalendar({ ...officeDeclaration, ...changes })

/** `2019-07-12 16:00` or `2019-07-12 16:00:01`, in Vietnam. */
export const at = (text: string): Moment => toMoment(instant(`${text.replace(' ', 'T')}+07:00`))

/** The same the other way round; seconds are written where there are any. */
export const written = (moment: Moment): string =>
  fromMoment(moment).slice(0, 19).replace('T', ' ').replace(/:00$/, '')
