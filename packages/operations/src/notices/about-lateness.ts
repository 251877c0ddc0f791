import type { ApologySigner, EventOf, Locale, PauseEffect } from '@motcua/domain'
import type { Fillings } from './fill-template.ts'
import { shortMoment, wordMoment } from './wording.ts'

/** What a letter says of a pause: what is waited for, and what that does to the time. */
export function aboutPause(
  { reason, note, documentNo, effect }: EventOf<'ClockPaused'>,
  locale: Locale,
): Fillings {
  const waits: Readonly<Record<string, string>> = reasons[locale]
  return {
    waitsFor: waits[reason] ?? reason,
    waitNote: note ? `${note.replace(/[.\s]+$/, '')}.` : ' ',
    documentNo,
    clockEffect: effects[locale][effect.answer ?? 'continue'],
  }
}

/** What a letter says of a clock that runs again. */
export function aboutResumption(
  { at, note, processingClock: { dueAt } }: EventOf<'ClockResumed'>,
  locale: Locale,
): Fillings {
  return {
    resumedAt: wordMoment(at, locale),
    note,
    ...(dueAt !== null && { dueAt: wordMoment(dueAt, locale), dueAtShort: shortMoment(dueAt) }),
  }
}

/** What a letter says of an apology: the promise that is broken, the reason, the new one, and who apologises. */
export function aboutApology(event: EventOf<'ApologyIssued'>, locale: Locale): Fillings {
  const { dueAt: was, reason, processingClock, expectedAt, signer } = event
  const dueAt = processingClock?.dueAt
  return {
    dueWas: wordMoment(was, locale),
    reason,
    apologiser: signer.answer === null ? undefined : signers[locale][signer.answer],
    expectedAt: expectedAt && wordMoment(expectedAt, locale),
    ...(dueAt && { dueAt: wordMoment(dueAt, locale), dueAtShort: shortMoment(dueAt) }),
  }
}

const reasons = {
  vi: {
    consultation: 'ý kiến của cơ quan khác',
    verification: 'xác minh thực tế',
    'force-majeure': 'sự kiện bất khả kháng chấm dứt',
    suspension: 'quyết định của cơ quan có thẩm quyền',
  },
  en: {
    consultation: 'for the opinion of another body',
    verification: 'for facts to be checked on the spot',
    'force-majeure': 'until a force majeure is over',
    suspension: 'for a decision of the competent authority',
  },
} as const

const effects = {
  vi: {
    continue: 'Thời hạn giải quyết vẫn tính; ngày hẹn trả kết quả không đổi.',
    exclude:
      'Thời gian chờ không tính vào thời hạn giải quyết. Ngày hẹn trả mới được báo khi hồ sơ được giải quyết tiếp.',
    reset:
      'Thời hạn giải quyết được tính lại từ đầu khi hồ sơ được giải quyết tiếp; ngày hẹn trả mới được báo lúc đó.',
  },
  en: {
    continue: 'The processing time runs on; the appointment stays.',
    exclude: 'The wait is not counted. The new appointment is told when work goes on.',
    reset: 'The processing time begins anew when work goes on; the new appointment is told then.',
  },
} satisfies Record<Locale, Record<PauseEffect, string>>

const signers = {
  vi: {
    'settling-head': 'Người đứng đầu cơ quan giải quyết',
    'receiving-head': 'Người đứng đầu cơ quan tiếp nhận',
    'receiving-body': 'Cơ quan tiếp nhận hồ sơ',
    agency: 'Cơ quan giải quyết',
  },
  en: {
    'settling-head': 'Head of the settling agency',
    'receiving-head': 'Head of the receiving agency',
    'receiving-body': 'The receiving body',
    agency: 'The settling agency',
  },
} satisfies Record<Locale, Record<ApologySigner, string>>
