/** Electronic identity, and the holder's own account. */
export const identity = {
  signIn: {
    title: 'Tài khoản định danh điện tử',
    button: 'Đăng nhập bằng VNeID',
    only: (basis: string) =>
      `Theo ${basis}, người dân đăng nhập bằng tài khoản định danh điện tử. Tài khoản lập trước đây ở cổng này chỉ còn để xem hồ sơ cũ.`,
    also: 'Có tài khoản VNeID thì không cần đăng ký ở cổng này.',
    local: 'Tài khoản của cổng này',
    old: 'Tài khoản lập trước đây',
    forgot: 'Quên mật khẩu?',
    forgotLink: 'Đặt lại mật khẩu',
  },
  link: {
    title: 'Liên kết với tài khoản đã có',
    lead: 'Số định danh của ông/bà đã có tài khoản ở cổng này. Ông/bà có đồng ý liên kết tài khoản đó với VNeID không?',
    account: 'Tài khoản đã có',
    otherName:
      'Họ tên của tài khoản này khác với họ tên trên VNeID. Chỉ liên kết được khi nhập đúng mật khẩu của tài khoản.',
    what: 'Khi liên kết',
    points: [
      'Hồ sơ, bản nháp và giấy tờ của tài khoản này hiện ra khi đăng nhập bằng VNeID.',
      'Nếu không nhập mật khẩu cũ: mật khẩu đó hết hiệu lực, các phiên đang mở bị kết thúc, địa chỉ liên hệ lấy theo VNeID.',
      'Không có gì trong hồ sơ đã nộp bị thay đổi.',
    ],
    password: 'Mật khẩu của tài khoản đã có',
    passwordOptional: 'Mật khẩu của tài khoản đã có (không bắt buộc)',
    passwordHint: 'Nhập nếu ông/bà còn nhớ và muốn giữ cách đăng nhập đó',
    agree: 'Đồng ý liên kết',
    refuse: 'Không liên kết',
    help: (hotline: string) => `Nếu tài khoản này không phải của ông/bà, xin gọi ${hotline}.`,
  },
}
