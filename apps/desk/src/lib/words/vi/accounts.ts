/** Words of the pages about accounts of staff, in Vietnamese. */
export const accounts = {
  invitation: {
    title: 'Kích hoạt tài khoản cán bộ',
    lead: (name: string, province: string) =>
      `Tài khoản được cấp cho ${name}, tỉnh ${province}. Chọn mật khẩu để bắt đầu sử dụng. Không ai khác biết mật khẩu này.`,
    username: 'Tên đăng nhập',
    usernameHint: 'Ghi lại tên này: lần sau đăng nhập bằng tên và mật khẩu.',
    password: 'Mật khẩu mới',
    passwordHint:
      'Ít nhất 8 ký tự. Một câu dài dễ nhớ, có dấu cách, an toàn hơn một từ có thêm số. Có thể dán từ trình quản lý mật khẩu.',
    again: 'Nhập lại mật khẩu mới',
    passwordShort: 'Nhập mật khẩu dài hơn, ít nhất 8 ký tự',
    passwordLong: 'Nhập mật khẩu ngắn hơn, nhiều nhất 1024 ký tự',
    notTheSame: 'Hai lần nhập chưa giống nhau. Nhập lại cả hai ô',
    duties:
      'Người dùng giữ bí mật tài khoản và mật khẩu, không dùng chung, không đưa dữ liệu sang thiết bị cá nhân.',
    submit: 'Kích hoạt tài khoản',
    notGoodTitle: 'Đường dẫn kích hoạt không dùng được',
    notGood:
      'Đường dẫn này đã dùng, đã quá 7 ngày, đã được thay bằng đường dẫn mới, hoặc gõ chưa đúng. Đề nghị bộ phận quản lý tài khoản của tỉnh cấp đường dẫn khác.',
    toSignIn: 'Đến trang đăng nhập',
    done: (username: string) => `Tài khoản ${username} đã sẵn sàng. Đăng nhập bằng mật khẩu vừa chọn.`,
  },
}
