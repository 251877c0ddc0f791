import type { Actor } from '@motcua/domain'
import type { Instant } from '@motcua/calendar'
import { query, type Tx } from './database.ts'

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

/** Leaves the trace of who read what about whom, and why. */
export async function logRead(
  tx: Tx,
  read: { actor: Actor; thing: string; thingId: string; why: string; at: Instant },
): Promise<void> {
  await query(tx)
    .insertInto('read_log')
    .values({
      tenant: tx.tenant,
      at: read.at,
      actor_kind: read.actor.kind,
      actor_id: idOf(read.actor),
      thing: read.thing,
      thing_id: read.thingId,
      why: read.why,
    })
    .execute()
}

/** Who read a thing, the latest first; at most 1,000. */
export async function readsOf(tx: Tx, thing: string, thingId: string): Promise<PersonalRead[]> {
  const rows = await query(tx)
    .selectFrom('read_log')
    .selectAll()
    .where('tenant', '=', tx.tenant)
    .where('thing', '=', thing)
    .where('thing_id', '=', thingId)
    .orderBy('id', 'desc')
    .limit(1000)
    .execute()
  return rows.map((row) => ({
    at: row.at,
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    thing: row.thing,
    thingId: row.thing_id,
    why: row.why,
  }))
}

function idOf(actor: Actor): string {
  if (actor.kind === 'visitor') return actor.address
  return actor.kind === 'system' ? actor.name : actor.accountId
}
