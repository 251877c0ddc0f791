import type { CodePage } from './code-page.ts'

const head = (number: string, more: string) =>
  `quy chế "${number}" của "Thử"\n  tên "Quy chế thử" / "A trial regulation"\n${more}`

/** E05xx, E08xx: texts that refer to one another, and versions that follow one another. */
export const links: readonly CodePage[] = [
  {
    code: 'E0501',
    title: { vi: 'Dẫn chiếu tới văn bản không có', en: 'A reference to no act' },
    means: {
      vi: 'Không văn bản quốc gia nào trong thư mục `rules/national` có ký hiệu này. Thường là gõ sai năm.',
      en: 'No national act in `rules/national` has this symbol. Usually the year is mistyped.',
    },
    mend: {
      vi: 'Sửa ký hiệu, hoặc thêm tệp của văn bản đó.',
      en: 'Correct the symbol, or add the file of that act.',
    },
    file: head(
      '1/2026/QĐ-UBND',
      '  có hiệu lực 01/01/2026\n\nquy tắc kiểm tra hồ sơ nộp trực tuyến\n  căn cứ Điều 19\n  thực hiện theo Điều 17 của ND118_2026',
    ),
    change: [['ND118_2026', 'ND118_2025']],
  },
  {
    code: 'E0502',
    title: { vi: 'Nơi được dẫn chiếu không có quy tắc', en: 'A reference that lands on nothing' },
    means: {
      vi: 'Văn bản có thật, nhưng ở điều đó không có quy tắc nào trả lời câu hỏi này.',
      en: 'The act exists, but at that article no rule answers this question.',
    },
    mend: {
      vi: 'Dẫn tới đúng điều; nếu văn bản quốc gia thật sự không nói, bỏ quy tắc để câu hỏi được coi là không quy định.',
      en: 'Refer to the right article; where the act really is silent, drop the rule and the question counts as not regulated.',
    },
    file: head(
      '1/2026/QĐ-UBND',
      '  có hiệu lực 01/01/2026\n\nquy tắc kiểm tra hồ sơ nộp trực tuyến\n  căn cứ Điều 19\n  thực hiện theo Điều 999 của ND118_2025',
    ),
    change: [['Điều 999', 'Điều 17']],
  },
  {
    code: 'E0503',
    title: { vi: 'Dẫn chiếu vòng', en: 'A reference to a reference' },
    means: {
      vi: 'Nơi được dẫn chiếu lại dẫn chiếu tiếp. Người đọc phải đi hai bước mới tới quy định, và có thể đi vòng mãi.',
      en: 'The place referred to refers further. A reader walks two steps to reach the rule, and may walk in a circle.',
    },
    mend: { vi: 'Dẫn thẳng tới nơi có quy định.', en: 'Refer to the place that has the rule.' },
    file: {
      'thu.quyche': head(
        '1/2019/QĐ-UBND',
        '  có hiệu lực 01/02/2019\n  hết hiệu lực từ 01/06/2019\n\nquy tắc thời điểm cấp mã hồ sơ\n  căn cứ Điều 19\n  thực hiện theo Điều 1 của TT9_2025',
      ),
      'thong-tu.quyche': `văn bản quốc gia "9/2025/TT-BTC" của "Bộ"
  tên "Thông tư thử" / "A trial circular"
  ký hiệu TT9_2025
  có hiệu lực 01/01/2019
  hết hiệu lực từ 01/01/2020
  sửa đổi "61/2018/NĐ-CP"

quy tắc thời điểm cấp mã hồ sơ
  căn cứ Điều 1
  thực hiện theo khoản 3 Điều 17 của ND61_2018`,
    },
    change: [
      ['thực hiện theo khoản 3 Điều 17 của ND61_2018', 'được xác định là khi tiếp nhận', 'thong-tu.quyche'],
    ],
  },
  {
    code: 'W0501',
    title: { vi: 'Văn bản được dẫn chiếu sẽ hết hiệu lực', en: 'A reference to an act that ceases' },
    means: {
      vi: 'Văn bản quốc gia được dẫn chiếu hết hiệu lực trong khi quy chế vẫn còn. Máy nói từ ngày đó câu trả lời lấy ở đâu.',
      en: 'The national act ceases while the regulation goes on. The machine says where the answer comes from after that day.',
    },
    mend: {
      vi: 'Dẫn chiếu văn bản mới, hoặc giữ nguyên nếu hiểu như vậy là đúng.',
      en: 'Refer to the new act, or leave it where that is what is meant.',
    },
    file: '…\nquy tắc thời điểm cấp mã hồ sơ\n  căn cứ Điều 9\n  thực hiện theo khoản 3 Điều 17 của ND61_2018',
    change: [
      ['có hiệu lực 01/01/2020', 'có hiệu lực 01/01/2026'],
      ['ND61_2018', 'ND118_2025'],
    ],
  },
  {
    code: 'E0801',
    title: { vi: 'Hai phiên bản cùng có hiệu lực', en: 'Two versions in force at once' },
    means: {
      vi: 'Từ ngày này hai quy chế của cùng một tỉnh cùng có hiệu lực, nên không biết hồ sơ theo văn bản nào.',
      en: 'From this day two regulations of one province are in force, and nobody can tell which one a dossier goes by.',
    },
    mend: { vi: 'Ghi ngày hết hiệu lực vào phiên bản cũ.', en: 'Write in the old version when it ceases.' },
    file: {
      'thu.quyche': head('1/2020/QĐ-UBND', '  có hiệu lực 01/01/2020'),
      'thu-2.quyche': head('2/2024/QĐ-UBND', '  có hiệu lực 01/06/2024\n  thay thế "1/2020/QĐ-UBND"'),
    },
    change: [
      ['có hiệu lực 01/01/2020', 'có hiệu lực 01/01/2020\n  hết hiệu lực từ 01/06/2024', 'thu.quyche'],
    ],
  },
  {
    code: 'E0802',
    title: { vi: 'Hết hiệu lực trước khi có hiệu lực', en: 'Ceased before it began' },
    means: {
      vi: 'Ngày hết hiệu lực là ngày đầu tiên văn bản không còn hiệu lực, nên phải sau ngày có hiệu lực.',
      en: 'The day it ceases is the first day it is no longer in force, so it comes after the effective date.',
    },
    mend: { vi: 'Sửa một trong hai ngày.', en: 'Correct one of the two days.' },
    file: head('1/2020/QĐ-UBND', '  có hiệu lực 01/06/2024\n  hết hiệu lực từ 01/01/2020'),
    change: [['hết hiệu lực từ 01/01/2020', 'hết hiệu lực từ 01/01/2026']],
  },
  {
    code: 'E0803',
    title: { vi: 'Mức độ không có tên tương ứng', en: 'A level without a counterpart' },
    means: {
      vi: 'Phiên bản này dùng mức độ mà phiên bản kia không biết. Hồ sơ mở theo phiên bản cũ sẽ không tìm được trường hợp của mình trong phiên bản mới.',
      en: 'One version uses a level that the other does not know. A dossier opened under the old one would not find its case in the new.',
    },
    mend: {
      vi: 'Nói mức độ nào còn gọi là mức độ nào, và ghi cách hiểu.',
      en: 'Say which level is also called which, and note the reading.',
    },
    file: {
      'thu.quyche': head(
        '1/2020/QĐ-UBND',
        '  có hiệu lực 01/01/2020\n  hết hiệu lực từ 01/06/2024\n  các mức độ {3, 4}\n\nquy tắc kênh thanh toán\n  căn cứ Điều 13\n  khi mức độ thuộc {3, 4}\n  qua trực tuyến',
      ),
      'thu-2.quyche': head(
        '2/2024/QĐ-UBND',
        '  có hiệu lực 01/06/2024\n  thay thế "1/2020/QĐ-UBND"\n  các mức độ {một phần, toàn trình}',
      ),
    },
    change: [
      [
        'các mức độ {một phần, toàn trình}',
        'các mức độ {một phần, toàn trình} còn gọi là {toàn trình = 4, một phần = 3}',
        'thu-2.quyche',
      ],
    ],
  },
  {
    code: 'E0804',
    title: { vi: 'Tệp của tỉnh khác', en: 'A file of another province' },
    means: {
      vi: 'Các tệp được đọc cùng nhau phải thuộc một tỉnh. Có lẽ một tệp nằm nhầm thư mục.',
      en: 'Files that are read together belong to one province. One of them may lie in the wrong folder.',
    },
    mend: { vi: 'Chuyển tệp về đúng thư mục, hoặc sửa tên tỉnh.', en: 'Move the file, or correct the name.' },
    file: {
      'thu.quyche': head('1/2020/QĐ-UBND', '  có hiệu lực 01/01/2020\n  hết hiệu lực từ 01/06/2024'),
      'thu-2.quyche': head('2/2024/QĐ-UBND', '  có hiệu lực 01/06/2024\n  thay thế "1/2020/QĐ-UBND"').replace(
        'của "Thử"',
        'của "Thử Hai"',
      ),
    },
    change: [['"Thử Hai"', '"Thử"', 'thu-2.quyche']],
  },
  {
    code: 'E0806',
    title: { vi: 'Hai văn bản quốc gia cùng trả lời', en: 'Two national acts answer' },
    means: {
      vi: 'Trong cùng một ngày hai văn bản quốc gia cùng trả lời một câu hỏi, và không biết theo văn bản nào.',
      en: 'On one day two national acts answer one question, and nobody can tell which one holds.',
    },
    mend: {
      vi: 'Nói văn bản nào thay thế hoặc sửa đổi văn bản nào, hoặc bỏ quy tắc trùng.',
      en: 'Say which act replaces or amends which, or drop the rule that is there twice.',
    },
    file: `văn bản quốc gia "9/2025/NĐ-CP" của "Chính phủ"
  tên "Nghị định thử" / "A trial decree"
  ký hiệu ND9_2025
  có hiệu lực 01/01/2026

quy tắc số lần yêu cầu bổ sung
  căn cứ Điều 1
  không quá 02 (hai) lần`,
    change: [['\n\nquy tắc số lần yêu cầu bổ sung\n  căn cứ Điều 1\n  không quá 02 (hai) lần', '']],
  },
  {
    code: 'W0802',
    title: { vi: 'Không nói gì về phiên bản cũ', en: 'Silence about the old version' },
    means: {
      vi: 'Quy chế mới không nói quy chế cũ được thay thế, bãi bỏ hay ra sao. Người đọc sau này sẽ không biết vì sao văn bản cũ thôi áp dụng.',
      en: 'The new regulation does not say whether the old one is replaced or repealed. A later reader cannot tell why it no longer applies.',
    },
    mend: {
      vi: 'Viết thay thế hoặc bãi bỏ; nếu văn bản không nói, thêm «ngầm định».',
      en: 'Write “replaces” or “repeals”; where the text does not say so, add “implied”.',
    },
    file: {
      'thu.quyche': head('1/2020/QĐ-UBND', '  có hiệu lực 01/01/2020\n  hết hiệu lực từ 01/06/2024'),
      'thu-2.quyche': head('2/2024/QĐ-UBND', '  có hiệu lực 01/06/2024'),
    },
    change: [
      [
        'có hiệu lực 01/06/2024',
        'có hiệu lực 01/06/2024\n  thay thế "1/2020/QĐ-UBND" ngầm định',
        'thu-2.quyche',
      ],
    ],
  },
  {
    code: 'W0805',
    title: { vi: 'Có ngày không quy chế nào có hiệu lực', en: 'Days without a regulation' },
    means: {
      vi: 'Giữa hai phiên bản có những ngày tỉnh không có quy chế nào. Hồ sơ nộp những ngày đó chỉ theo quy định quốc gia.',
      en: 'Between two versions there are days without any. A dossier filed then goes by national rules alone.',
    },
    mend: { vi: 'Nối liền hai ngày, nếu đó là sơ suất.', en: 'Join the two days, if it is an oversight.' },
    file: {
      'thu.quyche': head('1/2020/QĐ-UBND', '  có hiệu lực 01/01/2020\n  hết hiệu lực từ 01/01/2024'),
      'thu-2.quyche': head('2/2024/QĐ-UBND', '  có hiệu lực 01/06/2024\n  thay thế "1/2020/QĐ-UBND"'),
    },
    change: [['hết hiệu lực từ 01/01/2024', 'hết hiệu lực từ 01/06/2024', 'thu.quyche']],
  },
  {
    code: 'W0807',
    title: { vi: 'Quy tắc có ngày hiệu lực riêng để hở', en: 'Rules with days of their own leave a gap' },
    means: {
      vi: 'Quy tắc trước hết hiệu lực, quy tắc sau chưa có hiệu lực: ở giữa có những ngày không quy tắc nào trả lời.',
      en: 'The one rule has ceased and the next has not begun: on the days between nothing answers.',
    },
    mend: {
      vi: 'Nối liền hai khoảng ngày, nếu đó là sơ suất.',
      en: 'Join the two stretches, if it is an oversight.',
    },
    file: `…
quy tắc số lần yêu cầu bổ sung
  căn cứ khoản 1 Điều 9
  điều khoản này có hiệu lực đến hết ngày 31/12/2020
  không quá 02 lần

quy tắc số lần yêu cầu bổ sung
  căn cứ khoản 2 Điều 9
  điều khoản này có hiệu lực từ ngày 01/02/2021
  không quá một lần`,
    change: [['từ ngày 01/02/2021', 'từ ngày 01/01/2021']],
  },
  {
    code: 'E0510',
    title: { vi: 'Nguyên văn không khớp dấu đối chiếu', en: 'A quotation that is not its fingerprint' },
    means: {
      vi: 'Dấu đối chiếu được lấy từ văn bản chính thức. Đoạn trích đã bị sửa sau đó, hoặc văn bản chính thức đã khác.',
      en: 'The fingerprint was taken of the official text. The quotation has been changed since, or the official text has.',
    },
    mend: {
      vi: 'Đối chiếu lại bằng `rules quotes … --against VĂN-BẢN --write`, hoặc bỏ dấu.',
      en: 'Compare again by `rules quotes … --against TEXT --write`, or take the fingerprint out.',
    },
    file: '…\nquy tắc phân loại câu hỏi\n  căn cứ Điều 15\n  nguyên văn «trong 02 giờ làm việc» dấu đối chiếu "0123456789abcdef"\n  trong 02 giờ làm việc kể từ khi nhận câu hỏi',
    change: [[' dấu đối chiếu "0123456789abcdef"', '']],
  },
  {
    code: 'W0503',
    title: { vi: 'Dẫn chiếu chính mình', en: 'A reference to itself' },
    means: {
      vi: 'Điểm a khoản 2 dẫn chiếu khoản 2, tức là dẫn chiếu chính nó. Thường là nhầm số điều.',
      en: 'Point a of clause 2 refers to clause 2, that is to itself. Usually the number of the article is wrong.',
    },
    mend: { vi: 'Ghi nơi được hiểu, kèm cách hiểu.', en: 'Record the place that is meant, with a reading.' },
    file: '…\nquy tắc phân loại câu hỏi\n  căn cứ điểm a khoản 2 Điều 15\n  dẫn chiếu khoản 2 Điều 15\n  trong 02 giờ làm việc kể từ khi nhận câu hỏi',
    change: [
      ['dẫn chiếu khoản 2 Điều 15', 'dẫn chiếu khoản 2 Điều 15 hiểu là khoản 2 Điều 14\n  cách hiểu AMB-15'],
    ],
  },
  {
    code: 'W0504',
    title: { vi: 'Dẫn chiếu vòng', en: 'References in a circle' },
    means: {
      vi: 'Điều này dẫn chiếu điều kia, điều kia dẫn chiếu lại: đi mãi không tới quy định nào.',
      en: 'One article refers to another, which refers back: nobody ever reaches a rule.',
    },
    mend: { vi: 'Bỏ một dẫn chiếu.', en: 'Drop one of the references.' },
    file: '…\nquy tắc phân loại câu hỏi\n  căn cứ khoản 1 Điều 15\n  dẫn chiếu Điều 14\n  trong 02 giờ làm việc kể từ khi nhận câu hỏi\n\nquy tắc trả lời phản ánh kiến nghị\n  căn cứ khoản 2 Điều 14\n  dẫn chiếu khoản 1 Điều 15\n  trong 02 giờ làm việc kể từ khi nhận phản ánh',
    change: [['  dẫn chiếu khoản 1 Điều 15\n', '']],
  },
  {
    code: 'W0505',
    title: { vi: 'Hiểu khác chữ in mà chưa ghi cách hiểu', en: 'Read otherwise without a reading' },
    means: {
      vi: 'Câu nói phải hiểu dẫn chiếu khác với chữ in trong văn bản, nhưng không nói ai đã quyết và vì sao.',
      en: 'The reference is to be read otherwise than printed, but nothing says who decided that and why.',
    },
    mend: { vi: 'Thêm câu cách hiểu.', en: 'Add a reading.' },
    file: '…\nquy tắc phân loại câu hỏi\n  căn cứ điểm a khoản 2 Điều 15\n  dẫn chiếu khoản 2 Điều 15 hiểu là khoản 2 Điều 14\n  trong 02 giờ làm việc kể từ khi nhận câu hỏi',
    change: [['hiểu là khoản 2 Điều 14', 'hiểu là khoản 2 Điều 14\n  cách hiểu AMB-15']],
  },
  {
    code: 'E0805',
    title: { vi: 'Thay thế hoặc sửa đổi không hợp ngày', en: 'Replaced or amended on impossible days' },
    means: {
      vi: 'Văn bản bị thay thế phải có trước và hết hiệu lực từ ngày đó; văn bản được sửa đổi phải còn hiệu lực; một văn bản chỉ bị một văn bản thay thế.',
      en: 'What is replaced was there before and ceases that day; what is amended is in force; a text is replaced by one other.',
    },
    mend: { vi: 'Sửa ngày hoặc số văn bản.', en: 'Correct the day or the number.' },
    file: 'văn bản quốc gia "9/2024/NĐ-CP" của "Chính phủ"\n  tên "Nghị định thử" / "A trial decree"\n  ký hiệu ND9_2024\n  có hiệu lực 01/06/2024\n  thay thế "118/2025/NĐ-CP"',
    change: [['\n  thay thế "118/2025/NĐ-CP"', '']],
  },
  {
    code: 'E0808',
    title: { vi: 'Ngày riêng của điều khoản ra ngoài văn bản', en: 'Days of a rule outside its text' },
    means: {
      vi: 'Điều khoản có ngày hiệu lực riêng, nhưng ngày đó nằm ngoài thời gian văn bản có hiệu lực, hoặc kết thúc trước khi bắt đầu.',
      en: 'The rule holds on days of its own, but those lie outside the days its text is in force, or end before they begin.',
    },
    mend: { vi: 'Sửa ngày.', en: 'Correct the days.' },
    file: '…\nquy tắc số lần yêu cầu bổ sung\n  căn cứ Điều 9\n  điều khoản này có hiệu lực từ ngày 01/07/2019\n  không quá một lần',
    change: [['01/07/2019', '01/07/2020']],
  },
  {
    code: 'W0809',
    title: { vi: 'Không nói gì về việc đang giải quyết', en: 'Silence about running matters' },
    means: {
      vi: 'Quy chế mới đổi một thời hạn. Việc mở hôm qua theo thời hạn cũ hay mới? Văn bản không nói, nên tệp phải ghi là không nói.',
      en: 'The new regulation changes a term. Does a matter opened yesterday keep the old one? The text does not say, so the file says that it does not.',
    },
    mend: { vi: 'Thêm câu chuyển tiếp.', en: 'Add the line of transition.' },
    file: {
      'thu.quyche': head(
        '1/2020/QĐ-UBND',
        '  có hiệu lực 01/01/2020\n  hết hiệu lực từ 01/01/2022\n\nquy tắc phân loại câu hỏi\n  căn cứ Điều 9\n  trong 08 giờ làm việc kể từ khi nhận câu hỏi',
      ),
      'thu-2.quyche': head(
        '2/2022/QĐ-UBND',
        '  có hiệu lực 01/01/2022\n  thay thế "1/2020/QĐ-UBND"\n\nquy tắc phân loại câu hỏi\n  căn cứ Điều 9\n  trong 04 giờ làm việc kể từ khi nhận câu hỏi',
      ),
    },
    change: [
      [
        'thay thế "1/2020/QĐ-UBND"',
        'thay thế "1/2020/QĐ-UBND"\n  chuyển tiếp việc đang giải quyết không quy định',
        'thu-2.quyche',
      ],
    ],
  },
  {
    code: 'W0810',
    title: { vi: 'Chuyển tiếp từ chỗ không có gì', en: 'A transition from nothing' },
    means: {
      vi: 'Câu chuyển tiếp nói về quy định cũ, nhưng không có quy định nào trước đó.',
      en: 'The line speaks of the old rule, but there is no earlier rule.',
    },
    mend: {
      vi: 'Xóa câu đó, hoặc thêm tệp của quy chế cũ.',
      en: 'Delete it, or add the file of the old regulation.',
    },
    file: head(
      '1/2020/QĐ-UBND',
      '  có hiệu lực 01/01/2020\n  chuyển tiếp việc đang giải quyết theo quy định cũ tại khoản 2 Điều 3\n\nquy tắc phân loại câu hỏi\n  căn cứ Điều 9\n  trong 08 giờ làm việc kể từ khi nhận câu hỏi',
    ),
    change: [['\n  chuyển tiếp việc đang giải quyết theo quy định cũ tại khoản 2 Điều 3', '']],
  },
  {
    code: 'E0811',
    title: { vi: '«Có lợi hơn» không so được', en: '“Better” that cannot be told' },
    means: {
      vi: 'Máy so được hai thời hạn xem cái nào có lợi hơn cho người dân. Với câu hỏi không phải thời hạn thì không so được.',
      en: 'Of two deadlines it can be told which is better for the citizen. Of a question that is no deadline it cannot.',
    },
    mend: { vi: 'Chọn quy định cũ hoặc mới.', en: 'Choose the old rule or the new one.' },
    file: {
      'thu.quyche': head(
        '1/2020/QĐ-UBND',
        '  có hiệu lực 01/01/2020\n  hết hiệu lực từ 01/01/2022\n\nquy tắc đăng ký tài khoản tại tỉnh\n  căn cứ Điều 5\n  trả lời có',
      ),
      'thu-2.quyche': head(
        '2/2022/QĐ-UBND',
        '  có hiệu lực 01/01/2022\n  thay thế "1/2020/QĐ-UBND"\n  chuyển tiếp việc đang giải quyết không quy định\n\nquy tắc đăng ký tài khoản tại tỉnh\n  căn cứ Điều 5\n  chuyển tiếp việc đang giải quyết theo quy định có lợi hơn cho người dân\n  trả lời không',
      ),
    },
    change: [['theo quy định có lợi hơn cho người dân', 'theo quy định mới', 'thu-2.quyche']],
  },
  {
    code: 'W0812',
    title: { vi: 'Có hiệu lực trước khi ban hành', en: 'In force before it was issued' },
    means: {
      vi: 'Văn bản không ràng buộc ai trước ngày nó được ban hành. Một trong hai ngày có lẽ gõ nhầm.',
      en: 'A text binds nobody before the day it is issued. One of the two days may be mistyped.',
    },
    mend: {
      vi: 'Sửa ngày ban hành hoặc ngày có hiệu lực.',
      en: 'Correct the day of issue or the effective date.',
    },
    file: head('1/2020/QĐ-UBND', '  ban hành 15/01/2020 bởi "UBND tỉnh"\n  có hiệu lực 01/01/2020'),
    change: [['có hiệu lực 01/01/2020', 'có hiệu lực 01/02/2020']],
  },
]
