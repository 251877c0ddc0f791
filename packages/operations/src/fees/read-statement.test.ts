import { expect, test } from 'vitest'
import { mostLines, readStatement } from './read-statement.ts'

const read = (text: string) => readStatement(new TextEncoder().encode(text))

test('a statement with semicolons, Vietnamese names, points in amounts and a heading above is read', () => {
  const { lines, faults } = read(
    '\ufeffNgân hàng TMCP;;;;\nSao kê tài khoản 1090000000039;;;;\nNgày giao dịch;Số tham chiếu;Ghi nợ;Ghi có;Nội dung\n' +
      '04/08/2026 09:15:00;FT26216;;1.250.000;HSABC NOP PHI\n04/08/2026;FT26217;500.000,00;;Chi\n;;Cộng;1.250.000;\n',
  )
  expect(faults).toEqual([])
  expect(lines).toEqual([
    {
      line: 4,
      bookedAt: '2026-08-04T09:15:00+07:00',
      amount: 1_250_000,
      description: 'HSABC NOP PHI',
      bankRef: 'FT26216',
    },
    {
      line: 5,
      bookedAt: '2026-08-04T00:00:00+07:00',
      amount: -500_000,
      description: 'Chi',
      bankRef: 'FT26217',
    },
  ])
})

test('a statement with commas, quotes and English names is read the same', () => {
  const { lines } = read(
    'Date,Reference,Amount,Description\n2026-08-04 09:15,R1,"1,250,000","HSABC, thanks"\n',
  )
  expect(lines).toMatchObject([{ amount: 1_250_000, description: 'HSABC, thanks', bankRef: 'R1' }])
})

test('movements the bank gave no number are told apart, and are the same when the file is read again', () => {
  const text = 'Ngày;Số tiền;Nội dung\n04/08/2026;10.000;A\n04/08/2026;10.000;A\n'
  const refs = read(text).lines.map(({ bankRef }) => bankRef)
  expect(new Set(refs).size).toBe(2)
  expect(read(text).lines.map(({ bankRef }) => bankRef)).toEqual(refs)
})

test.each([
  ['31/02/2026;10.000;A', 'date'],
  ['hôm qua;10.000;A', 'date'],
  ['04/08/2026;1.25.000;A', 'amount'],
  ['04/08/2026;10,50;A', 'amount'],
  ['04/08/2026;;A', 'amount'],
  ['04/08/2026;99999999999;A', 'amount'],
])('%s is told with its line, not guessed', (row, code) => {
  expect(read(`Ngày;Số tiền;Nội dung\n04/08/2026;1;đúng\n${row}\n`).faults).toMatchObject([{ line: 3, code }])
})

test('what is no statement is told: no header, no movements, no text, too many lines', () => {
  expect(read('<html>').faults).toMatchObject([{ code: 'no-header' }])
  expect(read('').faults).toMatchObject([{ code: 'no-header' }])
  expect(read('Ngày;Số tiền;Nội dung\n').faults).toMatchObject([{ code: 'empty' }])
  expect(readStatement(new Uint8Array([0xff, 0xfe, 0x00])).faults).toMatchObject([{ code: 'not-text' }])
  expect(readStatement(new Uint8Array(100)).faults).toMatchObject([{ code: 'not-text' }])
  expect(read('x\n'.repeat(mostLines + 60)).faults).toMatchObject([{ code: 'too-long' }])
})
