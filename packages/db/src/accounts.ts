import { Conflict, NotFound, type AccountState, type StaffRole } from '@motcua/domain'
import type { CivilDate, Instant } from '@motcua/calendar'
import { query, type Tx } from './database.ts'

interface Person {
  readonly id: string
  readonly fullName: string
  readonly email?: string
  readonly phone?: string
  /** Absent until its holder chose a password, or where another house proves who it is. */
  readonly passwordHash?: string
  /** Absent while it is active, as most are. */
  readonly state?: Exclude<AccountState, 'active'>
}

export interface CitizenAccount extends Person {
  readonly kind: 'citizen'
  readonly citizenId: string
  readonly birthDate?: CivilDate
  readonly address?: string
}

export interface StaffAccount extends Person {
  readonly kind: 'staff'
  readonly username: string
  readonly roles: readonly StaffRole[]
  readonly agencyId: string
  /** Title (chức vụ). */
  readonly job?: string
  /** Its next sign-in goes no further than choosing a new password. */
  readonly mustChangePassword?: boolean
}

export type Account = CitizenAccount | StaffAccount

/** What an account is known by: a citizen's three and the user name of staff are each unique in their tenant. */
export type AccountKey = 'email' | 'phone' | 'citizenId' | 'username'

const columnOf = { email: 'email', phone: 'phone', citizenId: 'citizen_id', username: 'username' } as const

/** Opens an account. @returns the key another account has already, or nothing when it was opened. */
export async function createAccount(
  tx: Tx,
  account: Account,
  at: Instant,
): Promise<{ taken: AccountKey } | undefined> {
  const { numInsertedOrUpdatedRows: opened } = await query(tx)
    .insertInto('account')
    .values({ tenant: tx.tenant, ...columnsOf(account), created_at: at })
    .onConflict((c) => c.doNothing())
    .executeTakeFirstOrThrow()
  if (opened === 1n) return undefined
  // Two of the staff may share the mailbox or the telephone of their office.
  const keys = account.kind === 'staff' ? (['username'] as const) : (['email', 'phone', 'citizenId'] as const)
  for (const key of keys) {
    const value = valueOf(account, key)
    if (value !== undefined && (await findAccount(tx, key, value))) return { taken: key }
  }
  throw new Conflict('account')
}

function columnsOf(account: Account) {
  const person = {
    id: account.id,
    kind: account.kind,
    full_name: account.fullName,
    email: account.email?.toLowerCase() ?? null,
    phone: account.phone ?? null,
    password_hash: account.passwordHash ?? null,
    state: account.state ?? ('active' as const),
  }
  if (account.kind === 'staff') {
    const { username, roles, agencyId, job, mustChangePassword = false } = account
    const ofStaff = { job: job ?? null, must_change_password: mustChangePassword }
    return {
      ...person,
      ...ofStaff,
      username: username.toLowerCase(),
      roles: [...roles],
      agency_id: agencyId,
    }
  }
  const { citizenId, birthDate, address } = account
  return { ...person, citizen_id: citizenId, birth_date: birthDate ?? null, address: address ?? null }
}

function valueOf(account: Account, key: AccountKey): string | undefined {
  return (account as { readonly [K in AccountKey]?: string })[key]
}

/** The account known by this e-mail, phone, citizen id or user name. */
export async function findAccount(tx: Tx, key: AccountKey, value: string): Promise<Account | undefined> {
  const row = await all(tx)
    .where(columnOf[key], '=', key === 'email' || key === 'username' ? value.toLowerCase() : value)
    .where('kind', '=', key === 'username' ? 'staff' : 'citizen')
    .executeTakeFirst()
  return row && toAccount(row)
}

/** The citizen's account that signs in with this e-mail, phone or citizen id. */
export async function findByLogin(tx: Tx, login: string): Promise<CitizenAccount | undefined> {
  const row = await all(tx)
    .where('kind', '=', 'citizen')
    .where((e) =>
      e.or([e('email', '=', login.toLowerCase()), e('phone', '=', login), e('citizen_id', '=', login)]),
    )
    .executeTakeFirst()
  return row && (toAccount(row) as CitizenAccount)
}

/** The staff account with this user name. */
export async function findStaff(tx: Tx, username: string): Promise<StaffAccount | undefined> {
  const account = await findAccount(tx, 'username', username)
  return account?.kind === 'staff' ? account : undefined
}

/** @throws NotFound */
export async function getAccount(tx: Tx, id: string): Promise<Account> {
  const row = await all(tx).where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('account')
  return toAccount(row)
}

/** Gives an account a new password, which its holder chose. @throws NotFound */
export async function setPassword(tx: Tx, id: string, passwordHash: string): Promise<void> {
  const { numUpdatedRows } = await query(tx)
    .updateTable('account')
    .set({ password_hash: passwordHash, must_change_password: false })
    .where('tenant', '=', tx.tenant)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) throw new NotFound('account')
}

const all = (tx: Tx) => query(tx).selectFrom('account').selectAll().where('tenant', '=', tx.tenant)

type AccountRow = Awaited<ReturnType<ReturnType<typeof all>['executeTakeFirstOrThrow']>>

export function toAccount(row: AccountRow): Account {
  const person = {
    id: row.id,
    fullName: row.full_name,
    ...(row.email !== null && { email: row.email }),
    ...(row.phone !== null && { phone: row.phone }),
    ...(row.password_hash !== null && { passwordHash: row.password_hash }),
    ...(row.state !== 'active' && { state: row.state }),
  }
  if (row.kind === 'staff') {
    return {
      ...person,
      kind: 'staff',
      username: row.username!,
      roles: row.roles,
      agencyId: row.agency_id!,
      ...(row.job !== null && { job: row.job }),
      ...(row.must_change_password && { mustChangePassword: true }),
    }
  }
  return {
    ...person,
    kind: 'citizen',
    citizenId: row.citizen_id!,
    ...(row.birth_date !== null && { birthDate: row.birth_date }),
    ...(row.address !== null && { address: row.address }),
  }
}
