import { draftProcedure, type ProcedureContent } from '@motcua/domain'
import { putProcedureVersion, type Tx } from '../src/index.ts'
import { nine } from './sample.ts'

const say = (vi: string) => ({ vi, en: vi })
const content: ProcedureContent = {
  procedure: {
    ...{ code: '1.001193', name: 'Đăng ký khai sinh', shortName: 'Khai sinh', field: 'Hộ tịch' },
    ...{ agencyLevels: [], decidingAuthority: 'UBND cấp xã', applicants: [], channels: [], fee: 'Miễn' },
    cases: [{ id: 'thuong', name: 'Thông thường', limit: { n: 1, unit: 'working-day' } }],
    ...{ papers: [], notes: [], results: [], legalBasis: [] },
  },
  level: '4',
  agencies: ['xa'],
  form: {
    id: 'f',
    pages: [
      { id: 'p', title: say('P'), fields: [{ id: 'a', kind: 'text', label: say('A'), optional: true }] },
    ],
  },
  fees: [],
}

/** A drafted version of a procedure. */
export async function seedCatalogue(tx: Tx): Promise<void> {
  const draft = draftProcedure(2, { kind: 'changed', content, at: nine, by: 'Sùng A Páo' })
  await putProcedureVersion(tx, draft, { changedBy: 'Sùng A Páo', contentHash: 'x', dueAt: null })
}
