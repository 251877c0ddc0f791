import type { Instant } from '@motcua/calendar'
import {
  plainMoves,
  type AccountMove,
  type AccountTask,
  type Determination,
  type LegalClock,
  type LockCause,
  type StaffRole,
} from '@motcua/domain'
import type { Form } from '@motcua/dsl'
import { determine } from '../rules/determine.ts'
import type { Tenant } from '../tenants/tenant.ts'

/** The steps an account may take, as the regulation draws them; the plain ones where it draws none (TQ25-9.1). */
export function movesOf(tenant: Tenant, asOf: Instant, lockCause: LockCause): readonly AccountMove[] {
  return determine<AccountMove[] | null>(tenant, 'account.moves', { asOf, lockCause }).answer ?? plainMoves
}

/** Forms a request has to come with (TQ25-9.2). */
export const documentsOf = (tenant: Tenant, asOf: Instant, accountTask: AccountTask) =>
  determine<string[] | null>(tenant, 'account.documents', { asOf, accountTask })

/** What a request has to say (TQ25-9.1, TQ25-9.2a.2). */
export const fieldsOf = (tenant: Tenant, asOf: Instant, accountTask: AccountTask) =>
  determine<string[] | null>(tenant, 'account.requestFields', { asOf, accountTask })

/** In which form papers are taken (TQ25-9.3). */
export const formatsOf = (tenant: Tenant, asOf: Instant) =>
  determine<string[] | null>(tenant, 'account.documentFormats', { asOf })

/** By when a request received at this moment has to be met; no moment where the regulation is silent. */
export function requestClock(
  tenant: Tenant,
  receivedAt: Instant,
  wanted: { readonly task: AccountTask; readonly at?: Instant },
): LegalClock {
  const facts = { requestReceivedAt: receivedAt }
  switch (wanted.task) {
    case 'create':
      return clock(tenant, 'account.issue', facts, receivedAt)
    case 'lock':
      return clock(tenant, 'account.lock', { ...facts, lockCause: 'planned' }, receivedAt)
    case 'activate':
      return clock(tenant, 'account.activate', { ...facts, requestedAt: wanted.at ?? receivedAt }, receivedAt)
    case 'revoke':
      return clock(tenant, 'account.revoke', facts, receivedAt)
    default:
      return wanted.task satisfies never
  }
}

/** The last moment at which a lock for this moment is asked for in time (TQ25-9.1b). */
export const lockAhead = (tenant: Tenant, asOf: Instant, requestedAt: Instant) =>
  determine<Instant | null>(tenant, 'account.lockAhead', { asOf, requestedAt })

/** By when the agency has to be told of a lock (TQ25-9.1b.3, TQ25-9.1b.4, TQ25-9.1b.5). */
export const lockNotice = (tenant: Tenant, lockedAt: Instant, lockCause: LockCause): LegalClock =>
  clock(tenant, 'account.lockNotice', { lockedAt, lockCause }, lockedAt)

/** In which form the outcome is told: a letter, or a letter with a list (TQ25-9.1a.2, TQ25-9.1d.2). */
export const noticeForm = (tenant: Tenant, asOf: Instant, accountTask: AccountTask) =>
  determine<string | null>(tenant, 'account.notice', { asOf, accountTask })

/** Whether the notice says why fewer accounts are granted than asked for (TQ25-9.1a.3). */
export const partialReason = (tenant: Tenant, asOf: Instant) =>
  determine<boolean | null>(tenant, 'account.partialReason', { asOf }).answer === true

/** Ways in which an emergency may be told (TQ25-9.1b.2). */
export const emergencyChannels = (tenant: Tenant, asOf: Instant) =>
  determine<string[] | null>(tenant, 'account.emergencyRequest', { asOf })

/** How names of accounts are put together (PT20-4.2); our own form where the regulation has none. */
export function namingForm(tenant: Tenant, asOf: Instant): Form {
  const { answer } = determine<Form | null>(tenant, 'accounts.naming', { asOf })
  return (
    answer ?? {
      parts: [{ part: 'full-name', digits: null }, { text: '.' }, { part: 'unit-name', digits: null }],
      letters: 'plain-lower',
      collision: 'number',
    }
  )
}

/** A role of the office as the law calls it. */
const lawRole: Partial<Record<StaffRole, string>> = { 'unit-admin': 'unit-admin' }
const lawRoleOf = (role: StaffRole): string => lawRole[role] ?? 'officer'

/** How many accounts of a role there may be: of a unit's admin in the unit, of an officer for each person. */
export const numberOf = (tenant: Tenant, asOf: Instant, role: StaffRole) =>
  determine<number | null>(tenant, 'accounts.number', { asOf, role: lawRoleOf(role) })

/** Who grants accounts of a role, where the regulation says so (HN19-16.6). */
export const grantedBy = (tenant: Tenant, asOf: Instant, role: StaffRole) =>
  determine<string | null>(tenant, 'accounts.grantedBy', { asOf, role: lawRoleOf(role) })

/** Whether the admin of a unit itself creates, or revokes, accounts of its staff (PT20-4.3). */
export function unitAdminMay(tenant: Tenant, asOf: Instant, deed: 'create' | 'revoke'): boolean {
  const { answer } = determine<string[] | null>(tenant, 'accounts.rights', { asOf, role: 'unit-admin' })
  return answer?.includes(`right-${deed}-accounts`) ?? false
}

/** Ways in which officers may sign in; null where the regulation leaves it open (TQ25-14.2). */
export const officerSignIn = (tenant: Tenant, asOf: Instant) =>
  determine<string[] | null>(tenant, 'auth.officer', { asOf })

function clock(
  tenant: Tenant,
  question: string,
  facts: Readonly<Record<string, unknown>>,
  startedAt: Instant,
): LegalClock {
  const why = determine<Instant | null>(tenant, question, facts)
  return { startedAt, dueAt: why.answer, why }
}
