import { type CivilDate, type Moment, fromMoment, weekdayOf } from '@motcua/calendar'
import type { Bilingual, Language } from '../source/diagnostic.ts'
import type { LegalBasis } from '../compile/compiled.ts'
import { wordsFor } from '../syntax/phrase-table.ts'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const parts = (date: CivilDate) => {
  const [year, month, day] = date.split('-') as [string, string, string]
  const weekday = both((lang) => wordsFor('WEEKDAY', String(weekdayOf(date)), lang))
  return { year, month, day, weekday }
}

/** `thứ Sáu 06/03/2026` / `Friday 6 March 2026`. */
export function sayDay(date: CivilDate): Bilingual {
  const { year, month, day, weekday } = parts(date)
  return {
    vi: `${weekday.vi} ${day}/${month}/${year}`,
    en: `${weekday.en} ${Number(day)} ${months[Number(month) - 1]!} ${year}`,
  }
}

/** `06/03/2026` / `6 March 2026`. */
export function sayDate(date: string): Bilingual {
  const { year, month, day } = parts(date as CivilDate)
  return { vi: `${day}/${month}/${year}`, en: `${Number(day)} ${months[Number(month) - 1]!} ${year}` }
}

/** `thứ Bảy 07/03` / `Saturday 7 March`. */
export function sayShortDay(date: CivilDate): Bilingual {
  const { month, day, weekday } = parts(date)
  return {
    vi: `${weekday.vi} ${day}/${month}`,
    en: `${weekday.en} ${Number(day)} ${months[Number(month) - 1]!}`,
  }
}

/** `06/03` / `6 March`. */
export function sayBareDay(date: CivilDate): Bilingual {
  const { month, day } = parts(date)
  return { vi: `${day}/${month}`, en: `${Number(day)} ${months[Number(month) - 1]!}` }
}

/** The day in Vietnam that a moment lies in. */
export const dateOfMoment = (moment: Moment): CivilDate => fromMoment(moment).slice(0, 10) as CivilDate

/** `17:30`, with seconds only where there are any. */
function sayTime(moment: Moment): string {
  const text = fromMoment(moment)
  return text.slice(17, 19) === '00' ? text.slice(11, 16) : text.slice(11, 19)
}

/** `17:30 thứ Sáu 06/03/2026` / `17:30 on Friday 6 March 2026`. */
export function sayMoment(moment: Moment): Bilingual {
  const day = sayDay(dateOfMoment(moment))
  const time = sayTime(moment)
  return { vi: `${time} ${day.vi}`, en: `${time} on ${day.en}` }
}

/** `4 giờ 30 phút` / `4 hours 30 minutes`. */
export function sayHours(seconds: number): Bilingual {
  const [h, m, s] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60]
  const vi = [h > 0 ? `${h} giờ` : '', m > 0 ? `${m} phút` : '', s > 0 ? `${s} giây` : '']
  const many = (n: number, word: string) => (n > 0 ? `${n} ${word}${n === 1 ? '' : 's'}` : '')
  const en = [many(h, 'hour'), many(m, 'minute'), many(s, 'second')]
  return { vi: vi.filter(Boolean).join(' ') || '0 giờ', en: en.filter(Boolean).join(' ') || '0 hours' }
}

const unitWords: Readonly<Record<string, Bilingual>> = {
  minute: { vi: 'phút', en: 'minute' },
  'clock-hour': { vi: 'giờ đồng hồ', en: 'clock hour' },
  'working-hour': { vi: 'giờ làm việc', en: 'working hour' },
  'working-day': { vi: 'ngày làm việc', en: 'working day' },
  'calendar-day': { vi: 'ngày', en: 'calendar day' },
  month: { vi: 'tháng', en: 'month' },
}

/** `08 giờ làm việc` / `8 working hours`. Calendar days are said as such, so that nobody takes them for working days. */
export function sayAmount(n: number, unit: string): Bilingual {
  const word = unitWords[unit]!
  const vi = unit === 'calendar-day' ? 'ngày (kể cả ngày nghỉ)' : word.vi
  return { vi: `${String(n).padStart(2, '0')} ${vi}`, en: `${n} ${word.en}${n === 1 ? '' : 's'}` }
}

/** A place within a text: `điểm a khoản 2 Điều 15` / `point a, clause 2, article 15`. */
export function sayPlace({ article, clause, point }: Omit<LegalBasis, 'regulation'>): Bilingual {
  const vi = [point ? `điểm ${point}` : '', clause ? `khoản ${clause}` : '', `Điều ${article}`]
  const en = [point ? `point ${point}` : '', clause ? `clause ${clause}` : '', `article ${article}`]
  return { vi: vi.filter(Boolean).join(' '), en: en.filter(Boolean).join(', ') }
}

/** `khoản 1 Điều 9, Quyết định 30/2019/QĐ-UBND` / `clause 1, article 9, Decision 30/2019/QĐ-UBND`. */
export function sayBasis(basis: LegalBasis): Bilingual {
  return joined([sayPlace(basis), sayAct(basis.regulation)], ', ')
}

/** Several places of the law, joined. */
export function sayBases(bases: readonly LegalBasis[]): Bilingual {
  return joined(bases.map(sayBasis), '; ')
}

/** `Quyết định 30/2019/QĐ-UBND` / `Decision 30/2019/QĐ-UBND`. */
export const sayAct = (number: string): Bilingual => both((lang) => `${actKind(number)[lang]} ${number}`)

/** What kind of act a number is of, told by its letters. */
function actKind(number: string): Bilingual {
  if (number.includes('/NĐ-')) return { vi: 'Nghị định', en: 'Decree' }
  if (number.includes('/TT-')) return { vi: 'Thông tư', en: 'Circular' }
  if (number.includes('/NQ')) return { vi: 'Nghị quyết', en: 'Resolution' }
  if (number.includes('/QH')) return { vi: 'Luật', en: 'Law' }
  return { vi: 'Quyết định', en: 'Decision' }
}

/** A list with `và` / `and` before the last. */
export function sayList(items: readonly Bilingual[]): Bilingual {
  return both((lang) => {
    const all = items.map((one) => one[lang])
    if (all.length < 2) return all.join('')
    return `${all.slice(0, -1).join(', ')} ${lang === 'vi' ? 'và' : 'and'} ${all.at(-1)!}`
  })
}

/** A text made once in each language. */
export const both = (say: (lang: Language) => string): Bilingual => ({ vi: say('vi'), en: say('en') })

/** Texts put together with the same mark in between. */
export const joined = (items: readonly Bilingual[], by: string | Bilingual): Bilingual =>
  both((lang) => items.map((one) => one[lang]).join(typeof by === 'string' ? by : by[lang]))

/** Things of which one will do, with `hoặc` / `or` between them. */
export const sayEither = (items: readonly Bilingual[]): Bilingual =>
  joined(items, { vi: ' hoặc ', en: ' or ' })

/** A text as a sentence begins with it. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** A text as a sentence goes on with it. */
export const small = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
