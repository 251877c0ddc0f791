import type { Instant } from '@motcua/calendar'
import type { Tx } from '@motcua/db'
import { Refused, type ProcedureContent, type ProcedureVersion } from '@motcua/domain'
import { amendTenant } from '../tenants/amend-tenant.ts'
import { TenantProblems } from '../tenants/problem.ts'
import { withContent, withoutProcedure } from './content.ts'
import { replacePublished } from './published.ts'
import { storeVersion } from './store-version.ts'

/**
 * Puts a published version into force: what the province declares says so from now on, or the procedure is gone from
 * it, and the version before is over.
 * @throws Refused where the province's declarations could not be used with it
 */
export async function putContentOnline(
  { tx, now }: { tx: Tx; now: Instant },
  version: ProcedureVersion,
  { before, by, accountId }: { before: ProcedureContent | undefined; by: string; accountId: string },
): Promise<void> {
  const { code, content, decision, kind } = version
  await replacePublished(tx, { code, before, now, by })
  await storeVersion(tx, version, { by, now })
  const why = [kind, code, decision?.number].filter(Boolean).join(' ')
  try {
    await amendTenant(
      tx,
      (folder) => (kind === 'ended' ? withoutProcedure(folder, code) : withContent(folder, content)),
      { now, by: accountId, why },
    )
  } catch (error) {
    if (!(error instanceof TenantProblems)) throw error
    throw new Refused({ code: 'procedure-unsound', data: { problems: error.problems } })
  }
}
