import type { Instant } from '@motcua/calendar'
import { NotFound } from '@motcua/domain'
import { sql } from 'kysely'
import { query, type Tx } from './database.ts'

/** Money that somebody holds for the office and has not handed over, oldest first. */
export async function listHeld(
  tx: Tx,
  holder: 'post' | 'counter',
): Promise<
  { paymentId: string; dossierId: string; amount: number; at: Instant; by: string; agencyId: string }[]
> {
  const rows = await query(tx)
    .selectFrom('payment_event as e')
    .innerJoin('dossier as d', (join) =>
      join.onRef('d.tenant', '=', 'e.tenant').onRef('d.id', '=', 'e.dossier_id'),
    )
    .select(['e.payment_id', 'e.dossier_id', 'e.amount', 'e.at', 'e.by', 'd.agency_id'])
    .where('e.tenant', '=', tx.tenant)
    .where('e.source', '=', holder)
    .where('e.kind', 'in', ['paid', 'surplus'])
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('payment_event as r')
            .select('r.id')
            .whereRef('r.tenant', '=', 'e.tenant')
            .where('r.source', '=', 'remittance')
            .where(sql<boolean>`r.source_ref = e.payment_id::text`),
        ),
      ),
    )
    .orderBy('e.id')
    .limit(1000)
    .execute()
  return rows.map((row) => ({
    paymentId: row.payment_id,
    dossierId: row.dossier_id,
    amount: row.amount,
    at: row.at,
    by: row.by,
    agencyId: row.agency_id,
  }))
}

/** Money handed over, declared by who held it. */
export interface Remittance {
  readonly id: string
  readonly holder: 'post' | 'counter'
  readonly agencyId: string
  readonly amount: number
  readonly payments: number
  readonly declaredAt: Instant
  readonly declaredBy: string
  /** Account of who declared it: somebody else confirms. */
  readonly declaredById?: string
  readonly confirmedAt?: Instant
  readonly confirmedBy?: string
}

export async function declareRemittance(tx: Tx, one: Remittance): Promise<void> {
  await query(tx)
    .insertInto('remittance')
    .values({
      tenant: tx.tenant,
      id: one.id,
      holder: one.holder,
      agency_id: one.agencyId,
      amount: one.amount,
      payments: one.payments,
      declared_at: one.declaredAt,
      declared_by: one.declaredBy,
      declared_by_id: one.declaredById ?? null,
      confirmed_at: null,
      confirmed_by: null,
    })
    .execute()
}

/** One hand-over, locked until the work is done. @throws NotFound */
export async function getRemittanceForUpdate(tx: Tx, id: string): Promise<Remittance> {
  const row = await remittances(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new NotFound('remittance')
  return toRemittance(row)
}

/** @returns false where it was confirmed before */
export async function confirmRemittance(
  tx: Tx,
  id: string,
  { at, by }: { at: Instant; by: string },
): Promise<boolean> {
  const { numUpdatedRows } = await query(tx)
    .updateTable('remittance')
    .set({ confirmed_at: at, confirmed_by: by })
    .where('tenant', '=', tx.tenant)
    .where('id', '=', id)
    .where('confirmed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The last hand-overs, those waiting for a confirmation first. */
export async function listRemittances(tx: Tx, limit = 50): Promise<Remittance[]> {
  const rows = await remittances(tx)
    .orderBy(sql`confirmed_at is not null`)
    .orderBy('declared_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toRemittance)
}

function remittances(tx: Tx) {
  return query(tx).selectFrom('remittance').selectAll().where('tenant', '=', tx.tenant)
}

type Row = Awaited<ReturnType<ReturnType<typeof remittances>['execute']>>[number]

function toRemittance(row: Row): Remittance {
  return {
    id: row.id,
    holder: row.holder,
    agencyId: row.agency_id,
    amount: row.amount,
    payments: row.payments,
    declaredAt: row.declared_at,
    declaredBy: row.declared_by,
    ...(row.declared_by_id && { declaredById: row.declared_by_id }),
    ...(row.confirmed_at && { confirmedAt: row.confirmed_at }),
    ...(row.confirmed_by && { confirmedBy: row.confirmed_by }),
  }
}
