import { expect, test } from 'vitest'
import { paperErrors } from './upload-errors.ts'

const most = 20 * 1024 * 1024
const papers = [
  { id: 'p1', name: 'Tờ khai' },
  { id: 'p2', name: 'Giấy chứng sinh' },
]

test('a file that is too large is named with its size and the limit', () => {
  const faults = [{ paperId: 'p2', name: 'giay.pdf', bytes: 25 * 1024 * 1024, fault: 'too-large' as const }]
  const errors = paperErrors({ faults, missing: [] }, papers, most, 'vi')
  expect(errors.get('p2')?.[0]).toContain('giay.pdf')
  expect(errors.get('p2')?.[0]).toContain('25 MB')
  expect(errors.get('p2')?.[0]).toContain('20 MB')
  expect(errors.has('p1')).toBe(false)
})

test('a missing paper is named, a very long name by its beginning', () => {
  const long = { id: 'p3', name: 'Văn bản ủy quyền theo quy định của pháp luật '.repeat(5).trim() }
  const errors = paperErrors({ faults: [], missing: ['p1', 'p3'] }, [...papers, long], most, 'vi')
  expect(errors.get('p1')).toEqual(['Tải lên Tờ khai'])
  expect(errors.get('p3')?.[0]!.length).toBeLessThan(110)
})

test('without a rejected form there is no error', () => {
  expect(paperErrors(null, papers, most, 'en').size).toBe(0)
})
