import { randomUUID } from 'node:crypto'
import type { Channel } from '@motcua/domain'
import type { Instant } from '@motcua/calendar'
import { sql } from 'kysely'
import { query, type Tx } from './database.ts'

export type NoticeStatus = 'waiting' | 'sent' | 'failed' | 'not-applicable'

/** What was told to whom, through which channel. */
export interface Notice {
  readonly id: string
  readonly dossierId: string
  readonly eventVersion: number
  readonly kind: string
  readonly channel: Channel
  readonly recipient?: string
  readonly subject: string
  readonly body: string
  readonly status: NoticeStatus
  readonly attempts: number
  readonly createdAt: Instant
  readonly sentAt?: Instant
}

export interface NewNotice {
  readonly dossierId: string
  readonly eventVersion: number
  readonly kind: string
  readonly channel: Channel
  readonly recipient?: string
  readonly subject: string
  readonly body: string
  readonly status: 'waiting' | 'not-applicable'
  readonly at: Instant
}

/** Notes a notice that is to be sent. Noted before, the one of that time is given: nobody is told twice. */
export async function noteNotice(tx: Tx, notice: NewNotice): Promise<Notice> {
  await query(tx)
    .insertInto('notice')
    .values({
      tenant: tx.tenant,
      id: randomUUID(),
      dossier_id: notice.dossierId,
      event_version: notice.eventVersion,
      kind: notice.kind,
      channel: notice.channel,
      recipient: notice.recipient ?? null,
      subject: notice.subject,
      body: notice.body,
      status: notice.status,
      created_at: notice.at,
    })
    .onConflict((c) => c.columns(['tenant', 'dossier_id', 'event_version', 'kind', 'channel']).doNothing())
    .execute()
  const row = await all(tx)
    .where('dossier_id', '=', notice.dossierId)
    .where('event_version', '=', notice.eventVersion)
    .where('kind', '=', notice.kind)
    .where('channel', '=', notice.channel)
    .executeTakeFirstOrThrow()
  return toNotice(row)
}

/** The gateway took it. */
export async function noticeSent(tx: Tx, id: string, at: Instant): Promise<void> {
  await change(tx, id)
    .set({ status: 'sent', sent_at: at, last_error: null, attempts: sql`attempts + 1` })
    .execute()
}

/** The gateway did not take it; it stays to be sent, unless `final`. */
export async function noticeFailed(tx: Tx, id: string, error: string, final = false): Promise<void> {
  await change(tx, id)
    .set({
      status: final ? 'failed' : 'waiting',
      last_error: error.slice(0, 1000),
      attempts: sql`attempts + 1`,
    })
    .execute()
}

/** What was told about a dossier, in order. */
export async function noticesOf(tx: Tx, dossierId: string): Promise<Notice[]> {
  const rows = await all(tx)
    .where('dossier_id', '=', dossierId)
    .orderBy('event_version')
    .orderBy('created_at')
    .orderBy('channel')
    .execute()
  return rows.map(toNotice)
}

const all = (tx: Tx) => query(tx).selectFrom('notice').selectAll().where('tenant', '=', tx.tenant)
const change = (tx: Tx, id: string) =>
  query(tx).updateTable('notice').where('tenant', '=', tx.tenant).where('id', '=', id)

type NoticeRow = Awaited<ReturnType<ReturnType<typeof all>['executeTakeFirstOrThrow']>>

function toNotice(row: NoticeRow): Notice {
  return {
    id: row.id,
    dossierId: row.dossier_id,
    eventVersion: row.event_version,
    kind: row.kind,
    channel: row.channel as Channel,
    ...(row.recipient !== null && { recipient: row.recipient }),
    subject: row.subject,
    body: row.body,
    status: row.status,
    attempts: row.attempts,
    createdAt: row.created_at,
    ...(row.sent_at !== null && { sentAt: row.sent_at }),
  }
}
