import type { Instant } from '@motcua/calendar'
import { currentEdition, waitingWork, type WaitingWork } from '@motcua/db'
import { NotFound, type TenantStanding } from '@motcua/domain'
import { z } from 'zod'
import { backupStanding, type BackupStanding } from '../backups/keep-backups.ts'
import type { Tenant } from '../tenants/tenant.ts'
import { houseOperation, type House } from './house-operation.ts'

/** A province as a line in the list of those who run the house. */
export interface ProvinceLine {
  readonly id: string
  readonly name: string
  readonly hosts: readonly string[]
  readonly standing: TenantStanding
  readonly edition: number
  readonly appliedAt: Instant
  /** The province it is the trial of. */
  readonly twinOf?: string
  readonly backup: Omit<BackupStanding, 'tenant'>
  readonly work: WaitingWork
}

/** Every province served here and how it fares, without anything of its dossiers. */
export const listProvinces = houseOperation({
  name: 'house.listProvinces',
  may: 'house:read',
  input: z.void(),

  async run(house): Promise<ProvinceLine[]> {
    const lines: ProvinceLine[] = []
    // One after the other: the list of a hundred provinces is no reason to keep their citizens waiting.
    for (const tenant of await house.tenants.list()) lines.push(await provinceLine(house, tenant))
    return lines
  },
})

/** How a province fares. */
export async function provinceLine(
  { db, now }: Pick<House, 'db' | 'now'>,
  tenant: Tenant,
): Promise<ProvinceLine> {
  const { tenant: _, ...backup } = await backupStanding(db, tenant, now)
  const { appliedAt, work } = await db.read(tenant.id, async (tx) => ({
    appliedAt: (await currentEdition(tx)).appliedAt,
    work: await waitingWork(tx, now),
  }))
  const { id, manifest, standing, edition, twinOf } = tenant
  return {
    ...{ id, name: manifest.name, hosts: manifest.hosts, standing, edition, appliedAt, backup, work },
    ...(twinOf !== undefined && { twinOf }),
  }
}

/** A province by its id. @throws NotFound */
export async function provinceOf({ tenants }: Pick<House, 'tenants'>, id: string): Promise<Tenant> {
  const tenant = await tenants.find(id)
  if (!tenant) throw new NotFound('tenant')
  return tenant
}
