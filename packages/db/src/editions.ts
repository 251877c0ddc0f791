import { Conflict, NotFound } from '@motcua/domain'
import type { Instant } from '@motcua/calendar'
import { call, query, type Database, type Tx } from './database.ts'

/** One version of everything a tenant declares, as it was applied. What it holds is the business of who puts it. */
export interface Edition<Content extends object = object> {
  readonly tenant: string
  /** Counts from 1. */
  readonly no: number
  /** Hash of the content: applying the same again makes no new edition. */
  readonly hash: string
  readonly appliedAt: Instant
  readonly content: Content
  /** Hash of the folder it goes back to: its own where it is one as it stands. */
  readonly sourceHash: string
  /** The edition it amends goes back to this one. */
  readonly sourceNo?: number
  /** The folder it was joined from, with what the desk had amended before. */
  readonly source?: Content
  /** Who made it and why; empty where it was applied from its files. */
  readonly by: string
  readonly why: string
}

/** Ids of all tenants, in order. */
export async function listTenants(db: Database): Promise<string[]> {
  const rows = await call<{ id: string }>(db, 'select id from tenant order by id', [])
  return rows.map((row) => row.id)
}

/** The tenant whose portal answers at this host name (without port), or undefined. */
export async function tenantByHost(db: Database, host: string): Promise<string | undefined> {
  const [row] = await call<{ tenant: string }>(db, 'select tenant from tenant_host where host = $1', [
    host.toLowerCase(),
  ])
  return row?.tenant
}

/** Hosts of all tenants, those they once went by as well. */
export async function listHosts(db: Database): Promise<{ host: string; tenant: string; retired: boolean }[]> {
  return call(db, 'select host, tenant, retired_at is not null as retired from tenant_host order by host', [])
}

/** Number and hash of the edition in force of every tenant: cheap to ask before using a cached one. */
export async function currentEditionNo(db: Database, tenant: string): Promise<number | undefined> {
  const [row] = await call<{ edition: number | null }>(db, 'select edition from tenant where id = $1', [
    tenant,
  ])
  return row?.edition ?? undefined
}

/** The edition in force. @throws NotFound for a tenant that has none. */
export async function currentEdition<Content extends object>(tx: Tx): Promise<Edition<Content>> {
  const edition = await findCurrentEdition<Content>(tx)
  if (!edition) throw new NotFound('tenant')
  return edition
}

/** The edition in force, or undefined for a tenant that has none. */
export async function findCurrentEdition<Content extends object>(
  tx: Tx,
): Promise<Edition<Content> | undefined> {
  const row = await query(tx)
    .selectFrom('tenant_edition')
    .innerJoin('tenant', (join) =>
      join.onRef('tenant.id', '=', 'tenant_edition.tenant').onRef('tenant.edition', '=', 'tenant_edition.no'),
    )
    .selectAll('tenant_edition')
    .where('tenant_edition.tenant', '=', tx.tenant)
    .executeTakeFirst()
  return row && toEdition(row)
}

/** @throws NotFound */
export async function getEdition<Content extends object>(tx: Tx, no: number): Promise<Edition<Content>> {
  const row = await query(tx)
    .selectFrom('tenant_edition')
    .selectAll()
    .where('tenant', '=', tx.tenant)
    .where('no', '=', no)
    .executeTakeFirst()
  if (!row) throw new NotFound('edition')
  return toEdition(row)
}

/** What an edition is made from. */
export interface NewEdition {
  readonly hash: string
  readonly hosts: readonly string[]
  readonly content: object
  readonly at: Instant
  /** Hash of the folder it goes back to. */
  readonly sourceHash?: string | undefined
  /** Number of the edition that holds that folder, where this one is an amendment of it. */
  readonly sourceNo?: number | undefined
  /** That folder, where this edition joins it with earlier amendments. */
  readonly source?: object | undefined
  /** Who made it and why; empty where it was applied from its files. */
  readonly by?: string | undefined
  readonly why?: string | undefined
}

/**
 * Puts an edition into force: the tenant is entered in the catalogue if it is new, `hosts` lead to it from now on.
 * The same hash as the one in force, of the same folder, changes nothing.
 * @returns number of the edition in force, and whether it is new.
 * @throws Conflict when a host belongs to another tenant.
 */
