import { type CivilDate, addDays, dateOfDay, dayInfo, dayNumberOf, fromMoment } from '@motcua/calendar'
import type { Bilingual } from '../source/diagnostic.ts'
import type { BoundProgram } from './bind.ts'
import { sayAmount, sayBareDay, sayDay, sayHours, sayList, sayShortDay } from './say.ts'
import type { Step } from './steps.ts'

type Hours = Extract<Step, { k: 'hours' }>
type Days = Extract<Step, { k: 'days' }>

/** How the hours or days of a term were counted: what was used, and every day left out, holidays by name. */
export function sayCount(bound: BoundProgram, step: Hours | Days): Bilingual {
  const counted = step.k === 'hours' ? sayWorked(step.worked) : sayDays(step)
  const left = leftOut(bound, step.daysOff)
  return {
    vi: `${counted.vi}${left ? `; bỏ qua ${left.vi}` : ''}.`,
    en: `${counted.en}${left ? `; left out: ${left.en}` : ''}.`,
  }
}

/** Hours are told day by day, session by session, with the breaks between them; a long count only by its ends. */
function sayWorked(worked: Hours['worked']): Bilingual {
  const days = byDay(worked)
  if (days.length === 0) return { vi: 'Tính giờ làm việc', en: 'Counted in working hours' }
  const told =
    days.length > 4 ? [sayUsed(days[0]!), between(days.length - 2), sayUsed(days.at(-1)!)] : days.map(sayUsed)
  return {
    vi: `Tính ${told.map(({ vi }) => vi).join('; ')}`,
    en: `Counted: ${told.map(({ en }) => en).join('; ')}`,
  }
}

interface Stretch {
  readonly from: number
  readonly to: number
}

/** The stretches of each day. */
function byDay(worked: Hours['worked']): Stretch[][] {
  const days: Stretch[][] = []
  for (let i = 0; i < worked.length; i += 2) {
    const stretch = { from: worked[i]!, to: worked[i + 1]! }
    const last = days.at(-1)
    if (last && dayNumberOf(last[0]!.from) === dayNumberOf(stretch.from)) last.push(stretch)
    else days.push([stretch])
  }
  return days
}

const between = (n: number): Bilingual => ({
  vi: `${n} ngày làm việc ở giữa`,
  en: `${n} working days in between`,
})

/** `thứ Hai 09/03: 4 giờ 30 phút buổi sáng, nghỉ trưa 12:00–13:30, 3 giờ 30 phút buổi chiều`. */
function sayUsed(stretches: readonly Stretch[]): Bilingual {
  const parts: Bilingual[] = []
  for (const [i, { from, to }] of stretches.entries()) {
    const opens = timeOf(from)
    if (i > 0 && stretches[i - 1]!.to < from) parts.push(pause(timeOf(stretches[i - 1]!.to), opens))
    const hours = sayHours(to - from)
    const half =
      opens < '12:00'
        ? { vi: 'buổi sáng', en: 'in the morning' }
        : { vi: 'buổi chiều', en: 'in the afternoon' }
    parts.push({ vi: `${hours.vi} ${half.vi}`, en: `${hours.en} ${half.en}` })
  }
  const day = sayShortDay(dateOfDay(dayNumberOf(stretches[0]!.from)))
  return {
    vi: `${day.vi}: ${parts.map(({ vi }) => vi).join(', ')}`,
    en: `${day.en}: ${parts.map(({ en }) => en).join(', ')}`,
  }
}

/** `17:30` of a moment. */
const timeOf = (at: number): string => fromMoment(at).slice(11, 16)

const pause = (from: string, to: string): Bilingual =>
  from >= '11:00' && to <= '14:30'
    ? { vi: `nghỉ trưa ${from}–${to}`, en: `lunch break ${from}–${to}` }
    : { vi: `nghỉ ${from}–${to}`, en: `closed ${from}–${to}` }

/** Days are told by their first and last; the day that starts the term is not counted. */
function sayDays({ n, unit, backwards, counted }: Days): Bilingual {
  const amount = sayAmount(n, unit)
  if (!counted) return { vi: `Tính ${amount.vi}`, en: `Counted ${amount.en}` }
  const [first, last] = counted.map(dateOfDay) as [CivilDate, CivilDate]
  if (backwards) {
    return {
      vi: `Đếm lùi ${amount.vi} kể từ ngày trước đó, đến hết giờ hành chính ${sayDay(first).vi}`,
      en: `Counted back ${amount.en} from the day before, to close of business on ${sayDay(first).en}`,
    }
  }
  const [a, b] = [sayShortDay(first), sayShortDay(last)]
  const span = first === last ? a : { vi: `từ ${a.vi} đến ${b.vi}`, en: `from ${a.en} to ${b.en}` }
  return {
    vi: `Không tính ngày đầu, đếm ${amount.vi} ${span.vi}, kết thúc cuối giờ hành chính`,
    en: `The first day is not counted; ${amount.en} run ${span.en}, to close of business`,
  }
}

/** Days in between on which the office is closed: weekends, then holidays, swapped days and closures by name. */
function leftOut(bound: BoundProgram, daysOff: readonly number[]): Bilingual | undefined {
  if (daysOff.length === 0) return undefined
  const days = daysOff.map((number) => {
    const date = dateOfDay(number)
    return { date, ...dayInfo(bound.calendar, date) }
  })
  const rest = days.filter(({ kind }) => kind === 'rest')
  const said: Bilingual[] = []
  if (rest.length > 4)
    said.push({ vi: `${rest.length} ngày nghỉ hằng tuần`, en: `${rest.length} weekly rest days` })
  else said.push(...rest.map(({ date }) => sayShortDay(date)))
  const named = days.filter(({ kind }) => kind === 'holiday' || kind === 'swapped-off' || kind === 'closure')
  said.push(...sayNamed(bound, named))
  return said.length === 0 ? undefined : sayList(said)
}

/** Days off with a name; days that follow each other under one name are said together. */
function sayNamed(bound: BoundProgram, days: readonly { date: CivilDate; name?: string }[]): Bilingual[] {
  const groups: { name: Bilingual; days: CivilDate[] }[] = []
  for (const { date, name } of days) {
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
