import { randomUUID } from 'node:crypto'
import type { Instant } from '@motcua/calendar'
import { NotFound } from '@motcua/domain'
import { sql } from 'kysely'
import { query, type Tx } from './database.ts'

/** Ways by which a letter leaves the house. */
export type LetterChannel = 'email' | 'sms' | 'zalo'

/** A letter or text message that belongs to no dossier. */
export interface KeptLetter {
  readonly id: string
  /** Name of its wording among the province's messages. */
  readonly message: string
  /** What it is about: `account 5f…`. */
  readonly about: string
  readonly channel: LetterChannel
  readonly recipient: string
  readonly subject: string
  readonly body: string
  readonly status: 'waiting' | 'sent' | 'failed'
  readonly createdAt: Instant
  readonly sentAt?: Instant
}

type NewLetter = Omit<KeptLetter, 'id' | 'status' | 'createdAt' | 'sentAt'> & { readonly at: Instant }

/** Notes a letter that is to be sent. @returns its id */
export async function noteLetter(tx: Tx, { at, ...letter }: NewLetter): Promise<string> {
  const id = randomUUID()
  await query(tx)
    .insertInto('letter')
    .values({ tenant: tx.tenant, id, ...letter, status: 'waiting', created_at: at })
    .execute()
  return id
}

/** @throws NotFound */
export async function getLetter(tx: Tx, id: string): Promise<KeptLetter> {
  const row = await all(tx).where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('letter')
  return toLetter(row)
}

/** Letters about one thing, the latest first; at most 100. */
export async function lettersAbout(tx: Tx, about: string): Promise<KeptLetter[]> {
  const rows = await all(tx).where('about', '=', about).orderBy('created_at', 'desc').limit(100).execute()
  return rows.map(toLetter)
}

/** Its receiver has it. With `wipe` what it said is forgotten here: it carried a secret. */
export async function letterSent(
  tx: Tx,
  id: string,
  { at, wipe = false }: { at: Instant; wipe?: boolean },
): Promise<void> {
  await one(tx, id)
    .set({
      status: 'sent',
      sent_at: at,
      last_error: null,
      attempts: sql`attempts + 1`,
      ...(wipe && { body: '' }),
    })
    .execute()
}

/** It was not taken; it stays to be sent, unless `final`. */
export async function letterFailed(tx: Tx, id: string, error: string, final = false): Promise<void> {
  await one(tx, id)
    .set({
      status: final ? 'failed' : 'waiting',
      last_error: error.slice(0, 1000),
      attempts: sql`attempts + 1`,
    })
    .execute()
}

const all = (tx: Tx) => query(tx).selectFrom('letter').selectAll().where('tenant', '=', tx.tenant)
const one = (tx: Tx, id: string) =>
  query(tx).updateTable('letter').where('tenant', '=', tx.tenant).where('id', '=', id)

type LetterRow = Awaited<ReturnType<ReturnType<typeof all>['executeTakeFirstOrThrow']>>

function toLetter(row: LetterRow): KeptLetter {
  const { id, message, about, channel, recipient, subject, body, status } = row
  return {
    id,
    message,
    about,
    channel,
    recipient,
    subject,
    body,
    status,
    createdAt: row.created_at,
    ...(row.sent_at !== null && { sentAt: row.sent_at }),
  }
}
