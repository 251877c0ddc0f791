import { named } from './named.ts'

/** Ways by which something is filed, paid, told or looked up. */
export const channels = [
  'bank-counter',
  'bank-transfer',
  'counter',
  'email',
  'kiosk',
  'mobile',
  'national-portal',
  'online',
  'other-means',
  'phone',
  'portal',
  'postal',
  'qa-section',
  'sms',
  'social-network',
  'system-account',
  'written',
  'zalo',
] as const
/** A channel of the list. */
export type Channel = (typeof channels)[number]

/** The names of channels. */
export const channelNames = named([
  ['bank-counter', 'quầy giao dịch ngân hàng', 'bank counter'],
  ['bank-transfer', 'chuyển khoản', 'bank transfer'],
  ['counter', 'bộ phận một cửa | trực tiếp', 'counter | one-stop section'],
  ['email', 'thư điện tử', 'email'],
  ['kiosk', 'điểm tra cứu', 'kiosk'],
  ['mobile', 'thiết bị di động', 'mobile device'],
  ['national-portal', 'Cổng Dịch vụ công quốc gia', 'National Public Service Portal'],
  ['online', 'trực tuyến', 'online'],
  ['other-means', 'hình thức hợp pháp khác', 'other lawful means'],
  ['phone', 'điện thoại', 'phone'],
  ['portal', 'Cổng Dịch vụ công của tỉnh', 'provincial portal'],
  ['postal', 'bưu chính công ích', 'public postal service'],
  ['qa-section', 'chuyên mục hỏi đáp', 'questions and answers section'],
  ['sms', 'tin nhắn', 'text message'],
  ['social-network', 'mạng xã hội', 'social network'],
  ['system-account', 'tài khoản trên Hệ thống', 'account on the System'],
  ['written', 'văn bản', 'letter'],
  ['zalo', 'Zalo', 'Zalo message'],
])
