import { randomBytes, randomUUID } from 'node:crypto'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { instant } from '@motcua/calendar'
import { createAccount, type Database } from '@motcua/db'
import type { StaffRole } from '@motcua/domain'
import { applyTenant, createTenants, readTenantFolder, type Context } from '@motcua/operations'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
export const at = instant('2026-03-03T09:00:00+07:00')

/** A province of its own that works by Long An's law, with one person in each role. */
export interface Office {
  readonly tenant: string
  readonly agencyId: string
  staff(role: StaffRole): Promise<Context>
}

export async function openOffice(db: Database, tenant: string): Promise<Office> {
  const folder = await readTenantFolder({
    folder: path.join(root, 'tenants/long-an'),
    national: path.join(root, 'tenants/national'),
    rules: path.join(root, 'rules'),
  })
  const manifest = { ...folder.manifest, id: tenant, hosts: [`${tenant}.localhost`] }
  await applyTenant(db, { ...folder, manifest }, { now: at })
  const tenants = createTenants(db)
  const agencyId = 'ubnd-tan-an'
  return {
    tenant,
    agencyId,
    async staff(role) {
      const account = {
        kind: 'staff' as const,
        id: randomUUID(),
        fullName: 'Nguyễn Thanh Hòa',
        username: `bench.${randomBytes(4).toString('hex')}`,
        roles: [role],
        agencyId,
        passwordHash: 'unused',
      }
      await db.transact(tenant, (tx) => createAccount(tx, account, at))
      const { id: accountId, fullName, roles } = account
      return {
        db,
        tenants,
        tenant: (await tenants.find(tenant))!,
        actor: { kind: 'staff', accountId, fullName, roles, agencyId, address: '198.51.100.1' },
        now: () => at,
        log() {},
        portalOf: () => `http://${tenant}.localhost`,
        requestId: 'bench',
      }
    },
  }
}
