import type { Instant } from '@motcua/calendar'
import { getDossierForUpdate } from '@motcua/db'
import { Refused, type Collection } from '@motcua/domain'
import { book } from '../fees/collect.ts'
import { possibleTotals } from '../fees/fee-law.ts'
import type { Room } from '../operation.ts'
import type { Tenant } from '../tenants/tenant.ts'

type Prepaying = Pick<Collection, 'procedureCode' | 'caseId' | 'answers' | 'prepaid'>

/**
 * The post takes a fee as the table has it, or none. What only the office can count is taken as the applicant brings it.
 * @throws Refused where the table knows no such sum
 */
export function mustBeInTable(
  tenant: Tenant,
  { prepaid: { fees }, ...facts }: Prepaying,
  now: Instant,
): void {
  const totals = fees > 0 ? possibleTotals(tenant, { ...facts, mode: 'postal', now }) : undefined
  if (totals && !totals.includes(fees))
    throw new Refused({ code: 'amount-differs', data: { owed: totals[0], given: fees } })
}

/**
 * Books the fee the post took with the papers (HN19-11.3a), in the name of the postal officer who took it. It is the
 * applicant's payment from now on, and the post holds it until it is handed over (PT20-28.2). Money that is not what is owed is surplus, never lost.
 */
export async function bookPrepaid(
  room: Room,
  { id: key, officer, prepaid: { fees: amount } }: Collection,
  dossierId: string,
): Promise<void> {
  if (amount === 0) return
  const by = officer.fullName
  const dossier = await getDossierForUpdate(room.tx, dossierId)
  await book(room, dossier, { key, amount, channel: 'postal', source: 'post', by })
}
