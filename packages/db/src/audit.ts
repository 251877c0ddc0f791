import type { Actor } from '@motcua/domain'
import type { Instant } from '@motcua/calendar'
import { query, type Tx } from './database.ts'

/** What an entry of the trail says besides: no personal data. */
export type AuditDetail = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

/** One deed or one reading, as it goes into the trail. */
export interface AuditNote {
  readonly at: Instant
  readonly actor: Actor
  /** `thing:deed`, or `read`. */
  readonly deed: string
  readonly thing: string
  readonly thingId: string
  readonly detail?: AuditDetail
}

/**
 * Adds an entry to the tenant's trail, in the transaction of the deed itself: both stand, or neither. The archive
 * chooses its place, its time of recording and its hash; nobody waits for another's entry.
 */
export async function writeAudit(tx: Tx, note: AuditNote): Promise<void> {
  const { at, actor, deed, thing, thingId, detail = {} } = note
  await query(tx)
    .insertInto('audit_entry')
    .values({
      tenant: tx.tenant,
      at,
      actor_kind: actor.kind,
      actor_id: actorIdOf(actor),
      address: 'address' in actor && actor.kind !== 'visitor' ? actor.address : null,
      deed,
      thing,
      thing_id: thingId,
      detail,
    })
    .execute()
}

function actorIdOf(actor: Actor): string {
  if (actor.kind === 'visitor') return actor.address
  if (actor.kind === 'client') return actor.keyId
  if (actor.kind === 'operator') return actor.operatorId
  return actor.kind === 'system' ? actor.name : actor.accountId
}

/** One entry of the trail as it stands. */
export interface AuditEntry {
  /** Its place: lane and number. */
  readonly lane: number
  readonly seq: number
  readonly at: Instant
  readonly recordedAt: Instant
  readonly actorKind: string
  readonly actorId: string
  /** Network address, where the actor signed in. */
  readonly address?: string
  readonly deed: string
  readonly thing: string
  readonly thingId: string
  readonly detail: AuditDetail
  readonly hash: string
}

/** What of the trail is asked for. */
export interface AuditFilter {
  readonly from?: Instant | undefined
  /** Exclusive. */
  readonly to?: Instant | undefined
  readonly actorId?: string | undefined
  readonly deed?: string | undefined
  /** Everything but readings of personal data. */
  readonly withoutReads?: boolean | undefined
  readonly thing?: string | undefined
  readonly thingId?: string | undefined
}

/** A page of the trail, the latest first. `after` is the last entry of the page before. */
export async function listAudit(
  tx: Tx,
  filter: AuditFilter,
  { limit, after }: { limit: number; after?: Pick<AuditEntry, 'at' | 'lane' | 'seq'> | undefined },
): Promise<AuditEntry[]> {
  let rows = query(tx).selectFrom('audit_entry').selectAll().where('tenant', '=', tx.tenant)
  if (filter.from) rows = rows.where('at', '>=', filter.from)
  if (filter.to) rows = rows.where('at', '<', filter.to)
  if (filter.actorId) rows = rows.where('actor_id', '=', filter.actorId)
  if (filter.deed) rows = rows.where('deed', '=', filter.deed)
  if (filter.withoutReads) rows = rows.where('deed', '<>', 'read')
  if (filter.thing) rows = rows.where('thing', '=', filter.thing)
  if (filter.thingId) rows = rows.where('thing_id', '=', filter.thingId)
  if (after) {
    rows = rows.where((e) =>
      e(e.refTuple('at', 'lane', 'seq'), '<', e.tuple(after.at, after.lane, String(after.seq))),
    )
  }
  const found = await rows
    .orderBy('at', 'desc')
    .orderBy('lane', 'desc')
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute()
  return found.map((row) => ({
    lane: row.lane,
    seq: Number(row.seq),
    at: row.at,
    recordedAt: row.recorded_at,
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    ...(row.address !== null && { address: row.address }),
    deed: row.deed,
    thing: row.thing,
    thingId: row.thing_id,
    detail: row.detail,
    hash: row.hash.toString('hex'),
  }))
}
