import { type Phrase, phrase } from './phrase.ts'

/**
 * Closed lists of things: channels, levels, ways of filing, look-up fields … One phrase names one value; a value may
 * belong to several lists (`online` is a channel and a way of filing), so the lists say what fits where.
 */
export const channels = [
  'bank-transfer',
  'counter',
  'email',
  'kiosk',
  'mobile',
  'national-portal',
  'online',
  'phone',
  'portal',
  'postal',
  'sms',
  'written',
  'zalo',
] as const
export type Channel = (typeof channels)[number]

/** Data of the look-up page that an article may list. */
export const fields = [
  'code',
  'applicant-name',
  'organisation',
  'field',
  'procedure',
  'submitted-at',
  'accepted-at',
  'due-at',
  'result-at',
  'status',
  'agency',
  'progress',
] as const

/** Days that can be compared when a dossier is classified. */
export const comparableDays = ['due-at', 'result-at'] as const

export const names: readonly Phrase[] = [
  phrase('NAME', 'bank-transfer', 'chuyển khoản', 'bank transfer'),
  phrase('NAME', 'counter', 'bộ phận một cửa | trực tiếp', 'counter'),
  phrase('NAME', 'email', 'thư điện tử', 'email'),
  phrase('NAME', 'kiosk', 'điểm tra cứu', 'kiosk'),
  phrase('NAME', 'mobile', 'thiết bị di động', 'mobile device'),
  phrase('NAME', 'national-portal', 'Cổng Dịch vụ công quốc gia', 'National Public Service Portal'),
  phrase('NAME', 'online', 'trực tuyến', 'online'),
  phrase('NAME', 'phone', 'điện thoại', 'phone'),
  phrase('NAME', 'portal', 'Cổng Dịch vụ công của tỉnh', 'provincial portal'),
  phrase('NAME', 'postal', 'bưu chính công ích', 'public postal service'),
  phrase('NAME', 'sms', 'tin nhắn', 'text message'),
  phrase('NAME', 'written', 'văn bản', 'letter'),
  phrase('NAME', 'zalo', 'Zalo', 'Zalo message'),

  phrase('NAME', 'full', 'toàn trình', 'fully online'),
  phrase('NAME', 'partial', 'một phần', 'partly online'),

  phrase('NAME', 'paper', 'bản giấy', 'on paper'),
  phrase('NAME', 'electronic', 'bản điện tử', 'electronic document'),

  phrase('NAME', 'own', 'thẩm quyền của cơ quan', 'own remit'),
  phrase('NAME', 'cross-agency', 'liên ngành', 'cross-agency'),
  phrase('NAME', 'special', 'đặc biệt', 'special'),

  phrase('NAME', 'code', 'mã hồ sơ', 'dossier code'),
  phrase('NAME', 'applicant-name', 'tên người nộp', 'name of the applicant'),
  phrase('NAME', 'organisation', 'tên tổ chức', 'name of the organisation'),
  phrase('NAME', 'field', 'lĩnh vực', 'field'),
  phrase('NAME', 'procedure', 'thủ tục', 'procedure'),
  phrase('NAME', 'submitted-at', 'ngày nộp', 'day submitted'),
  phrase('NAME', 'accepted-at', 'ngày tiếp nhận', 'day accepted'),
  phrase('NAME', 'due-at', 'ngày hẹn trả', 'due day'),
  phrase('NAME', 'result-at', 'ngày có kết quả', 'result day'),
  phrase('NAME', 'status', 'tình trạng', 'status'),
  phrase('NAME', 'agency', 'cơ quan giải quyết', 'settling agency'),
  phrase('NAME', 'progress', 'tiến độ giải quyết', 'progress'),

  phrase('NAME', 'early', 'trước hạn', 'early'),
  phrase('NAME', 'on-time', 'đúng hạn', 'on time'),
  phrase('NAME', 'late', 'trễ hạn | quá hạn', 'late'),

  phrase('NAME', 'acceptance', 'khi tiếp nhận', 'at acceptance'),
  phrase('NAME', 'submission', 'khi nộp', 'at submission'),
]
