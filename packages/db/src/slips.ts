import type { Instant } from '@motcua/calendar'
import type { Dossier, SlipKind } from '@motcua/domain'
import { sql } from 'kysely'
import { query, type Tx } from './database.ts'

/** A slip that was issued: the event of the dossier it tells of, and its number. */
export interface IssuedSlip {
  readonly kind: SlipKind
  readonly eventVersion: number
  readonly agencyId: string
  readonly year: number
  readonly n: number
  readonly issuedAt: Instant
}

/**
 * The next number of a body's slips of a kind in a year, from 1. Numbers are given in the order of issue and none is left
 * out: who asks next waits until this transaction ends, so ask for it last.
 */
export async function nextSlipNo(
  tx: Tx,
  { agencyId, kind, year }: { agencyId: string; kind: SlipKind; year: number },
): Promise<number> {
  const row = await query(tx)
    .insertInto('slip_counter')
    .values({ tenant: tx.tenant, agency_id: agencyId, kind, year, n: 1 })
    .onConflict((c) =>
      c.columns(['tenant', 'agency_id', 'kind', 'year']).doUpdateSet({ n: sql`slip_counter.n + 1` }),
    )
    .returning('n')
    .executeTakeFirstOrThrow()
  return row.n
}

/** Issues a slip for an event of a dossier: it has its number from now on. */
export async function issueSlip(
  tx: Tx,
  dossierId: string,
  slip: Omit<IssuedSlip, 'n' | 'year'>,
): Promise<IssuedSlip> {
  const { kind, eventVersion, agencyId, issuedAt } = slip
  const year = Number(issuedAt.slice(0, 4))
  const n = await nextSlipNo(tx, { agencyId, kind, year })
  await query(tx)
    .insertInto('slip')
    .values({
      tenant: tx.tenant,
      dossier_id: dossierId,
      event_version: eventVersion,
      kind,
      agency_id: agencyId,
      year,
      n,
      issued_at: issuedAt,
    })
    .execute()
  return { ...slip, year, n }
}

/** The numbered slips of a dossier, in the order of issue. */
export async function slipsOf(tx: Tx, dossierId: string): Promise<IssuedSlip[]> {
  const rows = await query(tx)
    .selectFrom('slip')
    .select(['kind', 'event_version', 'agency_id', 'year', 'n', 'issued_at'])
    .where('tenant', '=', tx.tenant)
    .where('dossier_id', '=', dossierId)
    .orderBy('event_version')
    .execute()
  return rows.map((row) => ({
    kind: row.kind,
    eventVersion: row.event_version,
    agencyId: row.agency_id,
    year: row.year,
    n: row.n,
    issuedAt: row.issued_at,
  }))
}

/**
 * The dossiers a body took in from one day to another, both included, in the order of their codes: a code carries the
 * body and the day of acceptance (QĐ 20/2020/QĐ-TTg), so one stretch of its index is read. `codePrefix` is the part of
 * the code before the day, `H39.21.01`; days are written as in a code, `260804`.
 */
export async function registerOf(
  tx: Tx,
  { codePrefix, from, to, limit }: { codePrefix: string; from: string; to: string; limit: number },
): Promise<Dossier[]> {
  const rows = await query(tx)
    .selectFrom('dossier')
    .select('state')
    .where('tenant', '=', tx.tenant)
    .where('code', '>=', `${codePrefix}-${from}-`)
    .where('code', '<=', `${codePrefix}-${to}-999999`)
    .where(sql<boolean>`starts_with(code, ${`${codePrefix}-`})`)
    .orderBy('code')
    .limit(limit)
    .execute()
  return rows.map(({ state }) => state)
}

/** Id of the dossier with this code. */
export async function findByCodeIn(tx: Tx, code: string): Promise<string | undefined> {
  const row = await query(tx)
    .selectFrom('dossier')
    .select('id')
    .where('tenant', '=', tx.tenant)
    .where('code', '=', code)
    .executeTakeFirst()
  return row?.id
}
