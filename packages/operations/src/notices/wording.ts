import type { Instant } from '@motcua/calendar'
import type { Channel, LegalBasis, Limit, Locale, PauseEffect } from '@motcua/domain'

const weekdays = {
  vi: ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const

/** A civil date in a letter: `thứ Hai, 09/03/2026`. */
export function wordDate(when: string, locale: Locale): string {
  const weekday = new Date(`${when.slice(0, 10)}T00:00:00Z`).getUTCDay()
  return `${weekdays[locale][weekday]}, ${shortDate(when)}`
}

/** A moment in a letter: `17:00 thứ Hai, 09/03/2026`. */
export function wordMoment(at: Instant, locale: Locale): string {
  return `${at.slice(11, 16)} ${wordDate(at, locale)}`
}

/** A moment in a text message: `17:00 09/03/2026`. */
export function shortMoment(at: Instant): string {
  return `${at.slice(11, 16)} ${shortDate(at)}`
}

/** A civil date in a table: `09/03/2026`. */
export function shortDate(when: string): string {
  return `${when.slice(8, 10)}/${when.slice(5, 7)}/${when.slice(0, 4)}`
}

const units = {
  vi: {
    'working-hour': 'giờ làm việc',
    'working-day': 'ngày làm việc',
    'calendar-day': 'ngày',
    month: 'tháng',
  },
  en: {
    'working-hour': 'working hour',
    'working-day': 'working day',
    'calendar-day': 'calendar day',
    month: 'month',
  },
} satisfies Record<Locale, Record<Limit['unit'], string>>

/** A length of legal time: `10 ngày làm việc`; none at all is `trong ngày làm việc`. */
export function wordLimit({ n, unit }: Limit, locale: Locale): string {
  if (n === 0) return locale === 'vi' ? 'trong ngày làm việc' : 'within the working day'
  return `${n} ${units[locale][unit]}${locale === 'en' && n !== 1 ? 's' : ''}`
}

/** Where a rule stands: `điểm a khoản 2 Điều 12, 246/QĐ-UBND`. */
export function wordBasis({ regulation, article, clause, point }: LegalBasis, locale: Locale): string {
  if (locale === 'vi') {
    const place = [point && `điểm ${point}`, clause && `khoản ${clause}`, `Điều ${article}`]
    return `${place.filter(Boolean).join(' ')}, ${regulation}`
  }
  return [point && `point ${point}`, clause && `clause ${clause}`, `article ${article}`, regulation]
    .filter(Boolean)
    .join(', ')
}

const returns = {
  vi: {
    'bank-transfer': 'chuyển khoản',
    counter: 'tại Bộ phận Một cửa',
    email: 'qua thư điện tử',
    kiosk: 'tại ki-ốt tự phục vụ',
    mobile: 'trên ứng dụng di động',
    'national-portal': 'trên Cổng Dịch vụ công quốc gia',
    online: 'trực tuyến',
    phone: 'qua điện thoại',
    portal: 'trên Cổng Dịch vụ công của tỉnh',
    postal: 'qua bưu chính công ích',
    sms: 'qua tin nhắn',
    written: 'bằng văn bản',
    zalo: 'qua Zalo',
  },
  en: {
    'bank-transfer': 'by bank transfer',
    counter: 'at the one-stop counter',
    email: 'by email',
    kiosk: 'at a self-service kiosk',
    mobile: 'in the mobile application',
    'national-portal': 'on the National Public Service Portal',
    online: 'online',
    phone: 'by telephone',
    portal: 'on the public service portal of the province',
    postal: 'by public postal service',
    sms: 'by text message',
    written: 'in writing',
    zalo: 'by Zalo',
  },
} satisfies Record<Locale, Record<Channel, string>>

/** How something reaches a person: `qua bưu chính công ích`. */
export function wordChannel(channel: Channel, locale: Locale): string {
  return returns[locale][channel]
}

/** What the office decided. */
export function wordOutcome(outcome: 'granted' | 'rejected', locale: Locale): string {
  if (locale === 'vi') return outcome === 'granted' ? 'đồng ý giải quyết' : 'không đồng ý giải quyết'
  return outcome === 'granted' ? 'granted' : 'not granted'
}

const effects = {
  vi: {
    continue: 'thời hạn giải quyết vẫn tính.',
    exclude: 'thời hạn giải quyết tạm dừng; thời gian chờ không tính vào thời hạn.',
    reset: 'thời hạn giải quyết tạm dừng; khi nhận đủ, thời hạn được tính lại từ đầu.',
  },
  en: {
    continue: 'the processing time runs on.',
    exclude: 'the processing time stands still; the wait is left out of it.',
    reset: 'the processing time stands still; once everything is there it begins anew.',
  },
} satisfies Record<Locale, Record<PauseEffect, string>>

/** What a wait does to the processing time: the rest of a sentence. */
export function wordEffect(effect: PauseEffect, locale: Locale): string {
  return effects[locale][effect]
}

/** Vietnamese without its marks, for networks and files that know none: `Đã nhận` → `Da nhan`. */
export function withoutMarks(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[–—]/g, '-')
    .replaceAll('…', '...')
}

/** The same with a capital at its beginning. */
export function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
