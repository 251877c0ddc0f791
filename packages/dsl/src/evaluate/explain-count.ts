import { type CivilDate, type DayInfo, type Moment, addDays, dayInfo } from '@motcua/calendar'
import type { Bilingual } from '../source/diagnostic.ts'
import type { BoundProgram } from './bind.ts'
import { dateOfMoment, sayAmount, sayBareDay, sayDay, sayHours, sayList, sayShortDay } from './say.ts'
import type { Trace } from './trace.ts'

interface Day extends DayInfo {
  readonly date: CivilDate
}

/** How the hours or days of a term were counted: what was used, and every day left out, holidays by name. */
export function explainCount(bound: BoundProgram, trace: Trace): Bilingual | undefined {
  const { start, due, unit, n, eventAt = start } = trace
  if (start === undefined || due === undefined || unit === undefined || n === undefined || n === 0)
    return undefined
  const days = daysBetween(bound, Math.min(start, due), Math.max(start, due))
  const counted =
    unit === 'working-hour' ? countHours(days, start, due) : countDays(days, trace, n, unit === 'working-day')
  const sinceEvent = daysBetween(bound, Math.min(eventAt!, start, due), Math.max(start, due))
  const left = leftOut(bound, sinceEvent, unit === 'working-hour' || unit === 'working-day')
  return {
    vi: `${counted.vi}${left ? `; bỏ qua ${left.vi}` : ''}.`,
    en: `${counted.en}${left ? `; left out: ${left.en}` : ''}.`,
  }
}

function daysBetween({ calendar }: BoundProgram, from: Moment, to: Moment): Day[] {
  const days: Day[] = []
  const last = dateOfMoment(to)
  for (let date = dateOfMoment(from); date <= last; date = addDays(date, 1)) {
    days.push({ date, ...dayInfo(calendar, date) })
  }
  return days
}

/** Hours are told day by day, session by session, with the breaks between them; a long count only by its ends. */
function countHours(days: readonly Day[], start: Moment, due: Moment): Bilingual {
  const told = days.flatMap((day) => sayUsed(day, start, due) ?? [])
  if (told.length === 0) return { vi: 'Tính giờ làm việc', en: 'Counted in working hours' }
  const shown = told.length > 4 ? [told[0]!, between(told.length - 2), told.at(-1)!] : told
  return {
    vi: `Tính ${shown.map(({ vi }) => vi).join('; ')}`,
    en: `Counted: ${shown.map(({ en }) => en).join('; ')}`,
  }
}

const between = (n: number): Bilingual => ({
  vi: `${n} ngày làm việc ở giữa`,
  en: `${n} working days in between`,
})

/** `thứ Hai 09/03: 4 giờ 30 phút buổi sáng, nghỉ trưa 12:00–13:30, 3 giờ 30 phút buổi chiều`. */
function sayUsed({ date, sessions }: Day, start: Moment, due: Moment): Bilingual | undefined {
  const parts: Bilingual[] = []
  let closed: string | undefined
  for (const { from, to } of sessions) {
    const [opens, closes] = [momentAt(date, from), momentAt(date, to)]
    const seconds = Math.min(closes, due) - Math.max(opens, start)
    if (seconds <= 0) continue
    if (closed !== undefined && closed < from) parts.push(pause(closed, from))
    closed = to
    const hours = sayHours(seconds)
    const half =
      from < '12:00'
        ? { vi: 'buổi sáng', en: 'in the morning' }
        : { vi: 'buổi chiều', en: 'in the afternoon' }
    parts.push({ vi: `${hours.vi} ${half.vi}`, en: `${hours.en} ${half.en}` })
  }
  if (parts.length === 0) return undefined
  const day = sayShortDay(date)
  return {
    vi: `${day.vi}: ${parts.map(({ vi }) => vi).join(', ')}`,
    en: `${day.en}: ${parts.map(({ en }) => en).join(', ')}`,
  }
}

const pause = (from: string, to: string): Bilingual =>
  from >= '11:00' && to <= '14:30'
    ? { vi: `nghỉ trưa ${from}–${to}`, en: `lunch break ${from}–${to}` }
    : { vi: `nghỉ ${from}–${to}`, en: `closed ${from}–${to}` }

