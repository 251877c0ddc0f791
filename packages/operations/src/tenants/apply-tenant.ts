import type { Instant } from '@motcua/calendar'
import { putEdition, type Database } from '@motcua/db'
import { importWorkflows } from '../processing/import-workflows.ts'
import { checkTenant } from './check-tenant.ts'
import type { TenantFolder } from './folder.ts'
import { hashOf } from './plan-tenant.ts'
import { TenantProblems } from './problem.ts'

export interface Applied {
  readonly tenant: string
  /** Number of the edition in force now. */
  readonly edition: number
  /** False where the same was in force already: nothing was changed. */
  readonly changed: boolean
}

/**
 * Puts a province's declarations into force, all of them or none, in one transaction. Applying the same again
 * changes nothing. Dossiers under way keep the clocks they have (AMB-17).
 * @throws TenantProblems where they cannot be used, Conflict where a host name belongs to another province
 */
export async function applyTenant(
  db: Database,
  folder: TenantFolder,
  { now }: { now: Instant },
): Promise<Applied> {
  const problems = checkTenant(folder, now)
  if (problems.length > 0) throw new TenantProblems(problems)
  const tenant = folder.manifest.id
  const { no, applied } = await db.transact(tenant, async (tx) => {
    const edition = { hash: hashOf(folder), hosts: folder.manifest.hosts, content: folder, at: now }
    const put = await putEdition(tx, edition)
    if (put.applied) await importWorkflows(tx, folder.workflows, now)
    return put
  })
  return { tenant, edition: no, changed: applied }
}
