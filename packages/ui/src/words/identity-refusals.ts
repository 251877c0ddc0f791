import type { RefusalCode } from '@motcua/domain'

/** Why a sign-in or an act with an account cannot be as asked, in both languages. */
export const identityRefusals = {
  vi: {
    'sign-in-not-offered': 'Cách đăng nhập này không dùng được ở đây. Chọn cách khác.',
    'sign-in-expired': 'Lần đăng nhập này đã quá lâu hoặc đã dùng. Bấm đăng nhập để bắt đầu lại.',
    'identity-refused': 'Ông/bà đã không đồng ý chia sẻ thông tin, nên chưa đăng nhập được.',
    'identity-not-proven': 'Không xác nhận được trả lời của hệ thống định danh. Bấm đăng nhập để thử lại.',
    'identity-unavailable': 'Hệ thống định danh tạm thời không trả lời. Thử lại sau ít phút.',
    'identity-level-too-low':
      'Việc này cần tài khoản định danh điện tử mức 2. Ông/bà có thể đến công an hoặc Bộ phận Một cửa để nâng mức.',
    'identity-differs':
      'Họ tên trên tài khoản định danh không khớp với tài khoản đã có. Mang giấy tờ đến Bộ phận Một cửa để được kiểm tra.',
    'identity-linked-already': 'Tài khoản này đã liên kết với một tài khoản định danh.',
    'account-suspended': 'Tài khoản này đang tạm dừng theo yêu cầu của chủ tài khoản.',
    'account-deleted': 'Tài khoản này đã được hủy.',
    'view-only-account':
      'Tài khoản lập trước đây chỉ còn để xem. Đăng nhập bằng tài khoản định danh điện tử để làm việc này.',
    'self-service-not-regulated': 'Quy chế của tỉnh không cho chủ tài khoản tự làm việc này.',
    'sign-in-again': 'Đăng nhập lại bằng VNeID rồi làm tiếp trong vòng 15 phút.',
    'wrong-password': 'Mật khẩu không đúng. Kiểm tra rồi nhập lại.',
    'proof-expired': 'Đường dẫn này đã dùng hoặc đã quá hạn. Yêu cầu gửi lại đường dẫn mới.',
  },
  en: {
    'sign-in-not-offered': 'This way of signing in is not available here. Choose another one.',
    'sign-in-expired': 'This sign-in took too long or was used before. Press sign in to begin again.',
    'identity-refused': 'You did not agree to be named, so you are not signed in.',
    'identity-not-proven':
      'The answer of the identity system could not be confirmed. Press sign in to try again.',
    'identity-unavailable': 'The identity system does not answer at the moment. Try again in a few minutes.',
    'identity-level-too-low':
      'This needs an electronic identity of level 2. The police or the one-stop section can raise yours.',
    'identity-differs':
      'The name of your electronic identity is not that of the account. Bring your papers to the one-stop section.',
    'identity-linked-already': 'This account is linked to an electronic identity already.',
    'account-suspended': 'Its holder has suspended this account.',
    'account-deleted': 'This account was given up.',
    'view-only-account':
      'An account opened here before may only be read. Sign in with your electronic identity to do this.',
    'self-service-not-regulated': 'The rules of the province do not let holders do this themselves.',
    'sign-in-again': 'Sign in with VNeID again and go on within 15 minutes.',
    'wrong-password': 'The password is wrong. Check it and enter it again.',
    'proof-expired': 'This link was used or has run out. Ask for a new one.',
  },
} satisfies Record<'vi' | 'en', Partial<Record<RefusalCode, string>>>
