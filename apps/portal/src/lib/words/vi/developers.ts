/** Words of the page on the interface for other systems, in Vietnamese. */
export const developers = {
  title: 'Giao diện API',
  lead: 'Cơ quan, tổ chức có hệ thống riêng đọc danh mục thủ tục, tra cứu hồ sơ và lý do của ngày hẹn qua giao diện này, bằng khóa do đơn vị quản lý khóa của tỉnh cấp.',
  how: 'Gửi khóa trong mỗi lần gọi. Khóa có phạm vi và giới hạn riêng, không chia sẻ, không đặt trong trang web. Mọi lần gọi đều được ghi nhật ký.',
  document: 'Tải tài liệu OpenAPI',
  ask: 'Để được cấp khóa, liên hệ đường dây nóng ở cuối trang.',
  inPath: 'trong địa chỉ',
  inQuery: 'tham số',
  required: 'bắt buộc',
  answers: 'Trả lời',
}
