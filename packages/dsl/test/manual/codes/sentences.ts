import { heading, type CodePage } from './code-page.ts'

/** E02xx: words in the wrong place. */
export const sentences: readonly CodePage[] = [
  {
    code: 'E0201',
    title: { vi: 'Từ đứng sai chỗ', en: 'A word out of place' },
    means: {
      vi: 'Từng từ đều đúng nhưng thứ tự không làm thành câu. Máy nói nó chờ từ nào ở chỗ này.',
      en: 'Each word is right, but they do not make a statement in this order. The machine says what it expected here.',
    },
    mend: { vi: 'Viết từ đang được chờ.', en: 'Write the word that is expected.' },
    file: '…\nquy tắc kiểm tra hồ sơ nộp trực tuyến\n  căn cứ Điều 12\n  trong 08 giờ làm việc của khi nộp',
    change: [['của khi nộp', 'kể từ khi nộp']],
  },
  {
    code: 'E0202',
    title: { vi: 'Câu chưa trọn', en: 'An unfinished statement' },
    means: {
      vi: 'Câu dừng lại khi còn thiếu một phần. Thời hạn chẳng hạn phải nói kể từ lúc nào.',
      en: 'The statement ends while a part is missing. A term, say, must tell what it is counted from.',
    },
    mend: { vi: 'Viết tiếp phần còn thiếu.', en: 'Write the missing part.' },
    file: '…\nquy tắc kiểm tra hồ sơ nộp trực tuyến\n  căn cứ Điều 12\n  trong 08 giờ làm việc',
    change: [['giờ làm việc', 'giờ làm việc kể từ khi nộp']],
  },
  {
    code: 'E0204',
    title: { vi: 'Câu mới phải đứng đầu dòng', en: 'A new statement begins a line' },
    means: {
      vi: 'Cụm từ này mở một câu mới, mà câu mới thì bắt đầu ở đầu dòng. Nhờ vậy việc xuống dòng ở giữa câu không bao giờ đổi nghĩa.',
      en: 'This phrase opens a statement, and a statement begins a line. That is why a line break inside a statement can never change its meaning.',
    },
    mend: { vi: 'Xuống dòng trước cụm từ đó.', en: 'Begin a new line before it.' },
    file: '…\nquy tắc kênh tra cứu căn cứ Điều 16\n  qua tin nhắn',
    change: [['tra cứu căn cứ', 'tra cứu\n  căn cứ']],
  },
  {
    code: 'E0205',
    title: { vi: 'Câu quá dài', en: 'A statement that is too long' },
    means: {
      vi: 'Một câu có hàng trăm từ thường là vì nhiều câu viết liền không xuống dòng. Câu đó không được đọc.',
      en: 'A statement of hundreds of words is usually many statements without line breaks. It is not read.',
    },
    mend: { vi: 'Xuống dòng và mở câu mới.', en: 'Break the line and begin a new statement.' },
    file: `${heading}\nquy tắc kênh tra cứu\n  căn cứ Điều 16\n  qua tin nhắn${' và tin nhắn'.repeat(600)}`,
    change: [[' và tin nhắn'.repeat(600), '']],
    told: {
      vi: 'Câu cuối lặp lại «và tin nhắn» 600 lần.',
      en: 'The last statement says “và tin nhắn” 600 times over.',
    },
  },
  {
    code: 'E0210',
    title: { vi: 'Câu không đứng được ở đây', en: 'A statement that cannot stand here' },
    means: {
      vi: 'Câu trả lời phải nằm trong một quy tắc, ví dụ nằm sau quy tắc, phần mở đầu nằm trước tất cả.',
      en: 'An answer stands in a rule, an example after it, the heading before everything.',
    },
    mend: { vi: 'Mở quy tắc trước, rồi mới trả lời.', en: 'Open the rule first, then answer.' },
    file: 'quy chế "1/2020/QĐ-UBND" của "Thử"\n  tên "Quy chế thử" / "A trial regulation"\n  có hiệu lực 01/01/2020\n  qua tin nhắn',
    change: [['  qua tin nhắn', '\nquy tắc kênh tra cứu\n  căn cứ Điều 16\n  qua tin nhắn']],
  },
  {
    code: 'E0211',
    title: { vi: 'Tệp chưa có phần mở đầu', en: 'A file without a heading' },
    means: {
      vi: 'Tệp phải nói nó là văn bản nào: quy chế của tỉnh, văn bản quốc gia hay niên lịch.',
      en: 'A file says what it is: the regulation of a province, a national act or the calendar.',
    },
    mend: { vi: 'Viết phần mở đầu trên cùng.', en: 'Write the heading at the top.' },
    file: '# Tệp này chưa nói nó là văn bản nào.',
    change: [['# Tệp này chưa nói nó là văn bản nào.', heading]],
  },
  {
    code: 'E0212',
    title: { vi: 'Ghi hai lần', en: 'Written twice' },
    means: {
      vi: 'Điều chỉ được nói một lần lại được nói hai lần, và không biết lần nào đúng.',
      en: 'What may be said once is said twice, and nobody can tell which one holds.',
    },
    mend: { vi: 'Giữ một câu.', en: 'Keep one of them.' },
    file: '…\n  có hiệu lực 01/02/2020',
    change: [['\n  có hiệu lực 01/02/2020', '']],
  },
  {
    code: 'E0213',
    title: { vi: 'Văn bản quốc gia chưa có ký hiệu', en: 'A national act without a symbol' },
    means: {
      vi: 'Quy chế của tỉnh dẫn chiếu văn bản quốc gia bằng ký hiệu ngắn như ND118_2025, nên văn bản đó phải nói ký hiệu của mình.',
      en: 'Provinces refer to a national act by a short symbol such as ND118_2025, so the act must say its own.',
    },
    mend: { vi: 'Thêm dòng ký hiệu.', en: 'Add the symbol.' },
    file: 'văn bản quốc gia "9/2025/NĐ-CP" của "Chính phủ"\n  tên "Nghị định thử" / "A trial decree"\n  có hiệu lực 01/01/2026',
    change: [['có hiệu lực', 'ký hiệu ND9_2025\n  có hiệu lực']],
  },
  {
    code: 'E0214',
    title: { vi: 'Thiếu ngày có hiệu lực', en: 'No effective date' },
    means: {
      vi: 'Hồ sơ nộp ngày nào thì theo văn bản có hiệu lực ngày đó. Không có ngày có hiệu lực thì không chọn được phiên bản.',
      en: 'A dossier goes by the text in force on its day. Without an effective date no version can be chosen.',
    },
    mend: { vi: 'Ghi ngày có hiệu lực.', en: 'Write the effective date.' },
    file: 'quy chế "1/2020/QĐ-UBND" của "Thử"\n  tên "Quy chế thử" / "A trial regulation"',
    change: [['"A trial regulation"', '"A trial regulation"\n  có hiệu lực 01/01/2020']],
  },
  {
    code: 'W0215',
    title: { vi: 'Văn bản chưa có tên', en: 'A regulation without a title' },
    means: {
      vi: 'Tên văn bản được in trên phiếu và trong lời giải thích; thiếu tên thì chỉ còn số.',
      en: 'The title is printed on slips and in explanations; without it only the number is left.',
    },
    mend: { vi: 'Ghi tên bằng hai ngôn ngữ.', en: 'Write the title in both languages.' },
    file: 'quy chế "1/2020/QĐ-UBND" của "Thử"\n  có hiệu lực 01/01/2020',
    change: [['của "Thử"', 'của "Thử"\n  tên "Quy chế thử" / "A trial regulation"']],
  },
  {
    code: 'W0216',
    title: { vi: 'Tên chưa có bản tiếng Anh', en: 'A title without English' },
    means: {
      vi: 'Người nước ngoài cũng nộp hồ sơ; lời giải thích bằng tiếng Anh cần tên tiếng Anh.',
      en: 'Foreigners file dossiers too; an explanation in English needs an English title.',
    },
    mend: { vi: 'Thêm tên tiếng Anh sau dấu gạch chéo.', en: 'Add the English title after a slash.' },
    file: 'quy chế "1/2020/QĐ-UBND" của "Thử"\n  tên "Quy chế thử"\n  có hiệu lực 01/01/2020',
    change: [['tên "Quy chế thử"', 'tên "Quy chế thử" / "A trial regulation"']],
  },
  {
    code: 'E0217',
    title: { vi: 'Mức độ ghi sai', en: 'Levels that do not add up' },
    means: {
      vi: 'Mỗi mức độ được nêu một lần, và «còn gọi là» chỉ nói về mức độ có trong danh sách.',
      en: 'Each level is named once, and “also called” speaks of a level that is on the list.',
    },
    mend: {
      vi: 'Bỏ mức độ ghi thừa hoặc thêm mức độ còn thiếu.',
      en: 'Take out the one too many, or add the one that is missing.',
    },
    file: 'quy chế "1/2020/QĐ-UBND" của "Thử"\n  tên "Quy chế thử" / "A trial regulation"\n  có hiệu lực 01/01/2020\n  các mức độ {1, 2, 2, 3, 4}',
    change: [['{1, 2, 2, 3, 4}', '{1, 2, 3, 4}']],
  },
]
