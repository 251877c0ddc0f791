import type { CivilDate, Instant } from '@motcua/calendar'
import { Conflict, NotFound, type Attachment } from '@motcua/domain'
import { query, type Tx } from './database.ts'

/** A signed paper: its form, number, day of signing, how it is kept, and the file where it was sent as one. */
export interface SignedPaper {
  readonly form: string
  readonly number: string
  readonly signedOn: CivilDate
  readonly format: string
  readonly file?: Attachment
}

/** Somebody who may ask, with their commitment. */
export interface PopulationOfficer {
  readonly accountId: string
  readonly fullName: string
  readonly username: string
  readonly commitment: SignedPaper
  readonly endedAt?: Instant
}

export interface PopulationRegistration {
  readonly id: string
  readonly agencyId: string
  readonly stage: 'filed' | 'approved' | 'rejected' | 'ended'
  readonly purpose: string
  readonly papers: readonly SignedPaper[]
  readonly officers: readonly PopulationOfficer[]
  readonly filedAt: Instant
  readonly filedBy: string
  readonly decidedAt?: Instant
  readonly decidedBy?: string
  readonly reason?: string
  readonly policeReference?: string
}

/** Enters an agency's registration. @throws Conflict where one of its officers stands in another list */
export async function fileRegistration(
  tx: Tx,
  {
    officers,
    ...registration
  }: Omit<PopulationRegistration, 'stage' | 'officers'> & {
    readonly officers: readonly Pick<PopulationOfficer, 'accountId' | 'commitment'>[]
  },
): Promise<void> {
  await query(tx)
    .insertInto('population_registration')
    .values({
      tenant: tx.tenant,
      id: registration.id,
      agency_id: registration.agencyId,
      stage: 'filed',
      purpose: registration.purpose,
      papers: [...registration.papers],
      filed_at: registration.filedAt,
      filed_by: registration.filedBy,
    })
    .execute()
  const rows = officers.map(({ accountId, commitment }) => ({
    tenant: tx.tenant,
    registration_id: registration.id,
    account_id: accountId,
    commitment,
  }))
  const entered = await query(tx)
    .insertInto('population_officer')
    .values(rows)
    .onConflict((c) => c.doNothing())
    .returning('account_id')
    .execute()
  if (entered.length < rows.length) throw new Conflict('population-officer')
}

/** Registrations of these agencies, or all; the latest first, at most 200. */
export async function listRegistrations(
  tx: Tx,
  filter: { readonly agencyId?: string | undefined; readonly id?: string } = {},
): Promise<PopulationRegistration[]> {
  let found = query(tx).selectFrom('population_registration').selectAll().where('tenant', '=', tx.tenant)
  if (filter.agencyId !== undefined) found = found.where('agency_id', '=', filter.agencyId)
  if (filter.id !== undefined) found = found.where('id', '=', filter.id)
  const rows = await found.orderBy('filed_at', 'desc').limit(200).execute()
  const officers = await officersOf(
    tx,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    id: row.id,
    agencyId: row.agency_id,
    stage: row.stage,
    purpose: row.purpose,
    papers: row.papers,
    officers: officers.get(row.id) ?? [],
    filedAt: row.filed_at,
    filedBy: row.filed_by,
    ...(row.decided_at !== null && { decidedAt: row.decided_at }),
    ...(row.decided_by !== null && { decidedBy: row.decided_by }),
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.police_reference !== null && { policeReference: row.police_reference }),
  }))
}

/** @throws NotFound */
export async function getRegistration(tx: Tx, id: string): Promise<PopulationRegistration> {
  const [found] = await listRegistrations(tx, { id })
  if (!found) throw new NotFound('population-registration')
  return found
}

async function officersOf(tx: Tx, ids: readonly string[]): Promise<Map<string, PopulationOfficer[]>> {
  if (ids.length === 0) return new Map()
  const rows = await query(tx)
    .selectFrom('population_officer')
    .innerJoin('account', (join) =>
      join
        .onRef('account.tenant', '=', 'population_officer.tenant')
        .onRef('account.id', '=', 'population_officer.account_id'),
    )
    .select(['registration_id', 'account_id', 'commitment', 'ended_at', 'full_name', 'username'])
    .where('population_officer.tenant', '=', tx.tenant)
    .where('registration_id', 'in', [...ids])
    .orderBy('full_name')
    .execute()
  const officers = rows.map((row) => ({
    registrationId: row.registration_id,
    accountId: row.account_id,
    fullName: row.full_name,
    username: row.username ?? '',
    commitment: row.commitment,
    ...(row.ended_at !== null && { endedAt: row.ended_at }),
  }))
  return Map.groupBy(officers, ({ registrationId }) => registrationId)
}

/** Decides on a registration, once. @throws Conflict where it was decided meanwhile */
export async function decideRegistration(
  tx: Tx,
  id: string,
  to: {
    readonly stage: 'approved' | 'rejected' | 'ended'
    readonly at: Instant
    readonly by: string
    readonly reason?: string | undefined
    readonly policeReference?: string | undefined
  },
): Promise<void> {
  const { numUpdatedRows } = await query(tx)
    .updateTable('population_registration')
    .set({
      stage: to.stage,
      decided_at: to.at,
      decided_by: to.by,
      ...(to.reason !== undefined && { reason: to.reason }),
      ...(to.policeReference !== undefined && { police_reference: to.policeReference }),
    })
    .where('tenant', '=', tx.tenant)
    .where('id', '=', id)
    .where('stage', '=', to.stage === 'ended' ? 'approved' : 'filed')
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) throw new Conflict('population-registration')
  if (to.stage !== 'approved') await endOfficers(tx, id, to.at)
}

/** Takes one officer, or all, off the list. */
export async function endOfficers(tx: Tx, id: string, at: Instant, accountId?: string): Promise<number> {
  let ending = query(tx)
    .updateTable('population_officer')
    .set({ ended_at: at })
    .where('tenant', '=', tx.tenant)
    .where('registration_id', '=', id)
    .where('ended_at', 'is', null)
  if (accountId !== undefined) ending = ending.where('account_id', '=', accountId)
  return Number((await ending.executeTakeFirstOrThrow()).numUpdatedRows)
}

/** The approved registration in whose list this account stands today. */
export async function registrationOf(tx: Tx, accountId: string): Promise<string | undefined> {
  const row = await query(tx)
    .selectFrom('population_officer')
    .innerJoin('population_registration', (join) =>
      join
        .onRef('population_registration.tenant', '=', 'population_officer.tenant')
        .onRef('population_registration.id', '=', 'population_officer.registration_id'),
    )
    .select('population_registration.id')
    .where('population_officer.tenant', '=', tx.tenant)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .where('stage', '=', 'approved')
    .executeTakeFirst()
  return row?.id
}
