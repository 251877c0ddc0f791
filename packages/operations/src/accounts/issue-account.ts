import { findStaff, holdersOfRole, listStaff, type StaffAccount } from '@motcua/db'
import { Refused, type NewOfficer, type StaffRole } from '@motcua/domain'
import { audit } from '../audit/audit.ts'
import { staffOf } from '../dossier/reach.ts'
import { writeLetter } from '../letters/write-letter.ts'
import type { Room } from '../operation.ts'
import { agencyName } from '../tenants/agency-name.ts'
import { wordMoment } from '../notices/wording.ts'
import { grantedBy, numberOf } from './account-law.ts'
import { invitationAddress, later } from './invitation.ts'
import { invite } from './invite.ts'
import { nameAccount } from './name-account.ts'

/** An account that was issued, and how its holder comes to a password. */
export interface Issued {
  accountId: string
  username: string
  /** The address of the invitation, shown once to hand over in person, where no e-mail could carry it. */
  handOver?: string
}

/** Issues an account to an officer: named by the regulation, with an invitation instead of a password (TQ25-9.1a.2). */
export async function issueAccount(room: Room, person: NewOfficer, requestId?: string): Promise<Issued> {
  const { tx, tenant, actor, now } = room
  if (!tenant.agencies.has(person.agencyId)) throw new Refused({ code: 'role-not-grantable' })
  for (const role of person.roles) await refuseTooMany(room, person, role)
  const by = staffOf(actor)
  const username = await nameAccount(tx, tenant, { ...person, now })
  if (await findStaff(tx, username)) throw new Refused({ code: 'login-taken', data: { field: 'username' } })
  const { accountId, token } = await invite(
    tx,
    { ...person, username },
    { now, by: { id: by.accountId, name: by.fullName }, ...(requestId && { requestId }) },
  )
  await audit(room, {
    deed: 'account:issue',
    thing: 'account',
    thingId: accountId,
    detail: { roles: [...person.roles] },
  })
  const handOver = await sendInvitation(room, { ...person, accountId, username, token })
  return { accountId, username, ...(handOver && { handOver }) }
}

/** Sends an invitation by e-mail and forgets what the letter said. @returns its address where there is no e-mail */
export async function sendInvitation(
  room: Room,
  {
    token,
    accountId,
    username,
    ...person
  }: Pick<NewOfficer, 'fullName' | 'email' | 'agencyId'> & {
    accountId: string
    username: string
    token: string
  },
): Promise<string | undefined> {
  const { tenant, now, desk = '' } = room
  const link = invitationAddress(desk, token)
  if (!person.email) return link
  const until = later(now, 7 * 24 * 3600)
  await writeLetter(room, {
    to: { fullName: person.fullName, email: person.email },
    message: 'StaffAccountIssued',
    about: `account ${accountId}`,
    channels: ['email'],
    secret: true,
    words: { username, link, agency: agencyName(tenant, person.agencyId), until: wordMoment(until, 'vi') },
    english: { until: wordMoment(until, 'en') },
  })
  return undefined
}

/** As many accounts as the regulation says: of a unit's admin in the unit (PT20-4.3), of an officer one (HN19-17.10). */
async function refuseTooMany({ tx, tenant, now }: Room, person: NewOfficer, role: StaffRole): Promise<void> {
  const grantor = grantedBy(tenant, now, role)
  if (grantor.answer === 'vendor')
    throw new Refused({ code: 'accounts-granted-elsewhere', data: { basis: grantor.basis } })
  const { answer: most, basis } = numberOf(tenant, now, role)
  if (most === null) return
  const there =
    role === 'unit-admin'
      ? (await holdersOfRole(tx, person.agencyId, role)).length
      : (await listStaff(tx, { agencyIds: [person.agencyId] })).filter((one) => isSame(one, person)).length
  if (there >= most) throw new Refused({ code: 'accounts-enough', data: { most, role, basis } })
}

type Known = Pick<StaffAccount, 'fullName' | 'email' | 'phone' | 'job' | 'state'>

/** Whether an account is this person's: one name is borne by many, one telephone or mailbox by one of them. */
function isSame(account: Known, person: Known): boolean {
  if (account.state === 'revoked' || account.fullName !== person.fullName) return false
  const same = (a?: string, b?: string) => a !== undefined && a.toLowerCase() === b?.toLowerCase()
  return (
    same(account.email, person.email) || same(account.phone, person.phone) || same(account.job, person.job)
  )
}
