import { expect, test } from 'vitest'
import { readCsv } from './csv.ts'

test('a comma inside double quotes parts nothing and a doubled quote is one quote', () => {
  const { records, faults } = readCsv('id,name\na,"Phường 1, ""Tân An"""\r\n\nb,Xã 2\n', ['id', 'name'])
  expect(faults).toEqual([])
  expect(records).toEqual([
    { line: 2, cells: { id: 'a', name: 'Phường 1, "Tân An"' } },
    { line: 4, cells: { id: 'b', name: 'Xã 2' } },
  ])
})

test('a fault is told with the line it stands on', () => {
  expect(readCsv('id,name\na\nb,"open\n', ['id', 'code']).faults).toEqual([
    { line: 3, code: 'unclosed-quote', detail: '' },
    { line: 1, code: 'missing-column', detail: 'code' },
    { line: 2, code: 'wrong-cell-count', detail: '1/2' },
  ])
})