function momentAt(date: CivilDate, time: string): Moment {
  const [h, m] = time.split(':').map(Number)
  return Date.parse(`${date}T00:00:00+07:00`) / 1_000 + h! * 3_600 + m! * 60
}

/** Days are told by their first and last; the day that starts the term is not counted. */
function countDays(days: readonly Day[], { backwards, unit }: Trace, n: number, working: boolean): Bilingual {
  const amount = sayAmount(n, unit!)
  const used = working ? days.filter(({ kind }) => kind === 'working' || kind === 'make-up') : days
  const counted = backwards ? used.slice(0, -1) : used.filter(({ date }) => date !== days[0]!.date)
  const [first, last] = [counted[0], counted.at(-1)]
  if (!first || !last) return { vi: `Tính ${amount.vi}`, en: `Counted ${amount.en}` }
  if (backwards) {
    return {
      vi: `Đếm lùi ${amount.vi} kể từ ngày trước đó, đến hết giờ hành chính ${sayDay(first.date).vi}`,
      en: `Counted back ${amount.en} from the day before, to close of business on ${sayDay(first.date).en}`,
    }
  }
  const [a, b] = [sayShortDay(first.date), sayShortDay(last.date)]
  const span = first === last ? a : { vi: `từ ${a.vi} đến ${b.vi}`, en: `from ${a.en} to ${b.en}` }
  return {
    vi: `Không tính ngày đầu, đếm ${amount.vi} ${span.vi}, kết thúc cuối giờ hành chính`,
    en: `The first day is not counted; ${amount.en} run ${span.en}, to close of business`,
  }
}

/** Days in between on which the office is closed: weekends, then holidays, swapped days and closures by name. */
function leftOut(bound: BoundProgram, days: readonly Day[], skips: boolean): Bilingual | undefined {
  if (!skips) return undefined
  const rest = days.filter(({ kind }) => kind === 'rest')
  const said: Bilingual[] = []
  if (rest.length > 4)
    said.push({ vi: `${rest.length} ngày nghỉ hằng tuần`, en: `${rest.length} weekly rest days` })
  else said.push(...rest.map(({ date }) => sayShortDay(date)))
  for (const group of named(bound, days)) said.push(group)
  return said.length === 0 ? undefined : sayList(said)
}

/** Days off with a name; days that follow each other under one name are said together. */
function named(bound: BoundProgram, days: readonly Day[]): Bilingual[] {
  const groups: { name: Bilingual; days: CivilDate[] }[] = []
  for (const { date, kind, name } of days) {
    if (kind !== 'holiday' && kind !== 'swapped-off' && kind !== 'closure') continue
    const both = bound.names.get(date) ?? { vi: name ?? 'nghỉ', en: name ?? 'closed' }
    const last = groups.at(-1)
    if (last && last.name.vi === both.vi && addDays(last.days.at(-1)!, 1) === date) last.days.push(date)
    else groups.push({ name: both, days: [date] })
  }
  return groups.map(({ name, days: dates }) => {
    const [first, last] = [sayBareDay(dates[0]!), sayBareDay(dates.at(-1)!)]
    const one = dates.length === 1
    return {
      vi: `${name.vi} (${one ? first.vi : `${first.vi}–${last.vi}`})`,
      en: `${name.en} (${one ? first.en : `${first.en} – ${last.en}`})`,
    }
  })
}

/** Why an answer is provisional: the calendar is announced only up to its horizon. */
export function explainProvisional({ program }: BoundProgram): Bilingual {
  const known = sayDay(program.calendar.knownThrough as CivilDate)
  return {
    vi: `Kết quả này là tạm tính, vì lịch nghỉ lễ, tết và ngày hoán đổi mới được công bố đến hết ${known.vi}.`,
    en: `This is provisional: public holidays and swapped days are announced only up to ${known.en}.`,
  }
}

/** The name of the day, where it is off by name. */
export function dayOffName(bound: BoundProgram, date: CivilDate): Bilingual {
  const { kind } = dayInfo(bound.calendar, date)
  const name = bound.names.get(date)
  if (name && kind !== 'working') return { vi: `ngày nghỉ (${name.vi})`, en: `a day off (${name.en})` }
  return { vi: 'không phải ngày làm việc', en: 'not a working day' }
}
