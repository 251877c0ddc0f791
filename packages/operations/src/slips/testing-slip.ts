// For tests: a slip as an office issues it, without the office.
import type { Instant } from '@motcua/calendar'
import type { SlipDocument } from '@motcua/domain'

/** A receipt of Long An with one paper. */
export const sampleSlip: SlipDocument = {
  kind: 'receipt',
  paper: 'A5',
  form: 'Mẫu số 01 · Thông tư 01/2018/TT-VPCP',
  head: {
    agency: 'Ủy ban nhân dân phường 1, thành phố Tân An',
    section: 'Bộ phận Tiếp nhận và Trả kết quả',
    number: 'Mã hồ sơ: H39.21.01-260804-0001',
    placeDate: 'Long An, ngày 04 tháng 08 năm 2026',
  },
  title: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
  blocks: [
    {
      is: 'facts',
      facts: [
        { label: 'Tiếp nhận hồ sơ của', value: 'Trần Thị Đan', strong: true },
        { label: 'Nội dung yêu cầu giải quyết', value: 'Thủ tục đăng ký khai sinh (1.001193)' },
      ],
    },
    { is: 'heading', text: 'Thành phần hồ sơ nộp gồm' },
    {
      is: 'table',
      columns: [
        { label: 'STT', share: 1 },
        { label: 'Tên giấy tờ', share: 8 },
        { label: 'Số lượng', share: 3 },
      ],
      rows: [['1', 'Giấy chứng sinh', '1 tệp']],
      none: 'Không có giấy tờ kèm theo.',
    },
    { is: 'facts', facts: [{ label: 'Thời gian trả kết quả', value: '17:00 thứ Ba, 04/08/2026' }] },
  ],
  signatures: [
    { title: 'Người nộp hồ sơ', hint: '(Ký và ghi rõ họ tên)', name: 'Trần Thị Đan' },
    { title: 'Người tiếp nhận hồ sơ', hint: '(Ký và ghi rõ họ tên)', name: 'Nguyễn Thanh Hòa' },
  ],
  lookup: {
    url: 'http://long-an.localhost:3000/look-up?code=H39.21.01-260804-0001',
    lines: ['Cần hỏi thêm: 0272 000 0020 (cơ quan tiếp nhận), 1900 000 039 (đường dây nóng).'],
    qr: true,
  },
  foot: 'Cổng Dịch vụ công tỉnh Long An · H39.21.01-260804-0001',
  reference: 'H39.21.01-260804-0001',
  issuedAt: '2026-08-04T09:30:00+07:00' as Instant,
}
