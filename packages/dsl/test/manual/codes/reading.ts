import { heading, type CodePage } from './code-page.ts'

/** E01xx: what is written cannot be taken in. */
export const reading: readonly CodePage[] = [
  {
    code: 'E0100',
    title: { vi: 'Ký tự không đọc được', en: 'Characters that cannot be read' },
    means: {
      vi: 'Ở chỗ được gạch chân có ký tự không thuộc câu chữ nào của ngôn ngữ. Thường là ký tự lọt vào khi sao chép từ một tệp khác. Phần còn lại của tệp vẫn được đọc.',
      en: 'What is underlined belongs to no word of the language. It usually comes with text copied from another file. The rest of the file is read all the same.',
    },
    mend: { vi: 'Xóa các ký tự đó.', en: 'Delete them.' },
    file: '…\n@@@\nquy tắc kênh tra cứu\n  căn cứ Điều 16\n  qua tin nhắn',
    change: [['@@@\n', '']],
  },
  {
    code: 'E0101',
    title: { vi: 'Từ không có trong ngôn ngữ', en: 'A word the language does not have' },
    means: {
      vi: 'Một câu chỉ gồm những cụm từ đã định. Từ gõ thiếu dấu hoặc sai chính tả không được đoán: máy chỉ gợi ý cụm từ gần nhất, người viết quyết định.',
      en: 'A statement is made of set phrases only. A word without its marks or misspelt is never guessed: the nearest phrase is suggested and the author decides.',
    },
    mend: {
      vi: 'Viết cụm từ được gợi ý. Danh sách đầy đủ ở [mọi mẫu câu](../reference/statements.md).',
      en: 'Write the phrase suggested. All of them are in [every statement](../reference/statements.md).',
    },
    file: '…\nquy tắc kiểm tra hồ sơ nộp trực tuyến\n  căn cứ Điều 12\n  trong 08 giờ lam viec kể từ khi nộp',
    change: [['giờ lam viec', 'giờ làm việc']],
  },
  {
    code: 'E0110',
    title: { vi: 'Câu hỏi không có trong danh mục', en: 'A question that is not on the list' },
    means: {
      vi: 'Mỗi quy tắc trả lời một câu hỏi mà hệ thống thật sự hỏi. Tên quy tắc ở đây không phải là câu hỏi nào trong danh mục, nên sẽ không ai hỏi tới.',
      en: 'A rule answers a question that the system really asks. The name of this rule is no question of the list, so nobody would ever ask it.',
    },
    mend: {
      vi: 'Chọn câu hỏi đúng trong [danh mục câu hỏi](../reference/questions.md) hoặc bằng lệnh `rules questions`.',
      en: 'Choose the question from [the list](../reference/questions.md), or by `rules questions`.',
    },
    file: '…\nquy tắc kiểm tra hồ sơ nộp trục tuyến\n  căn cứ Điều 12\n  trong 08 giờ làm việc kể từ khi nộp',
    change: [['trục tuyến', 'trực tuyến']],
  },
  {
    code: 'E0120',
    title: { vi: 'Số không khớp với chữ', en: 'A number that is not its words' },
    means: {
      vi: 'Văn bản ghi số hai lần, bằng số và bằng chữ, và hai lần khác nhau. Máy không chọn thay: có thể cả hai đều sai.',
      en: 'The text gives the number twice, in figures and in words, and the two differ. The machine does not choose: both may be wrong.',
    },
    mend: {
      vi: 'Đối chiếu bản có đóng dấu rồi sửa lại một trong hai.',
      en: 'Look at the signed copy and correct one of the two.',
    },
    file: '…\nquy tắc thẩm định dịch vụ công trực tuyến\n  căn cứ Điều 11\n  trong 07 (tám) ngày làm việc kể từ khi nhận đăng ký',
    change: [['07 (tám)', '07 (bảy)']],
  },
  {
    code: 'E0121',
    title: { vi: 'Ngày không có thật', en: 'A day that does not exist' },
    means: {
      vi: 'Ngày hoặc giờ được ghi không có trên lịch, ví dụ ngày 30 tháng 2.',
      en: 'The calendar has no such day or time, such as 30 February.',
    },
    mend: { vi: 'Ghi một ngày có thật.', en: 'Write a day that exists.' },
    file: '…\nví dụ theo giờ hành chính thứ Hai đến thứ Sáu, 07:30-12:00, 13:30-17:00\n\nquy tắc cấp tài khoản\n  căn cứ Điều 9\n  trong 02 ngày làm việc kể từ khi nhận đề nghị\nví dụ "cuối tháng 2": cho nhận đề nghị lúc 2020-02-30T09:00 thì cấp tài khoản là 2020-03-03T17:00',
    change: [['2020-02-30T09:00', '2020-02-28T09:00']],
  },
  {
    code: 'E0122',
    title: { vi: 'Số không hợp lệ', en: 'A number that cannot be' },
    means: {
      vi: 'Thời hạn phải lớn hơn không; một phần của tổng thời gian phải lớn hơn 0 và không quá toàn bộ.',
      en: 'A term is above zero; a share of the whole time is above nothing and at most the whole.',
    },
    mend: { vi: 'Ghi lại con số theo văn bản.', en: 'Write the number as the text has it.' },
    file: '…\nquy tắc mức hẹn lại tối đa\n  căn cứ Điều 25\n  không quá 4/3 tổng thời gian, làm tròn xuống',
    change: [['4/3', '1/3']],
  },
  {
    code: 'E0199',
    title: { vi: 'Quá nhiều lỗi', en: 'Too many faults' },
    means: {
      vi: 'Tệp có nhiều lỗi đến mức phần còn lại không được đọc. Thường đây không phải là tệp quy chế: một tệp Word, một tệp nén, một tệp đặt nhầm tên.',
      en: 'There are so many faults that the rest of the file was not read. Usually it is no regulation at all: a Word document, an archive, a misnamed file.',
    },
    mend: {
      vi: 'Mở đúng tệp, hoặc sửa các lỗi đầu tiên rồi kiểm tra lại.',
      en: 'Open the right file, or mend the first faults and check again.',
    },
    file: `${heading}\n${'bậy bạ\n'.repeat(250)}`,
    change: [
      ['bậy bạ\n'.repeat(249), ''],
      ['bậy bạ', 'quy tắc kênh tra cứu\n  căn cứ Điều 16\n  qua tin nhắn'],
    ],
    told: {
      vi: 'Sau phần mở đầu là 250 dòng «bậy bạ».',
      en: 'After the heading come 250 lines of nonsense.',
    },
  },
  {
    code: 'W0104',
    title: { vi: 'Lẫn hai ngôn ngữ', en: 'Two languages in one file' },
    means: {
      vi: 'Tệp viết bằng một ngôn ngữ nhưng có cụm từ của ngôn ngữ kia. Nghĩa không đổi, nhưng khó đọc thành tiếng.',
      en: 'The file is written in one language and has a phrase of the other. The meaning is clear, reading it aloud is not.',
    },
    mend: {
      vi: 'Viết cụm từ bằng ngôn ngữ của tệp; `rules format` làm việc đó cho cả tệp.',
      en: 'Write the phrase in the language of the file; `rules format --lang` does it for a whole file.',
    },
    file: '…\nquy tắc kiểm tra hồ sơ nộp trực tuyến\n  căn cứ Điều 12\n  within 08 giờ làm việc kể từ khi nộp',
    change: [['within', 'trong']],
  },
  {
    code: 'W0130',
    title: { vi: 'Chữ cái không dùng để đánh điểm', en: 'A letter that points do not have' },
    means: {
      vi: 'Điểm của văn bản Việt Nam được đánh a, b, c, d, đ, e, g, h, i, k … Không có f, j, w, z. Nếu văn bản gốc ghi như vậy thì giữ nguyên và ghi cách hiểu.',
      en: 'Points of Vietnamese texts go a, b, c, d, đ, e, g, h, i, k … There is no f, j, w or z. Where the text itself has one, keep it and note the reading taken.',
    },
    mend: { vi: 'Đối chiếu bản gốc và sửa chữ cái.', en: 'Compare with the text and correct the letter.' },
    file: '…\nquy tắc kênh tra cứu\n  căn cứ điểm f khoản 2 Điều 16\n  qua tin nhắn',
    change: [['điểm f', 'điểm e']],
  },
]
