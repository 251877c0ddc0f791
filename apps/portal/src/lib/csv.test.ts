import { expect, test } from 'vitest'
import { csvLine } from './csv.ts'

test('a cell with a comma, a quotation mark or a line break is one cell', () => {
  expect(csvLine(['a', 'b, c', 'nói "vâng"', 'hai\ndòng'])).toBe('a,"b, c","nói ""vâng""","hai\ndòng"\r\n')
})

test('what begins like a formula is text', () => {
  expect(csvLine(['=HYPERLINK("http://x")', '@SUM(1)', '-1', '+2'])).toBe(
    '"\'=HYPERLINK(""http://x"")",\'@SUM(1),\'-1,\'+2\r\n',
  )
})
