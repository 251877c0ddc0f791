/** Words of the pages that say why something cannot be shown, in Vietnamese. */
export const errors = {
  errors: {
    403: {
      title: 'Tài khoản này không được làm việc này',
      body: 'Vai trò của tài khoản không bao gồm trang vừa mở. Nếu cần, đề nghị trưởng bộ phận một cửa.',
    },
    404: {
      title: 'Không tìm thấy trang hoặc hồ sơ này',
      body: 'Có thể địa chỉ gõ sai, hoặc hồ sơ thuộc tỉnh khác. Tìm theo mã hồ sơ trong danh sách.',
    },
    409: {
      title: 'Hồ sơ này đã được xử lý trước đó',
      body: 'Thao tác vừa gửi chưa được thực hiện và không có gì bị ghi đè.',
      byWhom: (by: string, what: string, when: string) => `${by}: ${what}, lúc ${when}.`,
      what: (what: string, when: string) => `${what}, lúc ${when}.`,
      open: (no: string) => `Mở hồ sơ ${no}`,
    },
    notNow: {
      title: 'Hồ sơ không ở bước làm việc này',
      body: 'Việc này chưa đến lúc làm, hoặc đã làm rồi. Mở hồ sơ để xem những việc làm được bây giờ.',
      last: 'Việc gần nhất:',
    },
    400: {
      title: 'Nội dung gửi lên không đọc được',
      body: 'Trang vừa gửi đến máy chủ không trọn vẹn, có thể vì mất kết nối giữa chừng. Quay lại, kiểm tra rồi gửi lại.',
    },
    413: {
      title: 'Tệp gửi lên quá lớn',
      body: 'Mỗi tệp tối đa 20 MB, tất cả không quá 24 MB một lần gửi. Quay lại và chọn tệp nhỏ hơn.',
    },
    429: {
      title: 'Quá nhiều yêu cầu trong thời gian ngắn',
      body: 'Chờ một phút rồi thử lại.',
    },
    500: {
      title: 'Hệ thống gặp lỗi',
      body: 'Thao tác vừa rồi có thể chưa được ghi. Mở lại hồ sơ để kiểm tra trước khi làm lại.',
    },
    503: {
      title: 'Hệ thống tạm thời chưa phục vụ được',
      body: 'Những gì đã ghi vẫn được giữ. Thử lại sau ít phút; trong lúc chờ, ghi hồ sơ tại quầy vào sổ giấy.',
    },
    requestId: 'Mã yêu cầu, để báo bộ phận kỹ thuật:',
    home: 'Về trang đầu',
  },
}
