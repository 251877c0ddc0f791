/** Words of the receipt slip, in Vietnamese. */
export const slip = {
  slip: {
    title: 'Giấy tiếp nhận và hẹn trả kết quả',
    print: 'In giấy này',
    printHint: 'Khổ A5. Trên bàn phím: Ctrl + P.',
    pdf: 'Tải bản PDF',
    back: 'Về hồ sơ',
    next: 'Về danh sách mới nộp',
  },
}
