/** Words of the lists of dossiers, in Vietnamese. */
export const queues = {
  queues: {
    label: 'Các mục hồ sơ',
    names: {
      new: 'Mới nộp',
      'awaiting-completion': 'Chờ bổ sung',
      processing: 'Đang xử lý',
      done: 'Đã xong',
    },
    hints: {
      new: 'Chờ tiếp nhận, yêu cầu bổ sung hoặc từ chối. Đến hạn trước đứng trước.',
      'awaiting-completion': 'Đã gửi yêu cầu, đang chờ người nộp bổ sung.',
      processing: 'Đã tiếp nhận, đang giải quyết. Hẹn trả trước đứng trước.',
      done: 'Đã có kết quả hoặc đã từ chối tiếp nhận.',
    },
    empty: {
      new: 'Không có hồ sơ mới nộp nào đang chờ',
      'awaiting-completion': 'Không có hồ sơ nào đang chờ bổ sung',
      processing: 'Không có hồ sơ nào đang xử lý',
      done: 'Chưa có hồ sơ nào đã xong',
    },
    emptyHint: {
      new: 'Hồ sơ nộp trên cổng dịch vụ công hiện ở đây ngay khi được gửi. Hồ sơ mang đến quầy thì vào mục Nhận tại quầy.',
      'awaiting-completion': 'Hồ sơ đã yêu cầu bổ sung nằm ở đây cho đến khi người nộp gửi lại.',
      processing: 'Hồ sơ đã tiếp nhận nằm ở đây cho đến khi ghi kết quả.',
      done: 'Hồ sơ đã ghi kết quả hoặc bị từ chối tiếp nhận nằm ở đây.',
    },
    count: (n: number) => `${n} hồ sơ`,
    search: 'Tìm trong mục này',
    searchHint: 'Mã hồ sơ hoặc họ tên người nộp',
    searchResults: (q: string) => `Kết quả tìm “${q}” trong mục này`,
    searchEmpty: (q: string) => `Mục này không có hồ sơ nào khớp “${q}”`,
    searchEmptyHint: 'Kiểm tra lại mã hồ sơ, hoặc tìm trong mục khác.',
    clearSearch: 'Bỏ tìm kiếm',
    caption: (queue: string) => `Danh sách hồ sơ: ${queue}`,
    columns: {
      dossier: 'Hồ sơ',
      applicant: 'Người nộp',
      procedure: 'Thủ tục',
      submitted: 'Nộp lúc',
      intakeClock: 'Hạn tiếp nhận',
      processingClock: 'Hẹn trả kết quả',
      state: 'Trạng thái',
    },
    attempt: (n: number) => `nộp lần ${n}`,
    first: 'Về đầu danh sách',
  },
}
