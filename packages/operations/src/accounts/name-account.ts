import { usernamesLike, type Tx } from '@motcua/db'
import { formatName } from '@motcua/dsl'
import type { Instant } from '@motcua/calendar'
import { agencyName } from '../tenants/agency-name.ts'
import type { Tenant } from '../tenants/tenant.ts'
import { namingForm } from './account-law.ts'

/**
 * The user name of a new account by the form of the regulation, with a number from two on where it is taken
 * (PT20-4.2, AMB-35). A committee is written as everybody writes it: UBND.
 */
export async function nameAccount(
  tx: Tx,
  tenant: Tenant,
  { fullName, agencyId, now }: { fullName: string; agencyId: string; now: Instant },
): Promise<string> {
  const unit = agencyName(tenant, agencyId).replace(/^Ủy ban nhân dân/u, 'UBND')
  const form = namingForm(tenant, now)
  const values = { 'full-name': fullName, 'unit-name': unit } as const
  const plain = formatName(form, values)!
  const taken = await usernamesLike(tx, plain)
  // A form that lets no two accounts bear one name leaves the clash to whoever creates it.
  return formatName(form, values, (name) => taken.has(name)) ?? plain
}
