import type { Instant } from '@motcua/calendar'
import { houseQuery, type HouseTx } from './database.ts'

/** A person who runs the installation. */
export interface Operator {
  readonly id: string
  readonly username: string
  readonly fullName: string
  /** Missing until the invitation is accepted. */
  readonly passwordHash?: string
  readonly lockedAt?: Instant
}

/** Enters an operator who is invited; inviting one who never came in again renews the invitation. */
export async function inviteOperator(
  tx: HouseTx,
  person: {
    id: string
    username: string
    fullName: string
    invitationHash: string
    expiresAt: Instant
    at: Instant
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await houseQuery(tx)
    .insertInto('operator')
    .values({
      id: person.id,
      username: person.username.toLowerCase(),
      full_name: person.fullName,
      invitation_hash: person.invitationHash,
      invitation_expires_at: person.expiresAt,
      created_at: person.at,
    })
    .onConflict((c) =>
      c
        .column('username')
        .doUpdateSet({
          full_name: person.fullName,
          invitation_hash: person.invitationHash,
          invitation_expires_at: person.expiresAt,
        })
        .where('operator.password_hash', 'is', null),
    )
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Enters an operator with a password, as a demonstration does; one who is there is left alone. */
export async function enterOperator(
  tx: HouseTx,
  { id, username, fullName, passwordHash, at }: Required<Omit<Operator, 'lockedAt'>> & { at: Instant },
): Promise<void> {
  await houseQuery(tx)
    .insertInto('operator')
    .values({ id, username, full_name: fullName, password_hash: passwordHash, created_at: at })
    .onConflict((c) => c.doNothing())
    .execute()
}

/** The operator with this user name. */
export async function findOperator(tx: HouseTx, username: string): Promise<Operator | undefined> {
  const row = await all(tx).where('username', '=', username.toLowerCase()).executeTakeFirst()
  return row && toOperator(row)
}

/** Every operator by name. */
export async function listOperators(tx: HouseTx): Promise<Operator[]> {
  return (await all(tx).orderBy('username').execute()).map(toOperator)
}

/** The operator whose invitation has this secret and may still be used. */
export async function findInvitedOperator(
  tx: HouseTx,
  invitationHash: string,
  now: Instant,
): Promise<Operator | undefined> {
  const row = await all(tx)
    .where('invitation_hash', '=', invitationHash)
    .where('invitation_expires_at', '>', now)
    .executeTakeFirst()
  return row && toOperator(row)
}

/** The invited operator chose a password. @returns false where the invitation is used up. */
export async function acceptOperatorInvitation(
  tx: HouseTx,
  { invitationHash, passwordHash, now }: { invitationHash: string; passwordHash: string; now: Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await houseQuery(tx)
    .updateTable('operator')
    .set({ password_hash: passwordHash, invitation_hash: null, invitation_expires_at: null })
    .where('invitation_hash', '=', invitationHash)
    .where('invitation_expires_at', '>', now)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Locks an operator out, or lets one in again; sessions that are open end. */
export async function lockOperator(tx: HouseTx, id: string, lockedAt: Instant | null): Promise<void> {
  await houseQuery(tx).updateTable('operator').set({ locked_at: lockedAt }).where('id', '=', id).execute()
  if (lockedAt) await houseQuery(tx).deleteFrom('operator_session').where('operator_id', '=', id).execute()
}

/** Opens a session; those that ran out are forgotten. */
export async function putOperatorSession(
  tx: HouseTx,
  {
    idHash,
    operatorId,
    expiresAt,
    now,
  }: { idHash: string; operatorId: string; expiresAt: Instant; now: Instant },
): Promise<void> {
  await houseQuery(tx).deleteFrom('operator_session').where('expires_at', '<=', now).execute()
  await houseQuery(tx)
    .insertInto('operator_session')
    .values({ id_hash: idHash, operator_id: operatorId, expires_at: expiresAt })
    .execute()
}

/** Whose session this is, where it runs and its holder is not locked out. */
export async function findOperatorSession(
  tx: HouseTx,
  idHash: string,
  now: Instant,
): Promise<Operator | undefined> {
  const row = await houseQuery(tx)
    .selectFrom('operator_session')
    .innerJoin('operator', 'operator.id', 'operator_session.operator_id')
    .selectAll('operator')
    .where('id_hash', '=', idHash)
    .where('expires_at', '>', now)
    .where('locked_at', 'is', null)
    .executeTakeFirst()
  return row && toOperator(row)
}

export async function endOperatorSession(tx: HouseTx, idHash: string): Promise<void> {
  await houseQuery(tx).deleteFrom('operator_session').where('id_hash', '=', idHash).execute()
}

/** What an operator did, as the house remembers it. */
export interface OperatorDeed {
  readonly at: Instant
  /** Missing where it was done at the command line of the machine. */
  readonly operatorId?: string
  readonly name: string
  readonly deed: string
  readonly thing: string
  readonly detail: object
}

/** Writes down what an operator did. */
export async function noteOperatorDeed(tx: HouseTx, deed: OperatorDeed): Promise<void> {
  const { at, operatorId, name, deed: what, thing, detail } = deed
  await houseQuery(tx)
    .insertInto('operator_deed')
    .values({ at, operator_id: operatorId ?? null, name, deed: what, thing, detail })
    .execute()
}

/** The latest deeds first; of one thing where it is named. */
export async function listOperatorDeeds(
  tx: HouseTx,
  { thing, limit = 50 }: { thing?: string; limit?: number } = {},
): Promise<OperatorDeed[]> {
  const rows = await houseQuery(tx)
    .selectFrom('operator_deed')
    .selectAll()
    .$if(thing !== undefined, (q) => q.where('thing', '=', thing!))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ at, operator_id: operatorId, name, deed, thing: of, detail }) => ({
    at,
    ...(operatorId !== null && { operatorId }),
    name,
    deed,
    thing: of,
    detail,
  }))
}

const all = (tx: HouseTx) => houseQuery(tx).selectFrom('operator').selectAll()

type Row = Awaited<ReturnType<ReturnType<typeof all>['executeTakeFirstOrThrow']>>

function toOperator(row: Row): Operator {
  return {
    id: row.id,
    username: row.username,
    fullName: row.full_name,
    ...(row.password_hash !== null && { passwordHash: row.password_hash }),
    ...(row.locked_at !== null && { lockedAt: row.locked_at }),
  }
}
