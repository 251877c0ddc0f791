import type { CodePage } from './code-page.ts'

const rate = (counts: string, more = ', mẫu số bằng không thì không có số liệu') =>
  `tính bằng ${counts}, nhân 100, làm tròn 2 chữ số thập phân${more}`

const standing = (due: string) => `quy tắc tình trạng hồ sơ khi chốt số liệu
  căn cứ Điều 14
  xếp loại đúng hạn nếu đã có kết quả và ngày có kết quả <= ${due}
  xếp loại trễ hạn nếu đã có kết quả và ngày có kết quả > ${due}
  xếp loại đang giải quyết trong hạn nếu chưa có kết quả và ngày chốt số liệu <= ${due}
  xếp loại đang giải quyết quá hạn nếu chưa có kết quả và ngày chốt số liệu > ${due}`

/** E09xx: classes, rates, states and names. */
export const figures: readonly CodePage[] = [
  {
    code: 'E0902',
    title: { vi: 'Tử số không nằm trong mẫu số', en: 'The part is not in the whole' },
    means: {
      vi: 'Tỷ lệ phần trăm chỉ có nghĩa khi cái được đếm ở trên nằm trong cái được đếm ở dưới. Máy nêu một hồ sơ có ở trên mà không có ở dưới, hoặc bị đếm hai lần.',
      en: 'A percentage means something where what is counted above is counted below too. A dossier is named that is above and not below, or is counted twice.',
    },
    mend: {
      vi: 'Đếm thêm ở mẫu số; nếu văn bản viết vậy thì nói «tử số có thể vượt mẫu số».',
      en: 'Count it below as well; where the text has it so, say “the numerator may exceed the denominator”.',
    },
    file: `…\nquy tắc tỷ lệ giải quyết hồ sơ\n  căn cứ Điều 14\n  ${rate('số hồ sơ đã giải quyết / số hồ sơ tiếp nhận')}`,
    change: [['không có số liệu', 'không có số liệu, tử số có thể vượt mẫu số']],
  },
  {
    code: 'E0903',
    title: { vi: 'Ngày hẹn nào', en: 'Which due day' },
    means: {
      vi: 'Hồ sơ có thể đã được hẹn lại. So với ngày hẹn ban đầu hay ngày hẹn hiện tại là hai con số thống kê khác nhau.',
      en: 'A dossier may have been put off. Compared with the first due day or with the current one it gives two different figures.',
    },
    mend: { vi: 'Nói rõ ngày hẹn nào.', en: 'Say which due day.' },
    file: `…\n${standing('ngày hẹn trả')}`,
    change: Array.from({ length: 4 }, () => [/ngày hẹn trả(?! hiện tại)/, 'ngày hẹn trả hiện tại'] as const),
  },
  {
    code: 'E0904',
    title: { vi: 'So sánh hai thứ khác loại', en: 'Unlike things compared' },
    means: {
      vi: 'Ngày so với ngày, điểm so với điểm, và hai mốc phải khác nhau.',
      en: 'A day is compared with a day, points with points, and the two are not the same thing.',
    },
    mend: { vi: 'So với mốc đúng.', en: 'Compare with the right one.' },
    file: '…\nquy tắc tình trạng đúng hạn của hồ sơ\n  căn cứ Điều 14\n  xếp loại đúng hạn nếu ngày có kết quả <= ngày có kết quả\n  xếp loại trễ hạn nếu ngày có kết quả > ngày hẹn trả',
    change: [['<= ngày có kết quả', '<= ngày hẹn trả']],
  },
  {
    code: 'E0905',
    title: { vi: 'Đếm loại hồ sơ mà văn bản không xếp', en: 'A class that is counted and never given' },
    means: {
      vi: 'Tỷ lệ đếm hồ sơ «đúng hạn», nhưng không quy tắc nào của văn bản nói hồ sơ nào là đúng hạn.',
      en: 'The rate counts dossiers “on time”, but no rule of the text says which those are.',
    },
    mend: {
      vi: 'Thêm quy tắc xếp loại, hoặc đếm điều khác.',
      en: 'Add the rule of classes, or count something else.',
    },
    file: `…\nquy tắc tỷ lệ hồ sơ trực tuyến\n  căn cứ Điều 14\n  ${rate('số hồ sơ đúng hạn / số hồ sơ tiếp nhận')}`,
    change: [['số hồ sơ đúng hạn', 'số hồ sơ nộp trực tuyến']],
  },
  {
    code: 'E0906',
    title: { vi: 'Trạng thái không có đường tới', en: 'A state without a way in' },
    means: {
      vi: 'Phải có đúng một trạng thái đầu, và mọi trạng thái khác phải có câu chuyển dẫn tới.',
      en: 'There is exactly one first state, and a move leads to each of the others.',
    },
    mend: {
      vi: 'Nói trạng thái đầu, hoặc thêm câu chuyển còn thiếu.',
      en: 'Say the first state, or add the missing move.',
    },
    file: '…\nquy tắc trạng thái của tài khoản\n  căn cứ Điều 9\n  chuyển từ chưa cấp sang đang hoạt động thực hiện ngay\n  trạng thái cuối là đang hoạt động',
    change: [['  chuyển từ', '  trạng thái đầu là chưa cấp\n  chuyển từ']],
  },
  {
    code: 'E0907',
    title: { vi: 'Mẫu số bằng không thì sao', en: 'Nothing below the line' },
    means: {
      vi: 'Kỳ không có hồ sơ nào thì tỷ lệ là bao nhiêu? Không có số liệu, hay bằng không: văn bản phải chọn.',
      en: 'What is the rate of a period without any dossier? No data, or zero: the text chooses.',
    },
    mend: { vi: 'Nói kết quả khi mẫu số bằng không.', en: 'Say what it is where the denominator is zero.' },
    file: `…\nquy tắc tỷ lệ hồ sơ trực tuyến\n  căn cứ Điều 14\n  ${rate('số hồ sơ nộp trực tuyến / số hồ sơ tiếp nhận', '')}`,
    change: [['thập phân', 'thập phân, mẫu số bằng không thì không có số liệu']],
  },
  {
    code: 'E0908',
    title: { vi: 'Trạng thái không có đường ra', en: 'A state without a way out' },
    means: {
      vi: 'Từ trạng thái này không chuyển đi đâu được, mà văn bản không nói nó là trạng thái cuối.',
      en: 'Nothing leads out of this state, and the text does not say that it is a last one.',
    },
    mend: {
      vi: 'Nói đó là trạng thái cuối, hoặc thêm câu chuyển.',
      en: 'Say that it is a last state, or add a move.',
    },
    file: '…\nquy tắc trạng thái của tài khoản\n  căn cứ Điều 9\n  trạng thái đầu là chưa cấp\n  chuyển từ chưa cấp sang đang hoạt động thực hiện ngay',
    change: [['thực hiện ngay', 'thực hiện ngay\n  trạng thái cuối là đang hoạt động']],
  },
  {
    code: 'E0909',
    title: { vi: 'Mẫu tên hoặc mã không dùng được', en: 'A name or code that cannot be made' },
    means: {
      vi: 'Mẫu chỉ có chữ cố định thì mọi tên giống nhau; số phải nói có bao nhiêu chữ số; mỗi thành phần đứng một lần.',
      en: 'Fixed text alone makes every name the same; numbers say how many digits they have; each part stands once.',
    },
    mend: { vi: 'Thêm thành phần thay đổi theo từng trường hợp.', en: 'Add a part that varies.' },
    file: '…\nquy tắc cách đặt tên tài khoản\n  căn cứ Điều 9\n  đặt theo mẫu {"a"}, viết thường không dấu, trùng thì thêm số từ hai',
    change: [['{"a"}', '{họ và tên}']],
  },
]
