import { dirname, join } from 'node:path'
import { instant } from '@motcua/calendar'
import type { LegalBasis } from '@motcua/domain'
import { expect } from 'vitest'
import { readTenantFolder } from '../tenants/read-tenant-folder.ts'
import { compileTenant, type Tenant } from '../tenants/tenant.ts'
import { determine } from './determine.ts'

// For tests: each line is one parameter of a regulation. The system is asked, and its answer must rest on the very clause
// named.

const root = join(dirname(import.meta.dirname), '../../..')
const regulations = {
  LA19: ['long-an', '30/2019/QĐ-UBND', '2026-03-02'],
  HN19: ['ha-nam', '30/2019/QĐ-UBND', '2026-03-02'],
  PT20: ['phu-tho', '31/2020/QĐ-UBND', '2026-03-02'],
  TQ19: ['tuyen-quang', '246/QĐ-UBND', '2021-03-01'],
  TQ25: ['tuyen-quang', '06/2025/QĐ-CTUBND', '2026-03-02'],
} as const
const law = new Map<string, Tenant>()

for (const [province] of Object.values(regulations)) {
  if (law.has(province)) continue
  const folder = await readTenantFolder({
    folder: join(root, 'tenants', province),
    national: join(root, 'tenants/national'),
    rules: join(root, 'rules'),
  })
  law.set(province, compileTenant(folder, 1))
}

export type Line = [clause: string, says: string, question: string, answer: unknown, facts?: object]

/** `TQ19-12.5b.2` is article 12, clause 5, point b; its second part has no number of its own in the law. */
function provisionOf(clause: string): LegalBasis {
  const [, name, article, number, point] = /^(\w+)-(\d+)(?:\.(\d+)([a-z]*))?/.exec(clause)!
  return {
    regulation: regulations[name as keyof typeof regulations][1],
    article: article!,
    ...(number && { clause: number }),
    ...(point && { point: point === 'dd' ? 'đ' : point }),
  }
}

/** Asks the system what the line says. */
export function itSays([clause, , question, answer, facts]: Line): void {
  const [province, , day] = regulations[clause.slice(0, 4) as keyof typeof regulations]
  const asOf = instant(`${day}T09:00:00+07:00`)
  const found = determine(law.get(province)!, question, { asOf, ...facts })
  expect(found.answer).toEqual(answer)
  expect(found.basis).toContainEqual(expect.objectContaining(provisionOf(clause)))
}
