import type { Instant } from '@motcua/calendar'
import { Conflict, NotFound, type StaffRole } from '@motcua/domain'
import { query, type Tx } from './database.ts'

/** A role given to a person for a body and some procedures, as it stands. */
export interface RoleGrant {
  readonly id: string
  readonly accountId: string
  readonly role: StaffRole
  readonly agencyId: string
  /** Codes; empty: all procedures of the body. */
  readonly procedures: readonly string[]
  readonly fromAt: Instant
  readonly untilAt?: Instant
  readonly reason: string
  readonly stage: 'proposed' | 'given' | 'declined' | 'taken'
  readonly proposedAt: Instant
  readonly proposedBy: string
  readonly decidedAt?: Instant
  readonly decidedBy?: string
  readonly takenAt?: Instant
  readonly takenReason?: string
}

/** Enters a proposal. */
export async function proposeGrant(
  tx: Tx,
  grant: Omit<RoleGrant, 'stage' | 'decidedAt' | 'decidedBy' | 'takenAt' | 'takenReason'>,
): Promise<void> {
  await query(tx)
    .insertInto('role_grant')
    .values({
      tenant: tx.tenant,
      id: grant.id,
      account_id: grant.accountId,
      role: grant.role,
      agency_id: grant.agencyId,
      procedures: [...grant.procedures],
      from_at: grant.fromAt,
      until_at: grant.untilAt ?? null,
      reason: grant.reason,
      stage: 'proposed',
      proposed_at: grant.proposedAt,
      proposed_by: grant.proposedBy,
    })
    .execute()
}

/** Moves a grant on, once. @throws Conflict where it does not stand where it is moved from */
export async function moveGrant(
  tx: Tx,
  id: string,
  to:
    | { readonly stage: 'given' | 'declined'; readonly at: Instant; readonly by: string }
    | { readonly stage: 'taken'; readonly at: Instant; readonly by: string; readonly reason: string },
): Promise<void> {
  const { numUpdatedRows } = await query(tx)
    .updateTable('role_grant')
    .set(
      to.stage === 'taken'
        ? { stage: to.stage, taken_at: to.at, taken_by: to.by, taken_reason: to.reason }
        : { stage: to.stage, decided_at: to.at, decided_by: to.by },
    )
    .where('tenant', '=', tx.tenant)
    .where('id', '=', id)
    .where('stage', '=', to.stage === 'taken' ? 'given' : 'proposed')
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) throw new Conflict('role-grant')
}

/** Grants, the latest first, at most 500: of one person, or all that are proposed or given. */
export async function listGrants(
  tx: Tx,
  filter: { readonly accountId?: string; readonly id?: string } = {},
): Promise<RoleGrant[]> {
  let found = query(tx).selectFrom('role_grant').selectAll().where('tenant', '=', tx.tenant)
  if (filter.accountId !== undefined) found = found.where('account_id', '=', filter.accountId)
  if (filter.id !== undefined) found = found.where('id', '=', filter.id)
  const rows = await found.orderBy('proposed_at', 'desc').limit(500).execute()
  return rows.map((row) => ({
    id: row.id,
    accountId: row.account_id,
    role: row.role,
    agencyId: row.agency_id,
    procedures: row.procedures,
    fromAt: row.from_at,
    ...(row.until_at !== null && { untilAt: row.until_at }),
    reason: row.reason,
    stage: row.stage,
    proposedAt: row.proposed_at,
    proposedBy: row.proposed_by,
    ...(row.decided_at !== null && { decidedAt: row.decided_at }),
    ...(row.decided_by !== null && { decidedBy: row.decided_by }),
    ...(row.taken_at !== null && { takenAt: row.taken_at }),
    ...(row.taken_reason !== null && { takenReason: row.taken_reason }),
  }))
}

/** @throws NotFound */
export async function getGrant(tx: Tx, id: string): Promise<RoleGrant> {
  const [found] = await listGrants(tx, { id })
  if (!found) throw new NotFound('role-grant')
  return found
}

/** What was given to a person and holds at this moment. */
export async function grantsInForce(
  tx: Tx,
  accountId: string,
  at: Instant,
): Promise<Pick<RoleGrant, 'role' | 'agencyId' | 'procedures'>[]> {
  const rows = await query(tx)
    .selectFrom('role_grant')
    .select(['role', 'agency_id', 'procedures'])
    .where('tenant', '=', tx.tenant)
    .where('account_id', '=', accountId)
    .where('stage', '=', 'given')
    .where('from_at', '<=', at)
    .where((e) => e.or([e('until_at', 'is', null), e('until_at', '>', at)]))
    .execute()
  return rows.map((row) => ({ role: row.role, agencyId: row.agency_id, procedures: row.procedures }))
}
