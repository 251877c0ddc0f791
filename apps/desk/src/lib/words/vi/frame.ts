/** Words of the frame of every page, the sign-in and the settings, in Vietnamese. */
export const frame = {
  desk: 'Bàn làm việc một cửa',

  nav: {
    label: 'Điều hướng chính',
    today: 'Hôm nay',
    queues: 'Hồ sơ',
    search: 'Tìm hồ sơ',
    counter: 'Nhận tại quầy',
    more: 'Khác',
    register: 'Sổ theo dõi',
    settings: 'Giao diện và phím tắt',
    account: 'Tài khoản',
  },

  roles: {
    'one-stop-officer': 'Cán bộ một cửa',
    specialist: 'Chuyên viên',
    leader: 'Lãnh đạo',
    accountant: 'Kế toán',
    'postal-officer': 'Nhân viên bưu chính',
    'one-stop-head': 'Trưởng bộ phận một cửa',
    'tenant-admin': 'Quản trị hệ thống của tỉnh',
    'unit-admin': 'Quản trị tài khoản của đơn vị',
    'account-manager': 'Quản lý tài khoản của tỉnh',
    'catalogue-editor': 'Cán bộ công bố thủ tục',
    'catalogue-appraiser': 'Cán bộ thẩm định thủ tục',
    'key-manager': 'Quản lý khóa kết nối',
    auditor: 'Kiểm tra nhật ký',
    'incident-manager': 'Trực sự cố',
  },

  signIn: {
    title: 'Đăng nhập dành cho cán bộ',
    lead: 'Trang này dành cho cán bộ Bộ phận Một cửa. Người dân nộp và tra cứu hồ sơ trên cổng dịch vụ công của tỉnh.',
    tenant: 'Tỉnh',
    chooseTenant: 'Chọn tỉnh',
    username: 'Tên đăng nhập',
    password: 'Mật khẩu',
    tenantMissing: 'Chọn tỉnh',
    usernameMissing: 'Nhập tên đăng nhập',
    passwordMissing: 'Nhập mật khẩu',
    wrong: 'Tên đăng nhập hoặc mật khẩu không đúng, hoặc tài khoản không thuộc tỉnh đã chọn',
    tooManyTitle: 'Tạm dừng đăng nhập',
    tooMany: (minutes: number) =>
      `Đã đăng nhập sai quá nhiều lần. Thử lại sau ${minutes} phút. Nếu quên mật khẩu, liên hệ quản trị hệ thống của tỉnh.`,
    signedOut: 'Đã đăng xuất.',
    signInFirst: 'Đăng nhập để mở trang này.',
  },

  noWork: {
    title: 'Không có hồ sơ cho vai trò này',
    body: 'Tài khoản này không xử lý hồ sơ tại Bộ phận Một cửa. Cán bộ và trưởng bộ phận một cửa mới có danh sách hồ sơ.',
  },

  settings: {
    title: 'Giao diện và phím tắt',
    theme: 'Nền màn hình',
    themes: { auto: 'Theo thiết bị', light: 'Sáng', dark: 'Tối' },
    shortcuts: 'Phím tắt một chữ',
    shortcutsHint: 'Nên tắt nếu dùng phần mềm ra lệnh bằng giọng nói hoặc hay chạm nhầm phím.',
    shortcutsOn: 'Bật',
    shortcutsOff: 'Tắt',
    saved: 'Đã lưu cho trình duyệt này.',
    keysTitle: 'Các phím tắt',
    keyColumns: { key: 'Phím', does: 'Việc' },
    keys: {
      j: 'Xuống hồ sơ kế tiếp trong danh sách',
      k: 'Lên hồ sơ phía trên',
      Enter: 'Mở hồ sơ đang chọn',
      t: 'Mở trang tiếp nhận hồ sơ',
      b: 'Mở trang yêu cầu bổ sung hồ sơ',
      x: 'Chọn hoặc bỏ chọn hồ sơ đang đứng',
      '1–9': 'Mở mục hồ sơ theo thứ tự',
      '/': 'Đến ô tìm kiếm',
    },
  },

  limits: {
    tooLong: (label: string, most: number) => `Rút ngắn “${label}”, nhiều nhất ${most} ký tự`,
    fileTooLarge: (name: string, size: string) => `Tệp ${name} nặng ${size}. Chọn tệp không quá 20 MB`,
    filesTooLarge: (size: string) => `Các tệp nặng tất cả ${size}. Chọn bớt, không quá 24 MB một lần`,
  },
}
