/** Words around slips and the register, in Vietnamese. */
export const slip = {
  slip: {
    list: 'Phiếu và giấy đã lập',
    none: 'Chưa có phiếu nào',
    noneHint:
      'Phiếu được lập cùng lúc với việc tiếp nhận, yêu cầu bổ sung, từ chối, xin lỗi hoặc dừng giải quyết.',
    print: 'In giấy này',
    printHint: {
      A5: 'Khổ A5. Trên bàn phím: Ctrl + P.',
      A4: 'Khổ A4. Trên bàn phím: Ctrl + P.',
      'A4-landscape': 'Khổ A4, giấy ngang. Trên bàn phím: Ctrl + P.',
    },
    pdf: 'Tải bản PDF',
    back: 'Về hồ sơ',
    next: 'Về danh sách mới nộp',
    all: 'Mọi phiếu của hồ sơ',
  },
  register: {
    title: 'Sổ theo dõi hồ sơ',
    lead: 'Hồ sơ cơ quan đã tiếp nhận, theo ngày. Mỗi lần xem không quá 31 ngày.',
    from: 'Từ ngày',
    to: 'Đến ngày',
    show: 'Xem sổ',
    badPeriod:
      'Nhập ngày đầu và ngày cuối có thật, cách nhau không quá 31 ngày, ví dụ 01/03/2026 và 31/03/2026',
  },
}
