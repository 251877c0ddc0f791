import { describe, expect, test } from 'vitest'
import { runExamples } from '../src/index.ts'
import { programOf, regulation } from './law.ts'

const hours = 'ví dụ theo giờ hành chính thứ Hai đến thứ Sáu, 07:30-12:00, 13:30-17:00\n'
const passed = (rule: string, facts: string, value: string, question: string): boolean[] =>
  runExamples(
    programOf([
      regulation(
        `quy tắc ${question}\n  căn cứ Điều 1\n  ${rule}\nví dụ "một": cho ${facts} thì ${question} là ${value}`,
        hours,
      ),
    ]),
  ).results.map((one) => one.passed)

const lookup = (rule: string, value: string) =>
  passed(rule, 'tại thời điểm 2020-03-02T09:00', value, 'kênh tra cứu')

describe('an example of a choice of channels', () => {
  const rule = 'qua một trong {tin nhắn, trực tuyến}, mặc định tin nhắn'

  test('holds in any order of the channels where it names no quantifier', () => {
    expect(lookup(rule, '{trực tuyến, tin nhắn}')).toEqual([true])
    expect(lookup(rule, '{trực tuyến}')).toEqual([false])
  })

  test('is held against the quantifier and the usual channel where it names them', () => {
    expect(lookup(rule, 'một trong {tin nhắn, trực tuyến}, mặc định tin nhắn')).toEqual([true])
    expect(lookup(rule, 'một trong {tin nhắn, trực tuyến}, mặc định trực tuyến')).toEqual([false])
    expect(lookup(rule, 'một trong {tin nhắn, trực tuyến}')).toEqual([false])
    expect(lookup(rule, 'tất cả {tin nhắn, trực tuyến}')).toEqual([false])
    expect(lookup(rule, 'ít nhất một trong {tin nhắn, trực tuyến}, mặc định tin nhắn')).toEqual([false])
  })
})

test('an example of a list keeps the order of the article', () => {
  const fields = (value: string) =>
    passed('gồm {tình trạng, mã hồ sơ}', 'tại thời điểm 2020-03-02T09:00', value, 'nội dung tra cứu')
  expect(fields('{tình trạng, mã hồ sơ}')).toEqual([true])
  expect(fields('{mã hồ sơ, tình trạng}')).toEqual([false])
})

test('the moment of an example keeps its seconds, so that a strict cut-off can be shown', () => {
  const received = (at: string, day: string) =>
    passed(
      'vào ngày nộp\n  sau 17:00 tính từ ngày làm việc kế tiếp',
      `nộp lúc ${at}`,
      day,
      'ngày nhận hồ sơ nộp trực tuyến',
    )
  expect(received('2020-03-02T17:00:00', '02/03/2020')).toEqual([true])
  expect(received('2020-03-02T17:00:01', '03/03/2020')).toEqual([true])
})

test('an example tells a place whose text is not at hand from one that is silent', () => {
  const told = (rule: string, value: string) =>
    passed(rule, 'tại thời điểm 2020-03-02T09:00', value, 'mã hóa đường truyền')
  const noted = 'chưa ghi «chưa có bản gốc» / «the source is missing»'
  expect(told(noted, 'chưa có nguyên văn')).toEqual([true])
  expect(told('trả lời có', 'chưa có nguyên văn')).toEqual([false])
  expect(
    passed(
      'khi mức độ là 4\n  trả lời có\n  trường hợp khác không quy định',
      'tại thời điểm 2020-03-02T09:00, mức độ là 3',
      'chưa có nguyên văn',
      'liên thông tài khoản',
    ),
  ).toEqual([false])
})
