import { toMoment, type Instant } from '@motcua/calendar'
import {
  beginCarrying,
  emptyTables,
  endAllSessions,
  getTenantStateForUpdate,
  listBackups,
  listCarriedTables,
  setStanding,
  type Database,
} from '@motcua/db'

/** Why a province is not purged now. */
export type NotPurged =
  | { readonly why: 'not-archived'; readonly standing: string }
  | { readonly why: 'too-early'; readonly after: Instant }
  | { readonly why: 'no-archive' }

export interface Purged {
  readonly tenant: string
  /** Rows taken out, by table. */
  readonly tables: readonly { readonly table: string; readonly rows: number }[]
}

/**
 * Takes out every row of a province that left: it was suspended, its hand-over archive was made and confirmed, and the
 * waiting time is over. Its id, the note of its backups and the deeds of the operators stay. It cannot be undone but by
 * importing the archive. No process may do this: it needs the owner of the tables.
 */
export async function purgeTenant(
  owner: Database,
  { tenant, now }: { tenant: string; now: Instant },
): Promise<Purged | NotPurged> {
  return owner.transact(tenant, async (tx) => {
    const { standing, purgeAfter } = await getTenantStateForUpdate(tx)
    if (standing !== 'archived' || !purgeAfter) return { why: 'not-archived', standing }
    if (toMoment(now) < toMoment(purgeAfter)) return { why: 'too-early', after: purgeAfter }
    const archives = await listBackups(tx, { limit: 1000 })
    if (!archives.some((one) => one.outcome === 'done' && one.reason === 'hand-over'))
      return { why: 'no-archive' }
    await beginCarrying(tx)
    await endAllSessions(tx)
    const tables = await emptyTables(tx, await listCarriedTables(tx))
    await setStanding(tx, { standing: 'purged', at: now })
    return { tenant, tables }
  })
}
