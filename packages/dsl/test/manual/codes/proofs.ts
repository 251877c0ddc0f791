import type { CodePage } from './code-page.ts'

const hours = 'ví dụ theo giờ hành chính thứ Hai đến thứ Sáu, 07:30-12:00, 13:30-17:00'
const complying = `quy chế "1/2026/QĐ-UBND" của "Thử"
  tên "Quy chế thử" / "A trial regulation"
  có hiệu lực 01/01/2026
  tuân thủ ND118_2025
  cách tính ngày không tính ngày đầu, kết thúc cuối giờ hành chính, gặp ngày nghỉ dồn sang ngày làm việc kế tiếp
${hours}
`
const calendar = (known: string) => `niên lịch quốc gia "Lịch thử" / "A calendar"
phạm vi từ 01/01/2019 đến 31/12/2029
biết đến ${known}
nguồn "Bộ luật Lao động 2019, Điều 112"
nghỉ lễ 02/09/2026 "Quốc khánh" / "National Day"`

/** E06xx, E07xx, W11xx and what is only told: what is proven with dates. */
export const proofs: readonly CodePage[] = [
  {
    code: 'E0601',
    title: { vi: 'Lỏng hơn quy định quốc gia', en: 'Laxer than national law' },
    means: {
      vi: 'Văn bản quốc gia mà quy chế tuân thủ đặt một mức, và quy chế cho cơ quan rộng hơn mức đó. Hai hạn được so ở mọi phút mà hai văn bản cùng có hiệu lực; thời điểm nêu ra là lúc chênh nhiều nhất. Nếu chỗ khác đó là cố ý và có căn cứ, câu `khác văn bản quốc gia «…»` ghi lại, và lỗi trở thành cảnh báo W0601.',
      en: 'The national act that the regulation complies with sets a measure, and the regulation gives the office more room. The two are compared at every minute at which both are in force; the moment named is the worst. Where the difference is meant and has its grounds, `differs from the national act «…»` records it, and the error becomes a warning, W0601.',
    },
    mend: {
      vi: 'Viết theo câu an toàn mà máy đề nghị, hoặc ghi lý do khác.',
      en: 'Write what is offered as safe, or record why it differs.',
    },
    file: `${complying}
quy tắc kiểm tra hồ sơ nộp trực tuyến
  căn cứ Điều 9
  khi hình thức nộp là trực tuyến
  trong 02 ngày làm việc kể từ khi nộp
  trường hợp khác không quy định`,
    change: [['02 ngày làm việc', '08 giờ làm việc']],
  },
  {
    code: 'E0602',
    title: { vi: 'Không so được với quy định quốc gia', en: 'Neither stricter nor laxer' },
    means: {
      vi: 'Có lúc hạn của quy chế sớm hơn hạn quốc gia, có lúc muộn hơn. Muộn hơn một lần cũng là trái. Máy nêu một thời điểm cho mỗi bên. Đã ghi lý do thì thành cảnh báo W0602.',
      en: 'At times the deadline of the regulation is earlier than the nation’s, at times later; once later is too late. A moment is named for each. Recorded with its reason it is a warning, W0602.',
    },
    mend: { vi: 'Viết một hạn không bao giờ muộn hơn.', en: 'Write a deadline that is never later.' },
    file: `${complying}
quy tắc kiểm tra hồ sơ nộp trực tuyến
  căn cứ Điều 9
  khi hình thức nộp là trực tuyến
  trong 06 giờ làm việc kể từ khi nộp
  sau 12:00 tính từ ngày làm việc kế tiếp
  trường hợp khác không quy định`,
    change: [['  sau 12:00 tính từ ngày làm việc kế tiếp\n', '']],
  },
  {
    code: 'E0603',
    title: { vi: 'Trái quy định quốc gia', en: 'Against national law' },
    means: {
      vi: 'Điều này văn bản quốc gia đã định sẵn, không có hơn kém, và quy chế trả lời khác. Đã ghi lý do thì thành cảnh báo W0603.',
      en: 'National law settles this and there is no more or less about it; the regulation answers otherwise. Recorded with its reason it is a warning, W0603.',
    },
    mend: {
      vi: 'Trả lời như văn bản quốc gia, hoặc bỏ quy tắc.',
      en: 'Answer as national law does, or drop the rule.',
    },
    file: `${complying}
quy tắc nơi nộp hồ sơ trực tuyến
  căn cứ Điều 9
  được xác định là Cổng Dịch vụ công của tỉnh`,
    change: [['Cổng Dịch vụ công của tỉnh', 'Cổng Dịch vụ công quốc gia']],
  },
  {
    code: 'W0604',
    title: { vi: 'Ghi khác văn bản quốc gia nhưng không khác', en: 'A difference that is none' },
    means: {
      vi: 'Câu này nói quy tắc khác văn bản quốc gia, nhưng không có chỗ nào khác.',
      en: 'The line says that the rule differs from a national act, but it does not.',
    },
    mend: { vi: 'Xóa câu đó.', en: 'Delete it.' },
    file: `${complying}
quy tắc số lần yêu cầu bổ sung
  căn cứ Điều 9
  khác văn bản quốc gia «để thử»
  không quá một lần`,
    change: [['  khác văn bản quốc gia «để thử»\n', '']],
  },
  {
    code: 'I0604',
    title: { vi: 'Câu hỏi theo văn bản quốc gia', en: 'Questions left to the nation' },
    means: {
      vi: 'Quy chế không nói những câu này, nên câu trả lời lấy ở văn bản quốc gia. Không phải là lỗi; liệt kê để người viết biết mình đã im lặng ở đâu. `rules check --info` in ra.',
      en: 'The regulation does not speak of these, so the answer is the nation’s. It is no fault; they are listed so that the author knows where the text is silent. `rules check --info` prints it.',
    },
    mend: {
      vi: 'Không cần sửa; không tuân thủ văn bản nào thì không có gì để liệt kê.',
      en: 'Nothing to mend; where no act is complied with there is nothing to list.',
    },
    file: complying,
    change: [['  tuân thủ ND118_2025\n', '']],
  },
  {
    code: 'E0701',
    title: { vi: 'Hai nghĩa vụ không cùng thực hiện được', en: 'Two duties that cannot both be met' },
    means: {
      vi: 'Phải đề nghị trước năm ngày, nhưng nhận đề nghị thì phải làm trong hai ngày: việc phải xong trước cả thời điểm được đề nghị. Máy nêu một ngày làm chứng. Đã ghi cách hiểu thì thành thông tin I0701.',
      en: 'The request must come five days ahead, but the act is owed within two days of it, so it is owed before the time asked for. A date bears witness. With a reading it is information, I0701.',
    },
    mend: {
      vi: 'Sửa một trong hai thời hạn, hoặc ghi cách hiểu nói thời hạn nào để làm gì.',
      en: 'Correct one of the terms, or note the reading that says what each is for.',
    },
    file: `…
${hours}

quy tắc đề nghị khóa tài khoản trước
  căn cứ điểm b khoản 1 Điều 9
  ít nhất 05 ngày lịch trước khi thời điểm được đề nghị

quy tắc thực hiện khóa tài khoản
  căn cứ điểm b khoản 1 Điều 9
  trong 02 ngày làm việc kể từ khi nhận đề nghị`,
    change: [['ít nhất 05 ngày lịch', 'ít nhất 01 ngày làm việc']],
  },
  {
    code: 'E0702',
    title: { vi: 'Phải làm trước khi việc bắt đầu', en: 'Owed before it has begun' },
    means: {
      vi: 'Với thủ tục ngắn, hạn thông báo rơi vào trước lúc tiếp nhận hồ sơ: không ai làm được. Đã ghi cách hiểu thì thành thông tin I0702.',
      en: 'For a short procedure the notice is owed before the dossier was even accepted, which nobody can do. With a reading it is information, I0702.',
    },
    mend: {
      vi: 'Viết hạn tính tới, hoặc ghi cách hiểu cho thủ tục ngắn.',
      en: 'Count it forwards, or note the reading for short procedures.',
    },
    file: `…
${hours}

quy tắc thông báo xin lỗi
  căn cứ Điều 25
  ít nhất 01 ngày làm việc trước khi hết hạn`,
    change: [['ít nhất 01 ngày làm việc trước khi hết hạn', 'chậm nhất khi hết hạn']],
  },
  {
    code: 'I0403',
    title: { vi: 'Câu không đổi thời hạn nào', en: 'A clause that moves nothing' },
    means: {
      vi: 'Giờ làm việc vốn không chạy ngoài giờ hành chính, nên câu này không đổi hạn nào, ở phút nào cũng vậy. Không phải lỗi: văn bản nói thì cứ ghi.',
      en: 'Working hours stand still outside office hours anyway, so this clause moves no deadline at any minute. It is no fault: where the text says it, keep it.',
    },
    mend: { vi: 'Không cần sửa; có thể bỏ.', en: 'Nothing to mend; it may go.' },
    file: `…
${hours}

quy tắc phân loại câu hỏi
  căn cứ Điều 15
  trong 02 giờ làm việc kể từ khi nhận câu hỏi
  ngoài giờ hành chính tính từ giờ làm việc kế tiếp`,
    change: [['\n  ngoài giờ hành chính tính từ giờ làm việc kế tiếp', '']],
  },
  {
    code: 'I0406',
    title: { vi: 'Câu dời thời hạn', en: 'A clause that moves a deadline' },
    means: {
      vi: 'Câu này có dời hạn: máy nêu một thời điểm và hạn có nó, không có nó. Để người viết biết câu ấy làm gì.',
      en: 'This clause does move the deadline: a moment is named, with the deadline with it and without it, so that its author knows what it does.',
    },
    mend: {
      vi: 'Không cần sửa nếu đó là điều văn bản muốn.',
      en: 'Nothing to mend where that is what the text wants.',
    },
    file: `…
${hours}

quy tắc trả lời câu hỏi
  căn cứ Điều 15
  trong 03 ngày làm việc kể từ khi nhận câu hỏi
  ngoài giờ hành chính tính từ giờ làm việc kế tiếp`,
    change: [['\n  ngoài giờ hành chính tính từ giờ làm việc kế tiếp', '']],
  },
  {
    code: 'W1101',
    title: {
      vi: 'Lịch hết trước khi quy chế có hiệu lực',
      en: 'The calendar ends before the regulation begins',
    },
    means: {
      vi: 'Quy chế có hiệu lực sau ngày mà lịch nghỉ đã biết tới, nên mọi ngày nó trả lời đều là tạm tính.',
      en: 'The regulation takes effect after the last day the calendar knows, so every date it answers is provisional.',
    },
    mend: { vi: 'Bổ sung lịch nghỉ đã được công bố.', en: 'Add the days off announced since.' },
    file: {
      'nien-lich.quyche': calendar('31/12/2026'),
      'thu.quyche':
        'quy chế "1/2027/QĐ-UBND" của "Thử"\n  tên "Quy chế thử" / "A trial regulation"\n  có hiệu lực 01/06/2027',
    },
    change: [['biết đến 31/12/2026', 'biết đến 31/12/2027', 'nien-lich.quyche']],
  },
  {
    code: 'I1101',
    title: { vi: 'Từ ngày nào câu trả lời là tạm tính', en: 'From when on answers are provisional' },
    means: {
      vi: 'Lịch nào cũng có ngày cuối. Máy nói từ thời điểm nào đã có hạn vượt qua ngày đó.',
      en: 'Every calendar ends. The machine says from which moment on a deadline passes its last known day.',
    },
    mend: { vi: 'Bổ sung lịch khi có công bố mới.', en: 'Add days off as they are announced.' },
    file: {
      'nien-lich.quyche': calendar('31/12/2026'),
      'thu.quyche': `…\n${hours}\n\nquy tắc phân loại câu hỏi\n  căn cứ Điều 15\n  trong 02 giờ làm việc kể từ khi nhận câu hỏi`,
    },
    change: [],
  },
]
