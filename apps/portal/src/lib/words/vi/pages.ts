/** Agencies, guide, accessibility. */
export const pages = {
  agencies: {
    title: 'Cơ quan và đường dây nóng',
    lead: (n: number) => `${n} cơ quan nhận và giải quyết thủ tục của tỉnh.`,
    show: (n: number) => `Xem ${n} cơ quan`,
    central: 'Đường dây nóng của tỉnh',
    counter: 'Có Bộ phận Một cửa',
    noCounter: 'Không có Bộ phận Một cửa riêng',
    phone: 'Điện thoại',
    proceduresShort: 'Xem thủ tục',
    hours: 'Giờ tiếp nhận hồ sơ',
    weekdays: ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'],
    closed: 'Những ngày nghỉ sắp tới',
    noClosed: 'Không có ngày nghỉ lễ nào trong 90 ngày tới.',
    provisional: 'dự kiến',
    receivesAt: 'Nhận hồ sơ tại',
    points: 'Điểm tiếp nhận khác',
    authority: 'Trực thuộc',
    hotlineOf: 'Đường dây nóng',
    map: 'Xem bản đồ',
    follows: (name: string, day: string) => `Tiếp nhận công việc của ${name} từ ${day}`,
    gone: 'Cơ quan đã thôi hoạt động',
    until: (day: string) => `đến hết ${day}`,
    now: 'Nay là',
    machine: 'Dữ liệu cho máy đọc (JSON)',
  },
  guide: {
    title: 'Hướng dẫn',
    lead: 'Từ tìm thủ tục đến nhận kết quả, theo đúng thứ tự.',
    find: 'Tìm thủ tục',
    findText:
      'Gõ việc cần làm vào ô tìm kiếm, có dấu hoặc không dấu. Trang của mỗi thủ tục nêu ai được làm, giấy tờ, thời hạn, lệ phí, nơi nộp và căn cứ.',
    file: 'Nộp hồ sơ trực tuyến',
    fileText: [
      'Đăng ký tài khoản một lần, bằng số căn cước, thư điện tử và điện thoại.',
      'Trên trang thủ tục, bấm “Nộp trực tuyến”. Mỗi trang hỏi một việc; câu trả lời được lưu vào bản nháp.',
      'Tải từng giấy tờ lên. Tệp đã tải lên không mất khi có lỗi ở chỗ khác.',
      'Xem lại tất cả, rồi bấm “Nộp hồ sơ”.',
    ],
    fileNational: 'Nộp hồ sơ',
    fileNationalText: (basis: string) => [
      `Theo ${basis}, ông/bà nộp hồ sơ trên Cổng Dịch vụ công quốc gia bằng tài khoản định danh điện tử (VNeID).`,
      'Trang của mỗi thủ tục có nút mở cổng quốc gia kèm mã thủ tục.',
      'Cũng có thể nộp trực tiếp tại Bộ phận Một cửa.',
    ],
    dates: 'Ngày giờ cơ quan phải trả lời',
    datesText:
      'Ngay khi nộp xong, cổng cho biết ngày giờ cơ quan phải trả lời. Bấm “Vì sao ngày này?” để xem điều khoản, giờ làm việc đã tính, giờ nghỉ trưa, ngày nghỉ và ngày lễ đã bỏ qua.',
    intakeNow: 'Nếu nộp ngay bây giờ',
    follow: 'Theo dõi hồ sơ',
    followText: [
      'Đăng nhập và mở “Hồ sơ của tôi” để xem việc cần làm, tiến trình và thông báo.',
      'Hoặc tra cứu bằng mã hồ sơ, không cần đăng nhập.',
    ],
    complete: 'Khi cơ quan yêu cầu bổ sung',
    completeText:
      'Yêu cầu nêu đủ các mục trong một lần, mỗi mục có lý do. Ông/bà tải giấy tờ vào đúng mục rồi gửi lại; thời hạn kiểm tra được tính lại từ đầu.',
    result: 'Nhận kết quả',
    resultText: 'Theo cách đã chọn khi nộp. Giấy tiếp nhận ghi rõ ngày hẹn trả.',
    help: 'Cần giúp đỡ',
    helpText: (hotline: string) =>
      `Gọi ${hotline}, hoặc đến Bộ phận Một cửa gần nhất để được hướng dẫn tại chỗ.`,
  },
  accessibility: {
    title: 'Trợ năng',
    lead: 'Cổng này được làm để mọi người đều dùng được: người khiếm thị, người không dùng được chuột, người dùng điện thoại nhỏ hoặc mạng chậm.',
    aim: 'Mức đạt được',
    aimText:
      'Cổng theo chuẩn WCAG 2.2 mức AA và các yêu cầu của Thông tư 32/2017/TT-BTTTT. Mỗi lần thay đổi, mọi trang được kiểm tra tự động.',
    can: 'Ông/bà có thể',
    canList: [
      'phóng chữ lên 400% mà không mất nội dung;',
      'làm mọi việc chỉ bằng bàn phím;',
      'dùng trình đọc màn hình, cả tiếng Việt và tiếng Anh;',
      'dùng cổng khi trình duyệt tắt JavaScript;',
      'dán mật khẩu từ trình quản lý mật khẩu.',
    ],
    limits: 'Hạn chế đã biết',
    limitsList: [
      'Giấy tờ do người nộp tải lên (ảnh, PDF quét) có thể không đọc được bằng trình đọc màn hình.',
      'Tên thủ tục và giấy tờ chỉ có tiếng Việt, kể cả trên trang tiếng Anh.',
    ],
    contact: 'Gặp khó khăn',
    contactText: (hotline: string, email: string) =>
      `Xin gọi ${hotline} hoặc viết thư tới ${email}. Bộ phận Một cửa giúp nộp hồ sơ tại chỗ cho người gặp khó khăn.`,
  },
}
