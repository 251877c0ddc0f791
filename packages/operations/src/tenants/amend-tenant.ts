import type { Instant } from '@motcua/calendar'
import { lockEdition, putEdition, type Tx } from '@motcua/db'
import { NotFound } from '@motcua/domain'
import { checkTenant } from './check-tenant.ts'
import { TenantFolder } from './folder.ts'
import { hashOf } from './plan-tenant.ts'
import { TenantProblems } from './problem.ts'

export interface Amendment {
  readonly now: Instant
  /** Account of who amends. */
  readonly by: string
  readonly why: string
}

/**
 * Amends what a province declares, at the desk: a new edition out of the one in force, checked like a folder that is
 * applied. The folder it goes back to stays known, so that applying it again takes nothing back. In force with the
 * end of the transaction; processes know within a second.
 * @returns number of the edition in force
 * @throws TenantProblems where the amended declarations cannot be used
 */
export async function amendTenant(
  tx: Tx,
  amend: (folder: TenantFolder) => TenantFolder,
  { now, by, why }: Amendment,
): Promise<number> {
  const edition = await lockEdition<TenantFolder>(tx)
  if (!edition) throw new NotFound('tenant')
  const content = amend(TenantFolder.parse(edition.content))
  const problems = checkTenant(content, now)
  if (problems.length > 0) throw new TenantProblems(problems)
  const { no } = await putEdition(tx, {
    hash: hashOf(content),
    hosts: content.manifest.hosts,
    content,
    at: now,
    sourceHash: edition.sourceHash,
    sourceNo: edition.source ? edition.no : (edition.sourceNo ?? edition.no),
    by,
    why,
  })
  return no
}
