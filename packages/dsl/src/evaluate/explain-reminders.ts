import { type Instant, toMoment } from '@motcua/calendar'
import type { Bilingual } from '../source/diagnostic.ts'
import type { Reminders } from './reminders.ts'
import { sayAmount, sayList, sayMoment } from './say.ts'

/** Reminders in one sentence: those before the due time, then how often one comes again and when first. */
export function sayReminders({ at, again }: Reminders): Bilingual {
  const before = sayList(at.map(say))
  const every = again && sayAmount(again.n, again.unit)
  const first = again?.at[0] === undefined ? undefined : say(again.at[0])
  const vi = [
    at.length > 0 ? `nhắc vào ${before.vi}` : '',
    every ? `nhắc lại mỗi ${every.vi}${first ? `, lần đầu ${first.vi}` : ''}` : '',
  ]
  const en = [
    at.length > 0 ? `remind at ${before.en}` : '',
    every ? `again every ${every.en}${first ? `, first at ${first.en}` : ''}` : '',
  ]
  return { vi: vi.filter(Boolean).join('; '), en: en.filter(Boolean).join('; ') }
}

const say = (at: Instant): Bilingual => sayMoment(toMoment(at))
