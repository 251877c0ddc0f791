import type { Locale } from '@motcua/domain'

const vi = {
  receiptTitle: 'Biên lai thu phí, lệ phí điện tử',
  number: 'Số',
  surplusReceipt: 'Khoản nộp thừa, cơ quan phải trả lại cho người nộp.',
  payer: 'Người nộp',
  dossier: 'Hồ sơ',
  procedure: 'Thủ tục',
  way: 'Hình thức nộp',
  paidAt: 'Nộp lúc',
  collectedBy: 'Người thu',
  linesCaption: 'Các khoản đã thu',
  item: 'Khoản thu',
  count: 'Số lượng',
  each: 'Mức thu',
  sum: 'Thành tiền',
  total: 'Tổng cộng',
  basis: 'Căn cứ',
  issued: (at: string) => `Lập lúc ${at} trên hệ thống, có giá trị không cần chữ ký tay.`,
}

const en: typeof vi = {
  receiptTitle: 'Electronic receipt of fees',
  number: 'No.',
  surplusReceipt: 'Paid besides what was owed; the office has to give it back.',
  payer: 'Paid by',
  dossier: 'Dossier',
  procedure: 'Procedure',
  way: 'Paid by way of',
  paidAt: 'Paid at',
  collectedBy: 'Taken by',
  linesCaption: 'What was paid',
  item: 'Item',
  count: 'Count',
  each: 'Each',
  sum: 'Sum',
  total: 'Total',
  basis: 'Basis',
  issued: (at) => `Made ${at} by the system; valid without a signature by hand.`,
}

/** Words about fees that portal and desk share. */
export function feeWords(locale: Locale): typeof vi {
  return locale === 'en' ? en : vi
}
