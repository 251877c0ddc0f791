import type { Instant } from '@motcua/calendar'
import { Conflict, NotFound, type ApiKey } from '@motcua/domain'
import { query, type Tx } from './database.ts'

export interface StoredKey {
  readonly key: ApiKey
  /** Counts the changes. */
  readonly version: number
}

/** A secret by which a key is presented; what opens is kept as a hash. */
export interface KeySecret {
  readonly id: string
  readonly keyId: string
  /** SHA-256 of the secret part, in hexadecimal. */
  readonly hash: string
  readonly issuedAt: Instant
  /** From this moment on it opens nothing. */
  readonly endsAt?: Instant
}

/** Keeps a new key. */
export async function addKey(tx: Tx, key: ApiKey): Promise<void> {
  await query(tx)
    .insertInto('api_key')
    .values({ tenant: tx.tenant, id: key.id, state: key, registered_at: key.registeredAt })
    .execute()
}

/** Locks a key until the door closes. @throws NotFound */
export async function getKeyForUpdate(tx: Tx, id: string): Promise<StoredKey> {
  const row = await keys(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new NotFound('key')
  return { key: row.state, version: row.version }
}

/** @throws NotFound */
export async function getKey(tx: Tx, id: string): Promise<ApiKey> {
  const row = await keys(tx).where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('key')
  return row.state
}

/** Keys of the province, the latest first; at most 500. */
export async function listKeys(tx: Tx): Promise<ApiKey[]> {
  const rows = await keys(tx).orderBy('registered_at', 'desc').orderBy('id').limit(500).execute()
  return rows.map(({ state }) => state)
}

/** Writes what became of a key. @throws Conflict when somebody else changed it in between */
export async function changeKey(tx: Tx, { version }: StoredKey, next: ApiKey): Promise<void> {
  const { numUpdatedRows } = await query(tx)
    .updateTable('api_key')
    .set({ state: next, version: version + 1 })
    .where('tenant', '=', tx.tenant)
    .where('id', '=', next.id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) throw new Conflict('key')
}

/** Gives a key a new secret; those it had end at the given moment, unless they end before. */
export async function addSecret(tx: Tx, secret: KeySecret, oldEndAt: Instant): Promise<void> {
  await endSecrets(tx, secret.keyId, oldEndAt)
  await query(tx)
    .insertInto('api_key_secret')
    .values({
      tenant: tx.tenant,
      id: secret.id,
      key_id: secret.keyId,
      hash: secret.hash,
      issued_at: secret.issuedAt,
      ends_at: secret.endsAt ?? null,
    })
    .execute()
}

/** Ends the secrets of a key at a moment; one that ends before keeps its end. */
export async function endSecrets(tx: Tx, keyId: string, at: Instant): Promise<void> {
  await query(tx)
    .updateTable('api_key_secret')
    .set({ ends_at: at })
    .where('tenant', '=', tx.tenant)
    .where('key_id', '=', keyId)
    .where((e) => e.or([e('ends_at', 'is', null), e('ends_at', '>', at)]))
    .execute()
}

/** Secrets of a key, the latest first. */
export async function secretsOf(tx: Tx, keyId: string): Promise<KeySecret[]> {
  const rows = await secrets(tx).where('key_id', '=', keyId).orderBy('issued_at', 'desc').execute()
  return rows.map(toSecret)
}

/** The key a secret belongs to, whatever became of both. */
export async function findBySecret(
  tx: Tx,
  secretId: string,
): Promise<{ key: ApiKey; secret: KeySecret } | undefined> {
  const row = await query(tx)
    .selectFrom('api_key_secret as s')
    .innerJoin('api_key as k', (join) =>
      join.onRef('k.tenant', '=', 's.tenant').onRef('k.id', '=', 's.key_id'),
    )
    .selectAll('s')
    .select('k.state')
    .where('s.tenant', '=', tx.tenant)
    .where('s.id', '=', secretId)
    .executeTakeFirst()
  return row && { key: row.state, secret: toSecret(row) }
}

const keys = (tx: Tx) => query(tx).selectFrom('api_key').selectAll().where('tenant', '=', tx.tenant)
const secrets = (tx: Tx) => query(tx).selectFrom('api_key_secret').selectAll().where('tenant', '=', tx.tenant)

function toSecret(row: {
  id: string
  key_id: string
  hash: string
  issued_at: Instant
  ends_at: Instant | null
}): KeySecret {
  const { id, key_id: keyId, hash, issued_at: issuedAt, ends_at: endsAt } = row
  return { id, keyId, hash, issuedAt, ...(endsAt !== null && { endsAt }) }
}
