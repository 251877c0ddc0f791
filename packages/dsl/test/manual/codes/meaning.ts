import type { CodePage } from './code-page.ts'

/** E03xx: a statement that does not mean enough, or not what it is asked for. */
export const meaning: readonly CodePage[] = [
  {
    code: 'E0301',
    title: { vi: '«ngày», «giờ» chưa nói rõ loại', en: 'Bare “days” or “hours”' },
    means: {
      vi: 'Năm ngày làm việc và năm ngày lịch là hai hạn khác nhau. Máy không đoán: nó tính cả hai trên một ngày thật để người viết thấy khác biệt.',
      en: 'Five working days and five calendar days end on different dates. The machine does not guess: it works both out on a real day, so that the author sees the difference.',
    },
    mend: {
      vi: 'Viết rõ loại ngày. Nếu văn bản gốc không rõ, ghi thêm câu `cách hiểu` nói đã chọn thế nào.',
      en: 'Say which kind. Where the text itself is unclear, add a `reading` that says how it was taken.',
    },
    file: '…\nquy tắc cấp tài khoản\n  căn cứ Điều 9\n  trong 05 ngày kể từ khi nhận đề nghị',
    change: [['05 ngày', '05 ngày làm việc']],
  },
  {
    code: 'E0302',
    title: { vi: 'Câu không trả lời loại câu hỏi này', en: 'An answer of the wrong kind' },
    means: {
      vi: 'Câu hỏi về kênh cần một tập kênh, câu hỏi về thời hạn cần một thời hạn. Câu ở đây trả lời một loại câu hỏi khác.',
      en: 'A question of channels is answered by channels, one of a deadline by a term. This statement answers another kind.',
    },
    mend: {
      vi: 'Dùng mẫu câu của loại câu hỏi đó, hoặc chuyển câu sang quy tắc khác.',
      en: 'Use a statement of that kind, or move this one to another rule.',
    },
    file: '…\nquy tắc kênh tra cứu\n  căn cứ Điều 16\n  trong 08 giờ làm việc kể từ khi nộp',
    change: [['trong 08 giờ làm việc kể từ khi nộp', 'qua tin nhắn']],
  },
  {
    code: 'E0303',
    title: { vi: 'Tên không thuộc danh sách này', en: 'A name of another list' },
    means: {
      vi: 'Từ này có thật nhưng thuộc danh sách khác: «toàn trình» là mức độ, không phải là kênh.',
      en: 'The word exists, but on another list: “fully online” is a level, not a channel.',
    },
    mend: { vi: 'Chọn tên thuộc đúng danh sách.', en: 'Choose a name from the right list.' },
    file: '…\nquy tắc kênh thanh toán\n  căn cứ Điều 13\n  qua một trong {trực tuyến, toàn trình}',
    change: [['toàn trình}', 'bộ phận một cửa}']],
  },
  {
    code: 'E0304',
    title: { vi: 'Dữ kiện mà câu hỏi không biết', en: 'A fact the question is not told' },
    means: {
      vi: 'Khi hệ thống hỏi câu này, nó chỉ cho biết một số dữ kiện. Thời điểm hoặc điều kiện viết ở đây không nằm trong số đó.',
      en: 'When the system asks this question it tells certain facts only. The moment or condition written here is not among them.',
    },
    mend: {
      vi: 'Dùng dữ kiện mà câu hỏi biết; xem [danh mục câu hỏi](../reference/questions.md).',
      en: 'Use a fact the question is told; see [the list of questions](../reference/questions.md).',
    },
    file: '…\nquy tắc phân loại câu hỏi\n  căn cứ Điều 15\n  trong 02 giờ làm việc kể từ khi nộp',
    change: [['kể từ khi nộp', 'kể từ khi nhận câu hỏi']],
  },
  {
    code: 'E0306',
    title: { vi: 'Thời hạn tính lùi sai đơn vị', en: 'A backward term in the wrong unit' },
    means: {
      vi: '«Ít nhất … trước khi» được đếm ngược từng ngày làm việc hoặc từng giờ làm việc. Đếm ngược theo tháng không có một kết quả duy nhất.',
      en: '“At least … before” is counted back in working days or working hours. Counting back in months has no single answer.',
    },
    mend: {
      vi: 'Ghi theo ngày làm việc hoặc giờ làm việc.',
      en: 'Write it in working days or working hours.',
    },
    file: '…\nquy tắc đề nghị khóa tài khoản trước\n  căn cứ Điều 9\n  ít nhất 01 tháng trước khi thời điểm được đề nghị',
    change: [['01 tháng', '05 ngày làm việc']],
  },
  {
    code: 'E0307',
    title: { vi: 'Phân số chưa nói cách làm tròn', en: 'A share without rounding' },
    means: {
      vi: 'Một phần ba của mười ngày là ba ngày lẻ một phần ba. Làm tròn xuống hay lên là việc của văn bản, không phải của máy.',
      en: 'A third of ten days is three days and a third. Whether it is rounded down or up is for the text to say, not for the machine.',
    },
    mend: {
      vi: 'Thêm «làm tròn xuống» hoặc «làm tròn lên», và câu `cách hiểu` nếu văn bản không nói.',
      en: 'Add “rounded down” or “rounded up”, and a `reading` where the text does not say.',
    },
    file: '…\nquy tắc mức hẹn lại tối đa\n  căn cứ Điều 25\n  không quá 1/3 tổng thời gian',
    change: [['tổng thời gian', 'tổng thời gian, làm tròn xuống']],
  },
  {
    code: 'E0308',
    title: { vi: 'Tháng thiếu ngày thì lấy ngày nào', en: 'Months that are too short' },
    means: {
      vi: 'Một tháng kể từ 31/01 là ngày nào, khi tháng Hai không có ngày 31? Máy tính cả hai cách hiểu trên một ngày thật.',
      en: 'Which day is one month from 31 January, when February has no 31st? Both readings are worked out on a real day.',
    },
    mend: {
      vi: 'Nói lấy ngày cuối tháng hay ngày đầu tháng sau.',
      en: 'Say whether the last day is taken, or the first of the next month.',
    },
    file: '…\nquy tắc thẩm định dịch vụ công trực tuyến\n  căn cứ Điều 11\n  trong 01 tháng kể từ khi nhận đăng ký',
    change: [['01 tháng', '01 tháng, thiếu ngày lấy ngày cuối tháng']],
  },
  {
    code: 'W0308',
    title: { vi: 'Một ngày cộng vào một thời điểm', en: 'A day added to a moment' },
    means: {
      vi: '«Nhận đề nghị + 01 ngày làm việc» là cuối ngày làm việc kế tiếp, hay là tám giờ làm việc sau đó? Hai hạn khác nhau.',
      en: 'Is “request received + 01 working day” the close of the next working day, or eight working hours later? The two end apart.',
    },
    mend: { vi: 'Ghi cách hiểu đã chọn.', en: 'Note the reading taken.' },
    file: '…\nví dụ theo giờ hành chính thứ Hai đến thứ Sáu, 07:30-12:00, 13:30-17:00\n\nquy tắc kích hoạt tài khoản\n  căn cứ điểm c khoản 1 Điều 9\n  muộn hơn giữa thời điểm được đề nghị và nhận đề nghị + 01 ngày làm việc',
    change: [['01 ngày làm việc', '08 giờ làm việc']],
  },
  {
    code: 'W0309',
    title: { vi: 'Hai lượng cùng đơn vị liền nhau', en: 'One unit, twice in a row' },
    means: {
      vi: '«Rồi» nối hai lượng khác đơn vị, vì thứ tự làm đổi kết quả. Cùng đơn vị thì viết gộp.',
      en: '“And then” joins two quantities of different units, where the order matters. Of one unit, write their sum.',
    },
    mend: { vi: 'Viết gộp lại.', en: 'Write the sum.' },
    file: '…\nquy tắc thẩm định dịch vụ công trực tuyến\n  căn cứ Điều 11\n  trong 02 ngày làm việc rồi 03 ngày làm việc kể từ khi nhận đăng ký',
    change: [['02 ngày làm việc rồi 03 ngày làm việc', '05 ngày làm việc']],
  },
  {
    code: 'E0310',
    title: { vi: 'Chưa nói cách tính ngày', en: 'Days without a way of counting' },
    means: {
      vi: 'Văn bản có thời hạn theo ngày. Ngày đầu có tính không, ngày cuối hết lúc nào, gặp ngày nghỉ thì sao: người viết phải nói, vì văn bản thường không nói.',
      en: 'The text has terms in days. Whether the first day counts, when the last one ends, what a day off does: the author says so, because texts rarely do.',
    },
    mend: {
      vi: 'Thêm câu cách tính ngày vào phần mở đầu.',
      en: 'Add the line of day counting to the heading.',
    },
    file: 'quy chế "1/2020/QĐ-UBND" của "Thử"\n  tên "Quy chế thử" / "A trial regulation"\n  có hiệu lực 01/01/2020\n\nquy tắc cấp tài khoản\n  căn cứ Điều 9\n  trong 02 ngày làm việc kể từ khi nhận đề nghị',
    change: [
      [
        'có hiệu lực 01/01/2020',
        'có hiệu lực 01/01/2020\n  cách tính ngày không tính ngày đầu, kết thúc cuối giờ hành chính, gặp ngày nghỉ dồn sang ngày làm việc kế tiếp',
      ],
    ],
  },
  {
    code: 'E0311',
    title: { vi: 'Ví dụ chưa có giờ hành chính', en: 'Examples without office hours' },
    means: {
      vi: 'Tám giờ làm việc kết thúc lúc nào tùy giờ mở cửa. Giờ của từng tỉnh là dữ liệu của tỉnh, nên tệp nói giờ dùng riêng cho ví dụ.',
      en: 'When eight working hours end depends on when the office is open. The hours of a tenant are its own data, so a file says which hours its examples are worked with.',
    },
    mend: {
      vi: 'Thêm câu giờ hành chính trước ví dụ đầu tiên.',
      en: 'Add the office hours before the first example.',
    },
    file: '…\nquy tắc kiểm tra hồ sơ nộp trực tuyến\n  căn cứ Điều 12\n  trong 08 giờ làm việc kể từ khi nộp\nví dụ "16:00 thứ Sáu": cho nộp lúc 2020-03-06T16:00 thì kiểm tra hồ sơ nộp trực tuyến là 2020-03-09T16:00',
    change: [
      [
        'các mức độ {3, 4}',
        'các mức độ {3, 4}\nví dụ theo giờ hành chính thứ Hai đến thứ Sáu, 07:30-12:00, 13:30-17:00',
      ],
    ],
  },
  {
    code: 'E0312',
    title: { vi: 'Niên lịch chưa nói phạm vi', en: 'A calendar without its range' },
    means: {
      vi: 'Ngoài những năm niên lịch bao quát, máy không biết ngày nào nghỉ và từ chối tính.',
      en: 'Outside the years a calendar covers, the machine does not know the days off and refuses to count.',
    },
    mend: { vi: 'Ghi phạm vi.', en: 'Write the range.' },
    file: calendar(''),
    change: [['biết đến', 'phạm vi từ 01/01/2019 đến 31/12/2027\nbiết đến']],
  },
  {
    code: 'E0313',
    title: { vi: 'Niên lịch chưa nói biết đến ngày nào', en: 'A calendar without a horizon' },
    means: {
      vi: 'Lịch nghỉ của năm sau chỉ có khi Thủ tướng phê duyệt. Sau ngày «biết đến», mọi câu trả lời được ghi là tạm tính.',
      en: 'Next year’s days off are known once they are approved. Past the day it is known through, every answer is marked provisional.',
    },
    mend: { vi: 'Ghi ngày cuối cùng đã được công bố.', en: 'Write the last day that has been announced.' },
    file: calendar('').replace('biết đến 31/12/2026', 'phạm vi từ 01/01/2019 đến 31/12/2027'),
    change: [['31/12/2027', '31/12/2027\nbiết đến 31/12/2026']],
  },
  {
    code: 'E0314',
    title: { vi: 'Một ngày ghi hai lần', en: 'A day that is listed twice' },
    means: {
      vi: 'Cùng một ngày được ghi là hai loại ngày, và không biết loại nào đúng.',
      en: 'One day is listed as two kinds of day, and nobody can tell which.',
    },
    mend: { vi: 'Giữ một dòng.', en: 'Keep one of the lines.' },
    file: calendar(
      'phạm vi từ 01/01/2019 đến 31/12/2027\n',
      'nghỉ bù 02/09/2026 "Quốc khánh" / "National Day"\n',
    ),
    change: [['nghỉ bù 02/09/2026 "Quốc khánh" / "National Day"\n', '']],
  },
  {
    code: 'E0315',
    title: { vi: 'Ngày nghỉ chưa có nguồn', en: 'A day off without its source' },
    means: {
      vi: 'Mỗi ngày nghỉ do một văn bản quy định; lời giải thích dẫn tên văn bản đó.',
      en: 'Each day off is set by a text, and explanations name it.',
    },
    mend: { vi: 'Ghi nguồn phía trên các ngày.', en: 'Write the origin above the days.' },
    file: calendar('phạm vi từ 01/01/2019 đến 31/12/2027\n').replace(
      'nguồn "Bộ luật Lao động 2019, Điều 112"\n',
      '',
    ),
    change: [['nghỉ lễ', 'nguồn "Bộ luật Lao động 2019, Điều 112"\nnghỉ lễ']],
  },
  {
    code: 'E0316',
    title: { vi: 'Giờ hành chính không nối tiếp nhau', en: 'Sessions that do not follow one another' },
    means: {
      vi: 'Buổi sáng trước, buổi chiều sau; mỗi buổi hết sau khi bắt đầu.',
      en: 'The morning comes first, the afternoon after it; each ends after it begins.',
    },
    mend: { vi: 'Xếp lại các buổi.', en: 'Put the sessions in order.' },
    file: '…\nví dụ theo giờ hành chính thứ Hai đến thứ Sáu, 13:30-17:00, 07:30-12:00',
    change: [['13:30-17:00, 07:30-12:00', '07:30-12:00, 13:30-17:00']],
  },
]

/** A calendar beside no other: the national one of the project is left out. */
function calendar(range: string, more = ''): string {
  return `niên lịch quốc gia "Lịch thử" / "A calendar"
${range}biết đến 31/12/2026
nguồn "Bộ luật Lao động 2019, Điều 112"
nghỉ lễ 02/09/2026 "Quốc khánh" / "National Day"
${more}`
}
