import { expect, test } from 'vitest'
import { compareContent } from './compare-content.ts'
import type { ProcedureContent } from './procedure-version.ts'

const say = (vi: string) => ({ vi, en: vi })
const paper = {
  id: 'to-khai',
  name: 'Tờ khai',
  originals: 1,
  copies: 0,
  required: true,
  presentedOnly: false,
}
const content: ProcedureContent = {
  procedure: {
    ...{ code: '1', name: 'Khai sinh', shortName: 'Khai sinh', field: 'Hộ tịch', agencyLevels: [] },
    ...{ decidingAuthority: 'UBND cấp xã', applicants: ['Công dân'], channels: ['counter'], fee: 'Miễn' },
    cases: [{ id: 'thuong', name: 'Thông thường', limit: { n: 5, unit: 'working-day' } }],
    papers: [paper],
    ...{ notes: [], results: [], legalBasis: ['Luật Hộ tịch'] },
  },
  level: '3',
  agencies: ['xa'],
  form: {
    id: 'f',
    pages: [
      { id: 'p', title: say('P'), fields: [{ id: 'a', kind: 'text', label: say('A'), optional: false }] },
    ],
  },
  fees: [],
}
const changed = (change: Partial<ProcedureContent['procedure']>) =>
  compareContent(content, { ...content, procedure: { ...content.procedure, ...change } })

/** The same with the members of every object the other way round, as an archive may give them back. */
function turned<T>(value: T): T {
  if (Array.isArray(value)) return value.map(turned) as T
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).toReversed()
  return Object.fromEntries(members.map(([name, inner]) => [name, turned(inner)])) as T
}

test('nothing differs from itself, in whatever order its members stand', () => {
  expect(compareContent(content, content)).toEqual([])
  expect(compareContent(content, turned(content))).toEqual([])
})

test('a change names the thing and the detail, a new thing has no before, a gone one no after', () => {
  expect(changed({ papers: [{ ...paper, copies: 2 }] })).toEqual([
    { part: 'papers', what: 'Tờ khai', detail: 'copies', before: '0', after: '2' },
  ])
  expect(changed({ papers: [{ ...paper, name: 'Tờ khai mới' }] })).toEqual([
    { part: 'papers', what: 'Tờ khai mới', detail: 'name', before: 'Tờ khai', after: 'Tờ khai mới' },
  ])
  expect(changed({ papers: [] })).toEqual([{ part: 'papers', before: 'Tờ khai' }])
  expect(changed({ legalBasis: ['Luật Hộ tịch', 'NĐ 123'] })).toEqual([
    { part: 'legal-basis', after: 'NĐ 123' },
  ])
})

test('limits and conditions are said in words', () => {
  const cases = [{ ...content.procedure.cases[0]!, limit: { n: 3, unit: 'working-day' as const } }]
  expect(changed({ cases })[0]).toMatchObject({ before: '5 working-day', after: '3 working-day' })
  const when = [{ field: 'a', how: 'is' as const, values: ['x', 'y'] }]
  expect(changed({ papers: [{ ...paper, when }] })).toEqual([
    { part: 'papers', what: 'Tờ khai', detail: 'when', after: 'a is x; y' },
  ])
})

test('without an earlier one everything is new', () => {
  expect(compareContent(undefined, content).every(({ before }) => before === undefined)).toBe(true)
})
