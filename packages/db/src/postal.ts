import type { Instant } from '@motcua/calendar'
import { Conflict, NotFound, type Collection, type Consignment, type Handover } from '@motcua/domain'
import { query, type Tx } from './database.ts'

/** What was read, with the number of changes it had then: who changes it names that number. */
export interface Versioned<T> {
  readonly state: T
  readonly version: number
}

/** Keeps a new collection. */
export async function addCollection(tx: Tx, collection: Collection): Promise<void> {
  await query(tx)
    .insertInto('postal_collection')
    .values({
      tenant: tx.tenant,
      id: collection.id,
      state: collection,
      no: collection.no,
      phase: collection.phase,
      officer_id: collection.officer.accountId,
      agency_id: collection.agencyId,
      collected_at: collection.collectedAt,
    })
    .execute()
}

/** Locks a collection until the door closes. @throws NotFound */
export async function getCollectionForUpdate(tx: Tx, id: string): Promise<Versioned<Collection>> {
  const row = await collections(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new NotFound('collection')
  return { state: row.state, version: row.version }
}

/** A collection, if it was kept already. */
export async function findCollection(tx: Tx, id: string): Promise<Collection | undefined> {
  return (await collections(tx).where('id', '=', id).executeTakeFirst())?.state
}

/** @throws NotFound */
export async function getCollection(tx: Tx, id: string): Promise<Collection> {
  const row = await collections(tx).where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('collection')
  return row.state
}

/** Writes what became of a collection. @throws Conflict when somebody else changed it in between */
export async function changeCollection(
  tx: Tx,
  { version }: Versioned<Collection>,
  next: Collection,
  handoverId?: string | null,
): Promise<void> {
  const { numUpdatedRows } = await query(tx)
    .updateTable('postal_collection')
    .set({
      state: next,
      phase: next.phase,
      version: version + 1,
      dossier_id: next.dossierId ?? null,
      ...(handoverId !== undefined && { handover_id: handoverId }),
    })
    .where('tenant', '=', tx.tenant)
    .where('id', '=', next.id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) throw new Conflict('collection')
}

/** Collections of one postal officer, the newest first; all phases unless told. */
export async function listCollections(
  tx: Tx,
  {
    officerId,
    phases,
    limit = 100,
  }: { officerId: string; phases?: readonly Collection['phase'][]; limit?: number },
): Promise<(Collection & { readonly handoverId?: string })[]> {
  const rows = await query(tx)
    .selectFrom('postal_collection')
    .select(['state', 'handover_id'])
    .where('tenant', '=', tx.tenant)
    .where('officer_id', '=', officerId)
    .$if(phases !== undefined, (q) => q.where('phase', 'in', [...phases!]))
    .orderBy('collected_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ state, handover_id }) => ({ ...state, ...(handover_id && { handoverId: handover_id }) }))
}

/** Keeps a new hand-over record. */
export async function addHandover(tx: Tx, handover: Handover): Promise<void> {
  await query(tx)
    .insertInto('postal_handover')
    .values({
      tenant: tx.tenant,
      id: handover.id,
      state: handover,
      no: handover.no,
      officer_id: handover.officer.accountId,
      agency_id: handover.agencyId,
      prepared_at: handover.preparedAt,
    })
    .execute()
}

/** Locks a hand-over record until the door closes. @throws NotFound */
export async function getHandoverForUpdate(tx: Tx, id: string): Promise<Versioned<Handover>> {
  const row = await handovers(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new NotFound('handover')
  return { state: row.state, version: row.version }
}

/** @throws NotFound */
export async function getHandover(tx: Tx, id: string): Promise<Handover> {
  const row = await handovers(tx).where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('handover')
  return row.state
}

/** Writes the signature under a record. @throws Conflict when somebody else changed it in between */
export async function changeHandover(
  tx: Tx,
  { version }: Versioned<Handover>,
  next: Handover,
): Promise<void> {
  const { numUpdatedRows } = await query(tx)
    .updateTable('postal_handover')
    .set({ state: next, version: version + 1, signed_at: next.signed?.at ?? null })
    .where('tenant', '=', tx.tenant)
    .where('id', '=', next.id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) throw new Conflict('handover')
}

/** Hand-over records of a postal officer, or those put before some bodies, the newest first. */
export async function listHandovers(
  tx: Tx,
  { officerId, agencyIds, limit = 50 }: { officerId?: string; agencyIds?: readonly string[]; limit?: number },
): Promise<Handover[]> {
  const rows = await handovers(tx)
    .$if(officerId !== undefined, (q) => q.where('officer_id', '=', officerId!))
    .$if(agencyIds !== undefined, (q) => q.where('agency_id', 'in', [...agencyIds!]))
    .orderBy('prepared_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ state }) => state)
}

/** Keeps a new consignment. @throws Conflict where its number is on the way already */
export async function addConsignment(tx: Tx, consignment: Consignment): Promise<void> {
  const { numInsertedOrUpdatedRows } = await query(tx)
    .insertInto('consignment')
    .values({
      tenant: tx.tenant,
      id: consignment.id,
      state: consignment,
      no: consignment.no,
      phase: consignment.phase,
      dossier_id: consignment.dossierId,
      officer_id: consignment.officer.accountId,
      taken_at: consignment.takenAt,
    })
    .onConflict((c) => c.columns(['tenant', 'no']).doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows !== 1n) throw new Conflict('consignment')
}

/** Locks a consignment until the door closes. @throws NotFound */
export async function getConsignmentForUpdate(tx: Tx, id: string): Promise<Versioned<Consignment>> {
  const row = await consignments(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new NotFound('consignment')
  return { state: row.state, version: row.version }
}

/** Writes what became of a consignment. @throws Conflict when somebody else changed it in between */
export async function changeConsignment(
  tx: Tx,
  { version }: Versioned<Consignment>,
  next: Consignment,
): Promise<void> {
  const { numUpdatedRows } = await query(tx)
    .updateTable('consignment')
    .set({ state: next, phase: next.phase, version: version + 1 })
    .where('tenant', '=', tx.tenant)
    .where('id', '=', next.id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) throw new Conflict('consignment')
}

/** Consignments of a postal officer or of a dossier, the newest first. */
export async function listConsignments(
  tx: Tx,
  { officerId, dossierId, limit = 100 }: { officerId?: string; dossierId?: string; limit?: number },
): Promise<Consignment[]> {
  const rows = await consignments(tx)
    .$if(officerId !== undefined, (q) => q.where('officer_id', '=', officerId!))
    .$if(dossierId !== undefined, (q) => q.where('dossier_id', '=', dossierId!))
    .orderBy('taken_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ state }) => state)
}

/** Something a postal officer did, or that was done with what they brought. */
export interface PostalDeed {
  readonly at: Instant
  readonly officerId: string
  readonly actorId: string
  readonly deed: string
  readonly thing: 'collection' | 'handover' | 'consignment'
  readonly thingId: string
  readonly detail?: Readonly<Record<string, unknown>>
}

/** Adds to the log of the post. */
export async function logPostal(tx: Tx, deed: PostalDeed): Promise<void> {
  await query(tx)
    .insertInto('postal_log')
    .values({
      tenant: tx.tenant,
      at: deed.at,
      officer_id: deed.officerId,
      actor_id: deed.actorId,
      deed: deed.deed,
      thing: deed.thing,
      thing_id: deed.thingId,
      detail: { ...deed.detail },
    })
    .execute()
}

/** What happened with a postal officer's things from one moment up to another, in order. */
export async function listPostalDeeds(
  tx: Tx,
  { officerId, from, until }: { officerId: string; from: Instant; until: Instant },
): Promise<PostalDeed[]> {
  const rows = await query(tx)
    .selectFrom('postal_log')
    .selectAll()
    .where('tenant', '=', tx.tenant)
    .where('officer_id', '=', officerId)
    .where('at', '>=', from)
    .where('at', '<', until)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    at: row.at,
    officerId: row.officer_id,
    actorId: row.actor_id,
    deed: row.deed,
    thing: row.thing,
    thingId: row.thing_id,
    detail: row.detail,
  }))
}

/** The dossier of this code or submission number. */
export async function findDossierByNo(tx: Tx, reference: string): Promise<string | undefined> {
  const row = await query(tx)
    .selectFrom('dossier')
    .select('id')
    .where('tenant', '=', tx.tenant)
    .where((e) => e.or([e('code', '=', reference), e('submission_no', '=', reference)]))
    .executeTakeFirst()
  return row?.id
}

/** Gives files that belong to nothing yet to a dossier. @returns how many there were. */
export async function giveFiles(tx: Tx, ids: readonly string[], dossierId: string): Promise<number> {
  if (ids.length === 0) return 0
  const { numUpdatedRows } = await query(tx)
    .updateTable('file')
    .set({ dossier_id: dossierId })
    .where('tenant', '=', tx.tenant)
    .where('id', 'in', [...ids])
    .where('dossier_id', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

const collections = (tx: Tx) =>
  query(tx).selectFrom('postal_collection').select(['state', 'version']).where('tenant', '=', tx.tenant)
const handovers = (tx: Tx) =>
  query(tx).selectFrom('postal_handover').select(['state', 'version']).where('tenant', '=', tx.tenant)
const consignments = (tx: Tx) =>
  query(tx).selectFrom('consignment').select(['state', 'version']).where('tenant', '=', tx.tenant)
