import { expect, test } from 'vitest'
import { ask, bindCalendar, compile, coverage, format, runExamples } from '../src/index.ts'
import { demonstrationHours } from './law.ts'

const act = (
  number: string,
  symbol: string,
  rules: string,
): string => `văn bản quốc gia "${number}" của "Chính phủ"
tên "Nghị định thử" / "A decree to try things with"
ký hiệu ${symbol}
có hiệu lực 01/01/2019
cách tính ngày không tính ngày đầu, kết thúc cuối giờ hành chính, gặp ngày nghỉ dồn sang ngày làm việc kế tiếp
${rules}`

const unknown = act(
  '92/2017/NĐ-CP',
  'ND92_2017',
  `quy tắc trả lời phản ánh kiến nghị
  căn cứ khoản 3 Điều 2
  chưa ghi «toàn văn chưa kiểm chứng» / «the text is not verified»`,
)
const known = act(
  '118/2025/NĐ-CP',
  'ND118_2025',
  `quy tắc trả lời phản ánh kiến nghị
  căn cứ Điều 30
  trong 10 ngày làm việc kể từ khi nhận phản ánh
quy tắc kỳ công khai đánh giá
  căn cứ Điều 31
  định kỳ {hằng quý}, mỗi kỳ 02 lần trở lên, gửi tới {Ủy ban nhân dân tỉnh}, về {kết quả đánh giá}`,
)
const province = (rule: string): string => `quy chế "1/2020/QĐ-UBND" của "Thử"
tên "Quy chế thử" / "A regulation to try things with"
có hiệu lực 01/01/2020
cách tính ngày không tính ngày đầu, kết thúc cuối giờ hành chính, gặp ngày nghỉ dồn sang ngày làm việc kế tiếp
${rule}`

const delegating = province(`quy tắc trả lời phản ánh kiến nghị
  căn cứ khoản 2 Điều 13
  thực hiện theo Điều 2 của ND92_2017`)

const texts = (...all: string[]) => all.map((text, i) => ({ path: `${i}.quyche`, text }))
function lawOf(...all: string[]) {
  const { program, diagnostics } = compile(texts(...all))
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  return bindCalendar(program!, demonstrationHours)
}
const told = { receivedAt: '2026-03-06T16:00:00+07:00' }

test('a rule that refers to a place whose value is not recorded answers nothing, cites both places and says why', () => {
  const law = lawOf(unknown, known, delegating)
  const { answer, path, basis, because, note } = ask(law, 'feedback.answer', told)
  expect({ answer, path, note: note?.vi }).toEqual({
    answer: null,
    path: 'delegated',
    note: 'toàn văn chưa kiểm chứng',
  })
  expect(basis.map(({ regulation, article }) => `${article} ${regulation}`)).toEqual([
    '13 1/2020/QĐ-UBND',
    '2 92/2017/NĐ-CP',
  ])
  expect(because.map(({ vi }) => vi).join(' ')).toBe(
    'Trả lời phản ánh kiến nghị: có quy định (khoản 2 Điều 13, Quyết định 1/2020/QĐ-UBND, dẫn chiếu khoản 3 Điều 2, Nghị định 92/2017/NĐ-CP) nhưng nội dung chưa được ghi vào tệp: toàn văn chưa kiểm chứng.',
  )
  expect(because[0]!.en).toContain('what it says is not recorded: the text is not verified')
  const line = coverage(law, '2026-03-06T16:00:00+07:00' as never).find(
    ({ question }) => question === 'feedback.answer',
  )!
  expect({ path: line.path, note: line.note?.en }).toEqual({
    path: 'delegated',
    note: 'the text is not verified',
  })
})

test('a value that is not recorded is no floor: who does not refer to it inherits from the act that has one', () => {
  const law = lawOf(unknown, known, province(''))
  expect(ask(law, 'feedback.answer', told)).toMatchObject({
    answer: '2026-03-20T17:00:00+07:00',
    path: 'inherited',
  })
})

test('where no act has a value, the law is silent and not in force without words', () => {
  const law = lawOf(unknown, province(''))
  expect(ask(law, 'feedback.answer', told)).toMatchObject({ answer: null, path: 'silent' })
})

test('a province may have a rule whose value is not recorded, and then nothing is inherited in its place', () => {
  const own = province(`quy tắc trả lời phản ánh kiến nghị
  căn cứ khoản 2 Điều 13
  chưa ghi «theo pháp luật»`)
  const law = lawOf(known, own)
  expect(ask(law, 'feedback.answer', told)).toMatchObject({ answer: null, path: 'answered' })
})

test('what is not recorded needs no example and changes with its note', () => {
  const law = lawOf(unknown, delegating)
  expect(runExamples(law.program, ['0.quyche']).uncovered).toEqual([])
  const other = lawOf(unknown.replace('toàn văn', 'bản đầy đủ'), delegating)
  expect(other.program.hash).not.toBe(law.program.hash)
})

test('a schedule is told with how often, to whom and about what, in both languages', () => {
  const { because } = ask(lawOf(known, province('')), 'rating.publishing', { asOf: told.receivedAt })
  expect(because[0]!.vi).toContain(
    'Kỳ công khai đánh giá: hằng quý, mỗi kỳ từ 2 lần trở lên, gửi tới Ủy ban nhân dân tỉnh, về kết quả đánh giá',
  )
  expect(because[0]!.en).toContain(
    "Schedule of publishing ratings: quarterly, at least 2 times every period, sent to Provincial People's Committee, about rating results",
  )
})

test.each([unknown, known, delegating])('what is said is the same in the other language and back', (text) => {
  const english = format(text, 'en')
  expect(english).not.toMatch(/quy tắc|chưa ghi|định kỳ|gửi tới/u)
  expect(format(english, 'vi')).toBe(format(text))
})
