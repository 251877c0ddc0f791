import type { AccountRefusal } from '@motcua/domain'

/** Why something about an account of staff was not done, in both languages. */
export const accountRefusals = {
  vi: {
    'account-step-not-allowed': 'Tài khoản đang ở trạng thái không làm được việc này.',
    'account-locked': 'Tài khoản đang bị khóa hoặc đã thu hồi. Liên hệ bộ phận quản lý tài khoản của tỉnh.',
    'account-own': 'Không ai tự khóa, kích hoạt hay thu hồi tài khoản của chính mình.',
    'accounts-enough': 'Quy chế giới hạn số tài khoản loại này của đơn vị, và đơn vị đã có đủ.',
    'accounts-granted-elsewhere': 'Theo quy chế, tài khoản loại này do đơn vị khác cấp.',
    'request-not-open': 'Đề nghị này đã được xử lý hoặc chưa đủ hồ sơ.',
    'request-papers-missing': 'Đề nghị còn thiếu biểu mẫu theo quy chế.',
    'paper-not-signed':
      'Tệp này không có chữ ký số hợp lệ. Ký số vào tệp, hoặc gửi bản sao điện tử có chứng thực.',
    'nothing-granted': 'Chọn ít nhất một người được cấp, hoặc từ chối cả đề nghị.',
    'role-not-grantable': 'Tài khoản đang dùng không được cấp vai trò này.',
    'invitation-not-good': 'Đường dẫn này đã dùng, đã hết hạn hoặc không đúng. Đề nghị cấp lại.',
    'password-too-common': 'Mật khẩu này quá dễ đoán. Chọn mật khẩu khác.',
    'password-unchanged': 'Mật khẩu mới phải khác mật khẩu đang dùng.',
    'wrong-password': 'Mật khẩu đang dùng không đúng.',
    'wrong-code': 'Mã không đúng hoặc đã dùng. Nhập mã mới trên ứng dụng xác thực.',
    'second-factor-set-already': 'Xác thực hai lớp đã bật.',
    'official-account-unknown': 'Chưa có tài khoản cán bộ nào ở đây gắn với tài khoản công vụ này.',
    'official-account-taken': 'Tài khoản công vụ này đã gắn với một tài khoản cán bộ khác.',
    'password-sign-in-closed': 'Quy chế yêu cầu đăng nhập bằng tài khoản công vụ hoặc VNeID.',
  },
  en: {
    'account-step-not-allowed': 'The account is in a state in which this cannot be done.',
    'account-locked': 'The account is locked or revoked. Ask the province’s account managers.',
    'account-own': 'Nobody locks, activates or revokes their own account.',
    'accounts-enough': 'The regulation limits accounts of this kind, and the agency has as many as it may.',
    'accounts-granted-elsewhere': 'By the regulation, accounts of this kind are granted by another body.',
    'request-not-open': 'This request was dealt with already, or is not complete.',
    'request-papers-missing': 'Forms that the regulation asks for are missing.',
    'paper-not-signed':
      'This file bears no valid digital signature. Sign it, or send a certified electronic copy.',
    'nothing-granted': 'Choose at least one person, or refuse the whole request.',
    'role-not-grantable': 'Your account may not grant this role.',
    'invitation-not-good': 'This link was used, has run out or is not right. Ask for a new one.',
    'password-too-common': 'This password is too easy to guess. Choose another.',
    'password-unchanged': 'The new password must differ from the present one.',
    'wrong-password': 'The present password is not right.',
    'wrong-code': 'The code is wrong or was used. Enter the present one of your authenticator.',
    'second-factor-set-already': 'The second factor is on already.',
    'official-account-unknown': 'No staff account here is linked to this official account.',
    'official-account-taken': 'This official account is linked to another staff account.',
    'password-sign-in-closed': 'The regulation wants sign-in with an official account or VNeID.',
  },
} satisfies Record<'vi' | 'en', Record<AccountRefusal, string>>
