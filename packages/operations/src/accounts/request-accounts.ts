import { randomUUID } from 'node:crypto'
import type { Instant } from '@motcua/calendar'
import { findStaff, getAccountRequestForUpdate, putAccountRequest, saveAccountRequest } from '@motcua/db'
import {
  grantableRoles,
  lockCauses,
  NotFound,
  Refused,
  supplyPapers,
  type AccountRequest,
  type NamedAccount,
  type RequestChannel,
  type Wanted,
} from '@motcua/domain'
import { z } from 'zod'
import { audit } from '../audit/audit.ts'
import { staffOf } from '../dossier/reach.ts'
import { answer } from '../identity/answer.ts'
import { operation, type Room } from '../operation.ts'
import { documentsOf, lockAhead, requestClock } from './account-law.ts'
import { GivenPapers, takePapers } from './take-papers.ts'

const Reason = z.string().trim().min(1).max(1000)
const Usernames = z.array(z.string().trim().min(1).max(200)).min(1).max(100)
const Moment = z.iso.datetime({ offset: true }).transform((at) => at as Instant)

/** A person of the list on form 05. */
export const Officer = z.object({
  fullName: answer('text', { maxLength: 120 }),
  job: answer('text', { maxLength: 120 }),
  roles: z.array(z.enum(grantableRoles as [(typeof grantableRoles)[number]])).min(1),
  email: answer('email').optional(),
  phone: answer('phone').optional(),
})

const Given = z.discriminatedUnion('task', [
  z.object({ task: z.literal('create'), people: z.array(Officer).min(1).max(100) }),
  z.object({ task: z.literal('lock'), usernames: Usernames, reason: Reason, at: Moment }),
  z.object({ task: z.literal('activate'), usernames: Usernames, reason: Reason, at: Moment }),
  z.object({ task: z.literal('revoke'), usernames: Usernames, reason: Reason, at: Moment }),
])

/** Asks for accounts of an agency's staff to be issued, locked, activated or revoked (TQ25-9.1). */
export const requestAccounts = operation({
  name: 'accounts.request',
  may: 'account:request',
  input: z.object({
    wanted: Given,
    /** Whose request it is, where a manager of accounts records what came by letter. */
    agencyId: z.string().max(100).optional(),
    papers: GivenPapers.default([]),
  }),

  async run(room, { wanted: given, agencyId: named, papers }): Promise<{ id: string }> {
    const { tx, tenant, actor, now } = room
    const { agencyId: own, accountId, fullName, roles } = staffOf(actor)
    const manages = roles.includes('account-manager')
    const agencyId = manages ? (named ?? own) : own
    if (!tenant.agencies.has(agencyId)) throw new NotFound('agency')
    const wanted = await wantedOf(room, agencyId, given)
    const channel: RequestChannel = manages && agencyId !== own ? 'letter' : 'desk'
    const filed: AccountRequest = {
      id: randomUUID(),
      agencyId,
      wanted,
      channel,
      filedAt: now,
      filedBy: { accountId, fullName },
      papers: [],
      needed: documentsOf(tenant, now, wanted.task),
      stage: 'incomplete',
      ...shortOf(room, wanted),
    }
    const request = supplied(room, filed, await takePapers(room, accountId, papers))
    await putAccountRequest(tx, request)
    await audit(room, {
      deed: 'account:request',
      thing: 'account-request',
      thingId: request.id,
      detail: { task: wanted.task, agency: agencyId, stage: request.stage },
    })
    return { id: request.id }
  },
})

/** Adds papers that a request lacked, or the letter that follows an emergency. */
export const supplyRequestPapers = operation({
  name: 'accounts.supplyPapers',
  may: 'account:request',
  input: z.object({ requestId: z.uuid(), papers: GivenPapers.min(1) }),

  async run(room, { requestId, papers }): Promise<void> {
    const { tx, actor } = room
    const { accountId, agencyId, roles } = staffOf(actor)
    const { request, version } = await getAccountRequestForUpdate(tx, requestId)
    if (request.agencyId !== agencyId && !roles.includes('account-manager'))
      throw new NotFound('account request')
    await saveAccountRequest(tx, supplied(room, request, await takePapers(room, accountId, papers)), version)
  },
})

function supplied(
  { tenant, now: at }: Room,
  request: AccountRequest,
  papers: AccountRequest['papers'],
): AccountRequest {
  const clockFrom = (receivedAt: Instant) => requestClock(tenant, receivedAt, request.wanted)
  const after = supplyPapers(request, { papers, at, clockFrom })
  if (!after.granted) throw new Refused(after.refusal)
  return after.request
}

/** A lock asked for later than the regulation wants is marked so; it is done all the same (AMB-23). */
function shortOf({ tenant, now }: Room, wanted: Wanted): Pick<AccountRequest, 'short'> {
  if (wanted.task !== 'lock') return {}
  const ahead = lockAhead(tenant, now, wanted.at)
  return ahead.answer !== null && now > ahead.answer ? { short: ahead } : {}
}

async function wantedOf(room: Room, agencyId: string, given: z.output<typeof Given>): Promise<Wanted> {
  if (given.task === 'create')
    return { task: 'create', people: given.people.map((person) => ({ ...withoutGaps(person), agencyId })) }
  const accounts: NamedAccount[] = []
  for (const username of new Set(given.usernames.map((name) => name.toLowerCase())))
    accounts.push(await named(room, agencyId, username))
  const { reason, at } = given
  if (given.task === 'lock') return { task: 'lock', cause: lockCauses[0], accounts, reason, at }
  return { task: given.task, accounts, reason, at }
}

/** An account of this agency. One of another body is not found. */
async function named({ tx }: Room, agencyId: string, username: string): Promise<NamedAccount> {
  const account = await findStaff(tx, username)
  if (!account || account.agencyId !== agencyId || account.state === 'revoked')
    throw new Refused({ code: 'account-not-here', data: { username } })
  return { accountId: account.id, username: account.username, fullName: account.fullName }
}

function withoutGaps({ email, phone, ...person }: z.output<typeof Officer>) {
  return { ...person, ...(email && { email }), ...(phone && { phone }) }
}