export async function putEdition(tx: Tx, edition: NewEdition): Promise<{ no: number; applied: boolean }> {
  const inForce = await lockEdition(tx)
  const { hash, hosts, content, at, sourceHash = hash, sourceNo, source, by = '', why = '' } = edition
  if (inForce?.hash === hash && inForce.sourceHash === sourceHash) return { no: inForce.no, applied: false }
  const no = (inForce?.no ?? 0) + 1
  await query(tx)
    .insertInto('tenant_edition')
    .values({
      tenant: tx.tenant,
      no,
      hash,
      applied_at: at,
      content,
      source_hash: sourceHash,
      source_no: sourceNo ?? null,
      source: source ?? null,
      made_by: by,
      why,
    })
    .execute()
  await query(tx).updateTable('tenant').set({ edition: no }).where('id', '=', tx.tenant).execute()
  await putHosts(tx, hosts, at)
  return { no, applied: true }
}

/** Enters the tenant where it is new, and keeps others from applying meanwhile. @returns the edition in force */
export async function lockEdition<Content extends object>(tx: Tx): Promise<Edition<Content> | undefined> {
  const k = query(tx)
  await k
    .insertInto('tenant')
    .values({ id: tx.tenant })
    .onConflict((c) => c.doNothing())
    .execute()
  const { edition } = await k
    .selectFrom('tenant')
    .select('edition')
    .where('id', '=', tx.tenant)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return edition === null ? undefined : getEdition<Content>(tx, edition)
}

/** The folder an edition goes back to: itself, the one it was joined with, or that of the edition it amends. */
export async function sourceOf<Content extends object>(tx: Tx, edition: Edition<Content>): Promise<Content> {
  if (edition.source) return edition.source
  if (edition.sourceNo === undefined) return edition.content
  return sourceOf(tx, await getEdition<Content>(tx, edition.sourceNo))
}

/** Every edition there was, the latest first, without what it holds. */
export async function listEditions(
  tx: Tx,
): Promise<Pick<Edition, 'no' | 'hash' | 'appliedAt' | 'by' | 'why'>[]> {
  const rows = await query(tx)
    .selectFrom('tenant_edition')
    .select(['no', 'hash', 'applied_at', 'made_by', 'why'])
    .where('tenant', '=', tx.tenant)
    .orderBy('no', 'desc')
    .execute()
  return rows.map(({ no, hash, applied_at: appliedAt, made_by: by, why }) => ({
    no,
    hash,
    appliedAt,
    by,
    why,
  }))
}

/** `hosts` lead to the tenant. Those it gave up lead on to it as well, so that old links and QR codes go on working. */
async function putHosts(tx: Tx, hosts: readonly string[], at: Instant): Promise<void> {
  const names = [...new Set(hosts.map((host) => host.toLowerCase()))]
  const own = () => query(tx).updateTable('tenant_host').where('tenant', '=', tx.tenant)
  await own().set({ retired_at: at }).where('retired_at', 'is', null).where('host', 'not in', names).execute()
  await query(tx)
    .insertInto('tenant_host')
    .values(names.map((host) => ({ host, tenant: tx.tenant })))
    .onConflict((c) => c.doNothing())
    .execute()
  const { numUpdatedRows } = await own()
    .set({ retired_at: null })
    .where('host', 'in', names)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows < names.length) throw new Conflict('host name')
}

/** The tenant gives up host names it goes by no longer, so that another may have them. */
export async function releaseHost(tx: Tx, host: string): Promise<boolean> {
  const { numDeletedRows } = await query(tx)
    .deleteFrom('tenant_host')
    .where('tenant', '=', tx.tenant)
    .where('host', '=', host.toLowerCase())
    .where('retired_at', 'is not', null)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}

function toEdition<Content extends object>(row: EditionRow): Edition<Content> {
  const {
    tenant,
    no,
    hash,
    applied_at: appliedAt,
    content,
    source,
    source_no: sourceNo,
    made_by: by,
    why,
  } = row
  return {
    tenant,
    no,
    hash,
    appliedAt,
    content: content as Content,
    sourceHash: row.source_hash ?? hash,
    ...(sourceNo !== null && { sourceNo }),
    ...(source !== null && { source: source as Content }),
    by,
    why,
  }
}

interface EditionRow {
  readonly tenant: string
  readonly no: number
  readonly hash: string
  readonly applied_at: Instant
  readonly content: object
  readonly source_hash: string | null
  readonly source_no: number | null
  readonly source: object | null
  readonly made_by: string
  readonly why: string
}
