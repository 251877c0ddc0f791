// For tests: an office of one's own, with the real provinces and their real law, in a database of one's own.
import { randomBytes, randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { instant } from '@motcua/calendar'
import { createAccount, type Account, type Database } from '@motcua/db'
import { testDatabase } from '@motcua/db/testing'
import type { Actor, StaffRole } from '@motcua/domain'
import type { Context, OperationLine } from './operation.ts'
import { applyTenant } from './tenants/apply-tenant.ts'
import type { TenantFolder } from './tenants/folder.ts'
import { readTenantFolder } from './tenants/read-tenant-folder.ts'
import { createTenants, getTenantById, type Tenants } from './tenants/tenant-cache.ts'

export * from './testing-counter.ts'
export * from './testing-journey.ts'
export * from './testing-work.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))

export type Province = 'long-an' | 'ha-nam' | 'phu-tho' | 'tuyen-quang'

/** The folder of a demonstration province as it lies on the disk. */
export function readProvince(province: Province): Promise<TenantFolder> {
  const folder = `${root}tenants/${province}`
  return readTenantFolder({ folder, national: `${root}tenants/national`, rules: `${root}rules` })
}

/** One province's office, open at a moment that the test sets. */
export interface TestOffice {
  readonly tenant: string
  readonly db: Database
  readonly tenants: Tenants
  /** Lines the operations wrote. */
  readonly lines: OperationLine[]
  /** Puts the clock to a moment. */
  at(moment: string): void
  /** Changes the declarations and applies them again. */
  reapply(change: (folder: TenantFolder) => TenantFolder): Promise<void>
  visitor(address?: string): Promise<Context>
  citizen(account?: { fullName?: string }): Promise<Context>
  staff(agencyId: string, role?: StaffRole): Promise<Context>
}

/** For the top of a test file: opens offices in one database, which is dropped when the file is done. */
export async function openOffices(): Promise<{
  db: Database
  /** With the worker role. */
  worker: Database
  /** Owner of the tables, for what no process may. */
  ownerUrl: string
  open(province: Province, options?: { at?: string }): Promise<TestOffice>
}> {
  const { db, worker, ownerUrl } = await testDatabase()
  const tenants = createTenants(db, { believeForMs: 0 })
  return {
    db,
    worker,
    ownerUrl,
    open: async (province, { at = '2026-03-02T09:00:00+07:00' } = {}) => {
      // A tenant of its own for each test: the province under another id.
      const id = `${province}-${randomBytes(4).toString('hex')}`
      const named = (folder: TenantFolder): TenantFolder => ({
        ...folder,
        manifest: { ...folder.manifest, id, hosts: [`${id}.localhost`] },
      })
      let folder = named(await readProvince(province))
      let now = instant(at)
      const lines: OperationLine[] = []
      await applyTenant(db, folder, { now })
      const context = async (actor: Actor): Promise<Context> => ({
        db,
        tenants,
        tenant: await getTenantById(tenants, id),
        actor,
        now: () => now,
        log: (line) => lines.push(line),
        portalOf: ({ manifest }) => `http://${manifest.hosts[0]}`,
        requestId: randomUUID(),
      })
      return {
        tenant: id,
        db,
        tenants,
        lines,
        at: (moment) => {
          now = instant(moment)
        },
        reapply: async (change) => {
          folder = named(change(folder))
          await applyTenant(db, folder, { now })
        },
        visitor: (address = '203.0.113.7') => context({ kind: 'visitor', address }),
        citizen: async ({ fullName = 'Trần Thị Đan' } = {}) => {
          const account = newCitizen(fullName)
          await db.transact(id, (tx) => createAccount(tx, account, now))
          return context({ kind: 'citizen', accountId: account.id, fullName, address: '203.0.113.8' })
        },
        staff: async (agencyId, role = 'one-stop-officer') => {
          const account = newStaff(agencyId, role)
          await db.transact(id, (tx) => createAccount(tx, account, now))
          const { id: accountId, fullName } = account
          return context({
            kind: 'staff',
            accountId,
            fullName,
            roles: [role],
            agencyId,
            address: '198.51.100.1',
          })
        },
      }
    },
  }
}

function newCitizen(fullName: string): Account {
  const digits = String(randomBytes(6).readUIntBE(0, 6)).padStart(12, '0').slice(-12)
  return {
    kind: 'citizen',
    id: randomUUID(),
    fullName,
    citizenId: digits,
    email: `${digits}@example.vn`,
    phone: `0${digits.slice(-9)}`,
    passwordHash: 'unused',
  }
}

function newStaff(agencyId: string, role: StaffRole): Account {
  return {
    kind: 'staff',
    id: randomUUID(),
    fullName: 'Nguyễn Thanh Hòa',
    username: `canbo.${randomBytes(4).toString('hex')}`,
    roles: [role],
    agencyId,
    passwordHash: 'unused',
  }
}
