import { expect, test } from 'vitest'
import type { DossierEvent } from '../dossier/events.ts'
import {
  accepted,
  at,
  attached,
  given,
  requested,
  submission,
  submitted,
  supplied,
} from '../dossier/examples.ts'
import { changesBetween } from './changes.ts'
import { revisionsOf } from './revisions.ts'

const amended: DossierEvent = {
  type: 'DossierAmended',
  at: at('09:00', '2026-08-07'),
  by: 'Nguyễn Thị Đào',
  reason: 'Sửa tên đệm',
  answers: { childName: 'Nguyễn Văn Ấn' },
  papers: [attached('van-ban-uy-quyen')],
}

test('TQ25-18.2c: every version is kept with what changed in it, and by whom', () => {
  const [first, second, third] = revisionsOf([submitted, requested, supplied, accepted, amended])
  expect(first).toMatchObject({ no: 1, kind: 'DossierSubmitted', at: submitted.at })
  expect(second).toMatchObject({
    no: 2,
    kind: 'CompletionSupplied',
    changes: [
      { kind: 'field', ref: 'childName', before: 'Nguyễn Văn An', after: 'Nguyễn Văn Ân' },
      { kind: 'paper', ref: 'van-ban-uy-quyen', added: [attached('van-ban-uy-quyen')], removed: [] },
    ],
  })
  expect(third).toEqual({
    no: 3,
    kind: 'DossierAmended',
    at: amended.at,
    by: 'Nguyễn Thị Đào',
    reason: 'Sửa tên đệm',
    changes: [
      { kind: 'field', ref: 'childName', before: 'Nguyễn Văn Ân', after: 'Nguyễn Văn Ấn' },
      { kind: 'paper', ref: 'giay-chung-sinh', added: [], removed: [attached('giay-chung-sinh')] },
    ],
  })
})

test('TQ25-18.2c: neither the numbers nor the code change with the content', () => {
  const before = given(submitted, accepted)
  const after = given(submitted, accepted, amended)
  expect(after).toMatchObject({
    id: submission.id,
    submissionNo: before.submissionNo,
    code: 'code' in before && before.code,
  })
})

test('a paper brought to the counter and an answer left out are changes too', () => {
  const before = { answers: { a: '1', b: '2' }, papers: [] }
  const after = { answers: { a: '1' }, papers: [], handedIn: ['giay-chung-sinh'] }
  expect(changesBetween(before, after)).toEqual([
    { kind: 'field', ref: 'b', before: '2' },
    { kind: 'paper', ref: 'giay-chung-sinh', added: [], removed: [], handedIn: true },
  ])
  expect(changesBetween(after, after)).toEqual([])
})
