import { randomUUID } from 'node:crypto'
import type { Instant } from '@motcua/calendar'
import { createAccount, findAccount, type Account, type Database } from '@motcua/db'
import { hashPassword } from '../identity/password.ts'
import type { Demonstration } from './folder.ts'

/**
 * Opens the accounts of a demonstration in a tenant, leaving alone those that are there.
 * Only a demonstration calls this: its passwords are public.
 */
export async function openDemonstration(
  db: Database,
  tenant: string,
  demonstration: Demonstration,
  now: Instant,
): Promise<void> {
  for (const account of accountsOf(demonstration)) {
    const key = account.kind === 'citizen' ? 'citizenId' : 'username'
    const value = account.kind === 'citizen' ? account.citizenId : account.username
    const there = await db.read(tenant, (tx) => findAccount(tx, key, value))
    if (there) continue
    const passwordHash = await hashPassword(demonstration.password)
    await db.transact(tenant, (tx) => createAccount(tx, { ...account, passwordHash }, now))
  }
}

function accountsOf({ citizens, staff }: Demonstration): Account[] {
  const unset = { passwordHash: '' }
  return [
    ...citizens.map((citizen) => ({ ...unset, ...citizen, kind: 'citizen', id: randomUUID() }) as Account),
    ...staff.map(({ agency, ...person }): Account => ({
      ...unset,
      ...person,
      kind: 'staff',
      id: randomUUID(),
      agencyId: agency,
    })),
  ]
}
