/** Words of the page on which a new province's first administrator comes in, in Vietnamese. */
export const firstAdministrator = {
  firstAdministrator: {
    title: (province: string) => `Quản trị viên đầu tiên của ${province}`,
    lead: 'Tài khoản này khai báo mọi việc của tỉnh và cấp tài khoản cho đồng nghiệp. Không có mật khẩu mặc định: mật khẩu do chính người được mời chọn.',
    fullName: 'Họ và tên',
    username: 'Tên đăng nhập',
    usernameHint: 'Chữ thường không dấu, chữ số, dấu chấm hoặc gạch; ví dụ nguyenvanan.ttpvhcc',
    email: 'Thư điện tử công vụ',
    agency: 'Cơ quan',
    chooseAgency: 'Chọn cơ quan',
    submit: 'Mở tài khoản và vào bàn làm việc',
    wrong: {
      fullName: 'Nhập họ và tên',
      username: 'Nhập tên đăng nhập từ 3 đến 60 ký tự: chữ thường không dấu, chữ số, dấu chấm, gạch',
      email: 'Nhập địa chỉ thư điện tử, ví dụ ten@tinh.gov.vn',
      agencyId: 'Chọn cơ quan',
      password: 'Nhập mật khẩu dài hơn, ít nhất 8 ký tự',
    } as Record<string, string>,
    voidTitle: 'Lời mời không dùng được',
    void: 'Lời mời đã dùng, đã quá 7 ngày, đã được thay bằng lời mời mới, hoặc gõ chưa đúng. Áp dụng lại khai báo của tỉnh để nhận lời mời khác.',
  },
}
