import type { Actor } from '@motcua/domain'
import type { Instant } from '@motcua/calendar'
import { query, type Tx } from './database.ts'
import { writeAudit } from './audit.ts'

/** One reading of personal data. */
export interface PersonalRead {
  readonly at: Instant
  readonly actorKind: string
  /** Account, or address of a visitor, or name of the system. */
  readonly actorId: string
  readonly thing: string
  readonly thingId: string
  readonly why: string
}

/** Leaves the trace of who read what about whom, and why, in the trail of what is done. */
export async function logRead(
  tx: Tx,
  read: { actor: Actor; thing: string; thingId: string; why: string; at: Instant },
): Promise<void> {
  const { why, ...what } = read
  await writeAudit(tx, { ...what, deed: 'read', detail: { why } })
}

/** Who read a thing, the latest first; at most 1,000. */
export async function readsOf(tx: Tx, thing: string, thingId: string): Promise<PersonalRead[]> {
  const rows = await query(tx)
    .selectFrom('audit_entry')
    .select(['at', 'actor_kind', 'actor_id', 'thing', 'thing_id', 'detail'])
    .where('tenant', '=', tx.tenant)
    .where('thing', '=', thing)
    .where('thing_id', '=', thingId)
    .where('deed', '=', 'read')
    .orderBy('at', 'desc')
    .orderBy('recorded_at', 'desc')
    .limit(1000)
    .execute()
  return rows.map((row) => ({
    at: row.at,
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    thing: row.thing,
    thingId: row.thing_id,
    why: String(row.detail.why),
  }))
}

function idOf(actor: Actor): string {
  if (actor.kind === 'visitor') return actor.address
  if (actor.kind === 'operator') return actor.operatorId
  if (actor.kind === 'client') return actor.keyId
  return actor.kind === 'system' ? actor.name : actor.accountId
}
