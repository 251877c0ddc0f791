import type { Instant } from '@motcua/calendar'
import { lockEdition, putChore, putEdition, type Database, type Edition, type Tx } from '@motcua/db'
import type { Actor } from '@motcua/domain'
import { audit } from '../audit/audit.ts'
import { recordFolderChanges } from '../catalogue/published.ts'
import { standingChores } from '../chores/handlers.ts'
import { importWorkflows } from '../processing/import-workflows.ts'
import { checkTenant } from './check-tenant.ts'
import { TenantFolder } from './folder.ts'
import { withAmendments } from './join-amendments.ts'
import { inviteAdministrator, type Invited } from './invite-administrator.ts'
import { hashOf } from './plan-tenant.ts'
import { TenantProblems } from './problem.ts'

export interface Applied {
  readonly tenant: string
  /** Number of the edition in force now. */
  readonly edition: number
  /** False where the same was in force already: nothing was changed. */
  readonly changed: boolean
  /** For the first administrator, where somebody is to be invited and the province has none. */
  readonly invited?: Invited
}

interface ApplyOptions {
  readonly now: Instant
  /** The folder takes the place of everything, also of what was amended at the desk. */
  readonly overDesk?: boolean
  /** Invites the first administrator, where the province has none. */
  readonly invite?: boolean
  /** Who applies it and why, for the trail; the command line unless told. The reason names nobody. */
  readonly actor?: Actor
  readonly reason?: string
}

const atTheCommandLine: Actor = { kind: 'system', name: 'command-line' }

/**
 * Puts a province's declarations into force, all of them or none, in one transaction. Applying the same again
 * changes nothing; what the desk amended since stays, where the folder did not change the same part. Dossiers under
 * way keep the clocks they have (AMB-17).
 * @throws TenantProblems where they cannot be used or part with the desk, Conflict where a host name belongs to
 * another province
 */
export async function applyTenant(
  db: Database,
  folder: TenantFolder,
  { now, overDesk = false, invite = false, actor = atTheCommandLine, reason }: ApplyOptions,
): Promise<Applied> {
  orThrow(checkTenant(folder, now))
  const tenant = folder.manifest.id
  const { no, applied, invited } = await db.transact(tenant, async (tx) => {
    const edition = await lockEdition<TenantFolder>(tx)
    const put = await putFolder(tx, { edition, folder, now, overDesk })
    if (put.applied) {
      const detail = { edition: put.no, from: edition?.no ?? 0, ...(reason && { reason }) }
      await audit({ tx, actor, now }, { deed: 'tenant:apply', thing: 'tenant', thingId: tenant, detail })
    }
    for (const kind of standingChores) await putChore(tx, { kind, subject: '', dueAt: now })
    const invited = invite ? await inviteAdministrator(tx, now) : undefined
    return { ...put, invited }
  })
  return { tenant, edition: no, changed: applied, ...(invited && { invited }) }
}

async function putFolder(
  tx: Tx,
  {
    edition,
    folder,
    now,
    overDesk,
  }: { edition: Edition<TenantFolder> | undefined; folder: TenantFolder; now: Instant; overDesk: boolean },
): Promise<{ no: number; applied: boolean }> {
  const sourceHash = hashOf(folder)
  if (edition?.sourceHash === sourceHash && !overDesk) return { no: edition.no, applied: false }
  const after = overDesk ? { joined: folder, problems: [] } : await withAmendments(tx, edition, folder)
  orThrow(after.problems)
  const content = after.joined
  const joined = content !== folder
  if (joined) orThrow(checkTenant(content, now))
  const put = await putEdition(tx, {
    hash: hashOf(content),
    hosts: content.manifest.hosts,
    content,
    at: now,
    sourceHash,
    ...(joined && { source: folder }),
  })
  if (put.applied) await importWorkflows(tx, content.workflows, now)
  if (put.applied && edition) {
    await recordFolderChanges(tx, { before: TenantFolder.parse(edition.content), after: content, now })
  }
  return put
}

function orThrow(problems: ConstructorParameters<typeof TenantProblems>[0]): void {
  if (problems.length > 0) throw new TenantProblems(problems)
}
