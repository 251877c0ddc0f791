import { expect, test } from 'vitest'
import { check, compile, renderDiagnostic } from '../src/index.ts'
import { filesOf, regulation } from './law.ts'

test('a diagnostic shows the line, carets under the words, help, worked dates and quick fixes', () => {
  const file = regulation('quy tắc cấp tài khoản\n  căn cứ Điều 9\n  trong 05 ngày kể từ khi nhận đề nghị')
  const [found] = check(file)
  expect(renderDiagnostic(found!, [file], 'vi')).toBe(
    [
      'lỗi E0301: «ngày» chưa rõ là ngày làm việc hay ngày lịch',
      '  ┌─ thu.quyche:9:9',
      '  9│   trong 05 ngày kể từ khi nhận đề nghị',
      '   │         ^^^^^^^',
      '  = viết «5 ngày làm việc» hoặc «5 ngày lịch»',
      '  = từ 09:00 thứ Tư 01/01/2020: 5 ngày làm việc → 17:00 thứ Tư 08/01/2020',
      '  = từ 09:00 thứ Tư 01/01/2020: 5 ngày lịch → 17:00 thứ Hai 06/01/2020',
      '  = dán được làm ví dụ:',
      '    ví dụ "ngày làm việc": cho nhận đề nghị lúc 2020-01-01T09:00 thì cấp tài khoản là 2020-01-08T17:00',
      '    ví dụ "ngày lịch": cho nhận đề nghị lúc 2020-01-01T09:00 thì cấp tài khoản là 2020-01-06T17:00',
      '  = sửa nhanh: [1] ngày làm việc  [2] ngày lịch',
    ].join('\n'),
  )
  expect(renderDiagnostic(found!, [file], 'en')).toContain('error E0301: `days` does not say whether')
})

test('carets are as wide as what is seen, also where letters are decomposed', () => {
  const file = regulation('quy tắc kênh tra cứu\n  căn cứ Điều 16\n  qua tin nhan')
  const decomposed = { ...file, text: file.text.normalize('NFD') }
  const carets = (one: typeof file) => renderDiagnostic(check(one)[0]!, [one], 'vi').split('\n')[3]
  expect(carets(decomposed)).toBe(carets(file))
  expect(carets(file)).toBe('   │       ^^^^^^^^')
})

test('two versions of one province may not be in force on the same day', () => {
  const files = filesOf('tuyen-quang').map((file) => ({
    ...file,
    text: file.text.replace('hết hiệu lực từ 15/12/2025', 'hết hiệu lực từ 01/01/2026'),
  }))
  const { program, diagnostics } = compile(files)
  expect(program).toBeUndefined()
  expect(
    diagnostics
      .filter(({ code }) => !/^W(0501|060)/.test(code))
      .map(({ code, message }) => `${code} ${message.vi}`),
  ).toEqual(['E0801 từ 15/12/2025 cả 246/QĐ-UBND và 06/2025/QĐ-CTUBND cùng có hiệu lực'])
})

test('a new version says what becomes of the old one', () => {
  const files = filesOf('tuyen-quang').map((file) => ({
    ...file,
    text: file.text.replace('thay thế "246/QĐ-UBND" ngầm định', ''),
  }))
  const codes = compile(files).diagnostics.map(({ code }) => code)
  expect(codes.filter((code) => !code.startsWith('W060'))).toEqual(['W0802'])
})

test('a level that only one version knows is a fault', () => {
  const files = filesOf('tuyen-quang').map((file) => ({
    ...file,
    text: file.text.replace(' còn gọi là {toàn trình = 4, một phần = 3}', ''),
  }))
  expect(compile(files).diagnostics.map(({ code }) => code)).toContain('E0803')
})

test('faults of all files come in the order of the files and of their lines', () => {
  const files = [regulation('quy tắc a\nquy tắc b'), { path: 'x.quyche', text: 'bậy\nbạ' }]
  const found = check(files).map(({ span }) => ({
    file: files.findIndex(({ path }) => path === span.path),
    at: span.from,
  }))
  expect(found.length).toBeGreaterThan(3)
  expect(found).toEqual(found.toSorted((a, b) => a.file - b.file || a.at - b.at))
})
