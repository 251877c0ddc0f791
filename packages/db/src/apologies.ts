import type { EventOf } from '@motcua/domain'
import type { Instant } from '@motcua/calendar'
import { sql } from 'kysely'
import { query, type Tx } from './database.ts'

/** An apology as everybody may find it. The name is still whole here: who shows it reduces it. */
export interface PublishedApology {
  readonly dossierId: string
  readonly version: number
  readonly code: string
  readonly applicantName: string
  readonly procedureName: string
  readonly apology: EventOf<'ApologyIssued'>
}

/** Where a page of the list ends; the next one begins after it. */
export interface ApologyPlace {
  readonly at: Instant
  readonly dossierId: string
}

/** Published apologies, the latest first. */
export async function listPublishedApologies(
  tx: Tx,
  { agencyId, after, limit }: { agencyId?: string; after?: ApologyPlace; limit: number },
): Promise<PublishedApology[]> {
  let list = query(tx)
    .selectFrom('apology as a')
    .innerJoin('dossier_event as e', (j) =>
      j
        .onRef('e.tenant', '=', 'a.tenant')
        .onRef('e.dossier_id', '=', 'a.dossier_id')
        .onRef('e.version', '=', 'a.version'),
    )
    .innerJoin('dossier as d', (j) => j.onRef('d.tenant', '=', 'a.tenant').onRef('d.id', '=', 'a.dossier_id'))
    .select([
      'a.dossier_id',
      'a.version',
      sql<string>`coalesce(d.code, d.submission_no)`.as('code'),
      sql<string>`d.state #>> '{applicant,fullName}'`.as('applicant_name'),
      sql<string>`d.state #>> '{procedure,name}'`.as('procedure_name'),
      sql<EventOf<'ApologyIssued'>>`e.event`.as('apology'),
    ])
    .where('a.tenant', '=', tx.tenant)
    .where('a.published', '=', true)
    .orderBy('a.issued_at', 'desc')
    .orderBy('a.dossier_id')
    .limit(limit)
  if (agencyId !== undefined) list = list.where('a.agency_id', '=', agencyId)
  if (after) {
    list = list.where((e) =>
      e.or([
        e('a.issued_at', '<', after.at),
        e.and([e('a.issued_at', '=', after.at), e('a.dossier_id', '>', after.dossierId)]),
      ]),
    )
  }
  const rows = await list.execute()
  return rows.map((row) => ({
    dossierId: row.dossier_id,
    version: row.version,
    code: row.code,
    applicantName: row.applicant_name,
    procedureName: row.procedure_name,
    apology: row.apology,
  }))
}
