import type { Instant } from '@motcua/calendar'
import type { Dossier, KeyOwner } from '@motcua/domain'
import { sql } from 'kysely'
import type { Tx } from './database.ts'
import { lines, toLine, type DossierLine } from './dossier-lines.ts'

/** Where a list that is read page by page was left. */
export interface PlaceInList {
  readonly submittedAt: Instant
  readonly id: string
}

/** Dossiers of a key's owner, the latest filed first: those a body holds, or those an applicant filed. */
export async function listOwned(
  tx: Tx,
  owner: KeyOwner,
  { limit, after, phase }: { limit: number; after?: PlaceInList; phase?: Dossier['phase'] },
): Promise<DossierLine[]> {
  let owned =
    owner.kind === 'agency'
      ? lines(tx).where('agency_id', '=', owner.agencyId)
      : lines(tx).where('account_id', '=', owner.accountId)
  if (phase !== undefined) owned = owned.where('phase', '=', phase)
  if (after) {
    owned = owned.where(
      sql<boolean>`(submitted_at, id) < (${after.submittedAt}::timestamptz, ${after.id}::uuid)`,
    )
  }
  const rows = await owned.orderBy('submitted_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
  return rows.map(toLine)
}
