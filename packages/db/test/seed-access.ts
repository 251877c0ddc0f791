import { randomUUID } from 'node:crypto'
import type { CivilDate } from '@motcua/calendar'
import { fileRegistration, noteQuery, proposeGrant, type Tx } from '../src/index.ts'
import { nine } from './sample.ts'

/** A registration for the population database, a query, and a role that was proposed. */
export async function seedAccess(tx: Tx, accountId: string): Promise<void> {
  const paper = {
    form: 'form-six',
    number: '12/CK',
    signedOn: '2026-03-01' as CivilDate,
    format: 'digitally-signed',
  }
  const registrationId = randomUUID()
  await fileRegistration(tx, {
    ...{ id: registrationId, agencyId: 'xa-1', purpose: 'Đăng ký khai sinh', papers: [paper], filedAt: nine },
    filedBy: randomUUID(),
    officers: [{ accountId, commitment: paper }],
  })
  await noteQuery(tx, {
    ...{ id: randomUUID(), at: nine, accountId, agencyId: 'xa-1', registrationId, purpose: 'Đối chiếu' },
    citizenId: '008190000456',
  })
  await proposeGrant(tx, {
    ...{ id: randomUUID(), accountId, role: 'accountant', agencyId: 'xa-1', procedures: [], fromAt: nine },
    ...{ reason: 'Kiêm nhiệm', proposedAt: nine, proposedBy: randomUUID() },
  })
}
