import type { EventOf, Locale } from '@motcua/domain'
import type { Fillings } from './fill-template.ts'
import { wordBasis, wordChannel, wordMoment } from './wording.ts'

/** What a letter says of a fee that is asked for: how much, what for, and what waits for it. */
export function aboutDemand({ fee, reason }: EventOf<'FeeDemanded'>, locale: Locale): Fillings {
  return {
    amount: dong(fee.amount, locale),
    feeItems: fee.lines.map(({ item }) => item).join('; '),
    payBefore: before[locale][fee.before],
    feeBasis: fee.basis.map((one) => wordBasis(one, locale)).join('; ') || undefined,
    reason,
  }
}

/** What a letter says of a fee that was paid: its receipt is named. */
export function aboutFeePaid(
  { amount, at, channel, receiptNo }: EventOf<'FeePaid'>,
  locale: Locale,
): Fillings {
  return {
    amount: dong(amount, locale),
    paidAt: wordMoment(at, locale),
    paidBy: wordChannel(channel, locale),
    receiptNo,
  }
}

/** What a letter says of money that went back, with the number of the voucher. */
export function aboutRefund({ amount, at, paidOut }: EventOf<'FeeRefunded'>, locale: Locale): Fillings {
  return {
    amount: dong(amount, locale),
    refundedAt: wordMoment(at, locale),
    refundedBy: wordChannel(paidOut.channel, locale),
    reference: paidOut.reference,
  }
}

const before = {
  vi: { acceptance: 'trước khi hồ sơ được tiếp nhận', result: 'trước khi nhận kết quả' },
  en: { acceptance: 'before the dossier is accepted', result: 'before the result is handed over' },
} as const

/** An amount in a letter: `135.000 đồng`. */
function dong(amount: number, locale: Locale): string {
  const figure = String(amount).replace(/\B(?=(\d{3})+$)/g, locale === 'vi' ? '.' : ',')
  return `${figure} ${locale === 'vi' ? 'đồng' : 'VND'}`
}
