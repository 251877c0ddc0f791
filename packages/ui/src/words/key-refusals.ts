import type { RefusalCode } from '@motcua/domain'

/** Why a key of another system cannot be as asked, in both languages. */
export const keyRefusals = {
  vi: {
    'key-without-limit': 'Khóa chưa có giới hạn số lượt gọi nên chưa kích hoạt được. Nhập giới hạn trước.',
    'key-not-active': 'Khóa này chưa được kích hoạt hoặc đã bị tạm dừng.',
    'key-already-active': 'Khóa này đã được kích hoạt.',
    'key-revoked': 'Khóa này đã bị thu hồi.',
  },
  en: {
    'key-without-limit': 'The key has no limit of calls and cannot be activated. Set a limit first.',
    'key-not-active': 'This key is not active.',
    'key-already-active': 'This key is active already.',
    'key-revoked': 'This key was revoked.',
  },
} satisfies Record<'vi' | 'en', Partial<Record<RefusalCode, string>>>
