import type { CodePage } from './code-page.ts'

const hours = 'ví dụ theo giờ hành chính thứ Hai đến thứ Sáu, 07:30-12:00, 13:30-17:00'

/** E04xx, E09xx, E10xx: cases, classes and examples. */
export const cases: readonly CodePage[] = [
  {
    code: 'E0401',
    title: { vi: 'Hai trường hợp trùng nhau', en: 'Two cases overlap' },
    means: {
      vi: 'Có hồ sơ thuộc cả hai trường hợp, và hai trường hợp trả lời khác nhau. Máy xét hết mọi tổ hợp điều kiện, nên tổ hợp nêu ra là có thật.',
      en: 'Some dossier falls under both cases, and they answer differently. Every combination of conditions is looked at, so the one named is real.',
    },
    mend: { vi: 'Thu hẹp một trong hai điều kiện.', en: 'Narrow one of the conditions.' },
    file: '…\nquy tắc kênh thanh toán\n  căn cứ Điều 13\n  khi mức độ thuộc {3, 4}\n  qua bộ phận một cửa\n  khi mức độ là 4\n  qua trực tuyến',
    change: [['thuộc {3, 4}', 'là 3']],
  },
  {
    code: 'E0402',
    title: { vi: 'Còn trường hợp bỏ trống', en: 'A case is left open' },
    means: {
      vi: 'Có hồ sơ không thuộc trường hợp nào. Văn bản có thể cố ý im lặng, nhưng phải nói ra để người đọc biết không phải là quên.',
      en: 'Some dossier falls under no case. A text may be silent on purpose, but the file must say so, that nobody takes it for an oversight.',
    },
    mend: {
      vi: 'Thêm trường hợp còn thiếu, hoặc câu «trường hợp khác không quy định».',
      en: 'Add the missing case, or “otherwise not regulated”.',
    },
    file: '…\nquy tắc kênh thanh toán\n  căn cứ Điều 13\n  khi mức độ là 3\n  qua bộ phận một cửa',
    change: [['qua bộ phận một cửa', 'qua bộ phận một cửa\n  trường hợp khác không quy định']],
  },
  {
    code: 'E0403',
    title: { vi: 'Trường hợp không thể xảy ra', en: 'A case that cannot be' },
    means: {
      vi: 'Không hồ sơ nào thỏa điều kiện này: nó tự mâu thuẫn, hoặc các trường hợp trên đã lấy hết.',
      en: 'No dossier meets this condition: it contradicts itself, or the cases above have taken all.',
    },
    mend: { vi: 'Sửa điều kiện hoặc bỏ trường hợp.', en: 'Correct the condition, or drop the case.' },
    file: '…\nquy tắc kênh thanh toán\n  căn cứ Điều 13\n  khi mức độ thuộc {3, 4}\n  qua bộ phận một cửa\n  khi mức độ là 3 và không mức độ là 3\n  qua trực tuyến',
    change: [
      ['thuộc {3, 4}', 'là 3'],
      ['là 3 và không mức độ là 3', 'là 4'],
    ],
  },
  {
    code: 'W0404',
    title: { vi: 'Câu thừa', en: 'A superfluous line' },
    means: {
      vi: 'Mọi trường hợp đã được quy định, nên câu «trường hợp khác» không nói thêm gì.',
      en: 'Every case is regulated already, so the line about other cases says nothing.',
    },
    mend: { vi: 'Xóa câu đó.', en: 'Delete it.' },
    file: '…\nquy tắc kênh tra cứu\n  căn cứ Điều 16\n  qua tin nhắn\n  trường hợp khác không quy định',
    change: [['\n  trường hợp khác không quy định', '']],
  },
  {
    code: 'E0405',
    title: { vi: 'Một trường hợp hai câu trả lời', en: 'Two answers in one case' },
    means: {
      vi: 'Trong cùng một trường hợp có hai câu trả lời và không biết theo câu nào.',
      en: 'One case gives two answers, and nobody can tell which one to follow.',
    },
    mend: {
      vi: 'Gộp lại, hoặc mở trường hợp khác bằng «khi».',
      en: 'Put them together, or open another case with “when”.',
    },
    file: '…\nquy tắc kênh tra cứu\n  căn cứ Điều 16\n  qua điện thoại\n  qua tin nhắn',
    change: [['qua điện thoại\n  qua tin nhắn', 'qua ít nhất một trong {điện thoại, tin nhắn}']],
  },
  {
    code: 'E0410',
    title: { vi: 'Chưa nêu căn cứ', en: 'No citation' },
    means: {
      vi: 'Mọi câu trả lời cho người dân đều dẫn điều luật. Câu này chưa có điều nào để dẫn.',
      en: 'Every answer given to a citizen names its article. This one has none to name.',
    },
    mend: { vi: 'Viết câu căn cứ trước nó.', en: 'Cite the article before it.' },
    file: '…\nquy tắc kênh tra cứu\n  qua tin nhắn',
    change: [['  qua tin nhắn', '  căn cứ khoản 1 Điều 16\n  qua tin nhắn']],
  },
  {
    code: 'E0411',
    title: { vi: 'Quy tắc chưa trả lời gì', en: 'A rule that answers nothing' },
    means: {
      vi: 'Quy tắc hoặc trường hợp được mở ra nhưng không có câu trả lời.',
      en: 'A rule or a case is opened and no answer follows.',
    },
    mend: { vi: 'Viết câu trả lời hoặc bỏ quy tắc.', en: 'Write the answer, or drop the rule.' },
    file: '…\nquy tắc kênh tra cứu\n  căn cứ Điều 16',
    change: [['Điều 16', 'Điều 16\n  qua tin nhắn']],
  },
  {
    code: 'E0901',
    title: { vi: 'Phân loại không kín', en: 'Classes that leave a gap' },
    means: {
      vi: 'Mỗi hồ sơ phải thuộc đúng một loại. Ở đây có hồ sơ không thuộc loại nào, hoặc thuộc hai loại.',
      en: 'Each dossier belongs to exactly one class. Here one belongs to none, or to two.',
    },
    mend: {
      vi: 'Thêm loại còn thiếu hoặc sửa phép so sánh.',
      en: 'Add the missing class, or correct the comparison.',
    },
    file: '…\nquy tắc tình trạng đúng hạn của hồ sơ\n  căn cứ Điều 14\n  xếp loại trước hạn nếu ngày có kết quả < ngày hẹn trả\n  xếp loại trễ hạn nếu ngày có kết quả > ngày hẹn trả',
    change: [
      ['  xếp loại trễ hạn', '  xếp loại đúng hạn nếu ngày có kết quả = ngày hẹn trả\n  xếp loại trễ hạn'],
    ],
  },
  {
    code: 'E1001',
    title: { vi: 'Ví dụ không đúng', en: 'An example that fails' },
    means: {
      vi: 'Người viết tính một đằng, máy tính theo quy tắc ra một nẻo. Một trong hai sai: ví dụ, hoặc quy tắc.',
      en: 'The author worked out one thing and the rules another. One of the two is wrong: the example or the rule.',
    },
    mend: {
      vi: 'Tính lại bằng tay với tờ lịch, rồi sửa bên sai.',
      en: 'Work it out again by hand with a calendar, then correct the one that is wrong.',
    },
    file: `…\n${hours}\n\nquy tắc kiểm tra hồ sơ nộp trực tuyến\n  căn cứ Điều 12\n  trong 08 giờ làm việc kể từ khi nộp\nví dụ "16:00 thứ Sáu": cho nộp lúc 2020-03-06T16:00 thì kiểm tra hồ sơ nộp trực tuyến là 2020-03-10T16:00`,
    change: [['2020-03-10T16:00', '2020-03-09T16:00']],
  },
  {
    code: 'W1002',
    title: { vi: 'Trường hợp chưa có ví dụ', en: 'A case without an example' },
    means: {
      vi: 'Không ví dụ nào đi qua trường hợp này, nên gõ nhầm một con số ở đây sẽ không ai biết.',
      en: 'No example passes through this case, so a slip of the pen here would go unnoticed.',
    },
    mend: { vi: 'Thêm một ví dụ rơi vào trường hợp đó.', en: 'Add an example that falls under it.' },
    file: `…\n${hours}\n\nquy tắc kênh thanh toán\n  căn cứ Điều 13\n  khi mức độ là 3\n  qua bộ phận một cửa\n  khi mức độ là 4\n  qua trực tuyến\nví dụ "mức 3": cho tại thời điểm 2020-03-02T09:00, mức độ là 3 thì kênh thanh toán là {bộ phận một cửa}`,
    change: [
      [
        'thì kênh thanh toán là {bộ phận một cửa}',
        'thì kênh thanh toán là {bộ phận một cửa}\nví dụ "mức 4": cho tại thời điểm 2020-03-02T09:00, mức độ là 4 thì kênh thanh toán là {trực tuyến}',
      ],
    ],
  },
]
