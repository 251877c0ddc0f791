import {
  addCalendarDays,
  addWorkingDays,
  addWorkingSeconds,
  fromMoment,
  instant,
  toMoment,
} from '@motcua/calendar'
import type { Quantity, Regulation, Share } from '../ast/nodes.ts'
import type { Bilingual, Findings } from '../source/diagnostic.ts'
import { sayMoment } from '../evaluate/say.ts'
import { sampleCalendar } from './sample-calendar.ts'

/** `ngày` and `giờ` alone have two readings; both are worked out on a date of the regulation's own time. */
export function checkQuantity(quantity: Quantity, regulation: Regulation, findings: Findings): void {
  const { n, unit, span } = quantity
  if (n === 0)
    findings.add('E0122', span, { vi: 'số phải lớn hơn không', en: 'the number must be above zero' })
  if (unit !== 'day' && unit !== 'hour') return
  const start = toMoment(instant(`${regulation.effective?.on ?? '2026-01-05'}T09:00:00+07:00`))
  const calendar = sampleCalendar(fromMoment(start))
  const readings =
    unit === 'day'
      ? [
          { vi: 'ngày làm việc', en: 'working days', due: addWorkingDays(calendar, start, n) },
          { vi: 'ngày lịch', en: 'calendar days', due: addCalendarDays(calendar, start, n) },
        ]
      : [
          { vi: 'giờ làm việc', en: 'working hours', due: addWorkingSeconds(calendar, start, n * 3_600) },
          { vi: 'giờ đồng hồ', en: 'clock hours', due: start + n * 3_600 },
        ]
  const word = unit === 'day' ? { vi: 'ngày', en: 'days' } : { vi: 'giờ', en: 'hours' }
  const note = ({ vi, en, due }: (typeof readings)[number]): Bilingual => ({
    vi: `từ ${sayMoment(start).vi}: ${n} ${vi} → ${sayMoment(due).vi}`,
    en: `from ${sayMoment(start).en}: ${n} ${en} → ${sayMoment(due).en}`,
  })
  findings.add(
    'E0301',
    span,
    {
      vi: `«${word.vi}» chưa rõ là ${readings[0]!.vi} hay ${readings[1]!.vi}`,
      en: `\`${word.en}\` does not say whether ${readings[0]!.en} or ${readings[1]!.en} are meant`,
    },
    {
      help: {
        vi: `viết ${readings.map((one) => `«${n} ${one.vi}»`).join(' hoặc ')}`,
        en: `write ${readings.map((one) => `\`${n} ${one.en}\``).join(' or ')}`,
      },
      notes: readings.map(note),
      fixes: readings.map((one) => ({
        label: { vi: one.vi, en: one.en },
        span,
        text: `${String(n).padStart(2, '0')} ${regulation.language === 'vi' ? one.vi : one.en}`,
      })),
    },
  )
}

/** A share of days is rarely a whole number of days, so the rounding must be written. */
export function checkShare(share: Share, findings: Findings): void {
  const { part, of, rounding, span } = share
  if (part < 1 || of < 1 || part > of) {
    findings.add('E0122', span, {
      vi: 'phân số phải lớn hơn 0 và không quá 1',
      en: 'the share must be above 0 and at most 1',
    })
  }
  if (rounding) return
  const days = [10, 20, 7].find((total) => (total * part) % of !== 0) ?? 10
  const exact = (days * part) / of
  const note: Bilingual = {
    vi: `${part}/${of} của ${days} ngày làm việc là ${exact.toFixed(2)}: làm tròn xuống → ${Math.floor(exact)}, làm tròn lên → ${Math.ceil(exact)} ngày làm việc`,
    en: `${part}/${of} of ${days} working days is ${exact.toFixed(2)}: rounded down → ${Math.floor(exact)}, rounded up → ${Math.ceil(exact)} working days`,
  }
  findings.add(
    'E0307',
    span,
    { vi: 'phân số thời gian chưa nói làm tròn thế nào', en: 'a share of time must say how it is rounded' },
    {
      help: {
        vi: 'thêm «, làm tròn xuống» hoặc «, làm tròn lên»',
        en: 'add `, rounded down` or `, rounded up`',
      },
      notes: [note],
    },
  )
}
