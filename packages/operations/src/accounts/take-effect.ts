import { getAccountRequestForUpdate, listStaff, saveAccountRequest } from '@motcua/db'
import { carriedOut, Refused, type AccountRequest, type RequestOutcome } from '@motcua/domain'
import type { ChoreCounter } from '../chores/handler.ts'
import { writeLetter } from '../letters/write-letter.ts'
import { wordMoment } from '../notices/wording.ts'
import type { Room } from '../operation.ts'
import { agencyName } from '../tenants/agency-name.ts'
import { lockNotice } from './account-law.ts'
import { moveAccount } from './move-account.ts'

type EffectRoom = Pick<Room, 'tx' | 'tenant' | 'actor' | 'now' | 'portal'>

/** Does at its moment what was agreed to. A request that was overtaken meanwhile is left as it stands. */
export async function takeRequestEffect({
  db,
  tenant,
  actor,
  now,
  portal,
  chore,
}: ChoreCounter): Promise<undefined> {
  await db.transact(tenant.id, async (tx) => {
    const { request, version } = await getAccountRequestForUpdate(tx, chore.subject)
    if (request.stage !== 'confirmed') return
    await saveAccountRequest(tx, await takeEffect({ tx, tenant, actor, now, portal }, request), version)
  })
}

/** Locks, activates or revokes each account of a request, says what became of each, and tells the agency. */
export async function takeEffect(room: EffectRoom, request: AccountRequest): Promise<AccountRequest> {
  const { wanted, decision, id: requestId } = request
  if (wanted.task === 'create' || !decision) return request
  const { accountId: byId, fullName: byName } = decision.by
  const how = { task: wanted.task, reason: wanted.reason, requestId, byId, byName }
  const outcomes: RequestOutcome[] = []
  for (const account of wanted.accounts) {
    const granted = await moved(moveAccount(room, account.accountId, how))
    outcomes.push({ ...account, granted })
  }
  const after = carriedOut(request, outcomes)
  if (!after.granted) throw new Refused(after.refusal)
  const { tenant, now } = room
  const noticeClock = wanted.task === 'lock' ? lockNotice(tenant, now, wanted.cause) : undefined
  const done: AccountRequest = { ...after.request, effectAt: now, ...(noticeClock && { noticeClock }) }
  return tellAgency(room, done)
}

/** Writes to the admins of the agency's accounts. Where one has an e-mail address the notice is given by that. */
export async function tellAgency(room: EffectRoom, request: AccountRequest): Promise<AccountRequest> {
  const { tx, tenant, now } = room
  const { agencyId, wanted, outcomes = [], decision } = request
  const admins = (await listStaff(tx, { agencyIds: [agencyId], state: 'active' })).filter(
    ({ roles, email }) => email && roles.includes('unit-admin'),
  )
  if (wanted.task === 'create' || admins.length === 0 || !decision) return request
  const list = outcomes
    .filter(({ granted }) => granted)
    .map(({ username, fullName }) => `${username} (${fullName})`)
  for (const { fullName, email } of admins)
    await writeLetter(room, {
      to: { fullName, email },
      message: messageOf[wanted.task],
      about: `account-request ${request.id}`,
      channels: ['email'],
      words: {
        list: list.join('; '),
        reason: wanted.reason,
        agency: agencyName(tenant, agencyId),
        at: wordMoment(now, 'vi'),
      },
      english: { at: wordMoment(now, 'en') },
    })
  return { ...request, notice: { at: now, by: decision.by, via: 'email' } }
}

const messageOf = {
  lock: 'StaffAccountsLocked',
  activate: 'StaffAccountsActivated',
  revoke: 'StaffAccountsRevoked',
} as const

/** An account that was moved in between stays as it is: the others of the list are moved all the same. */
async function moved(work: Promise<unknown>): Promise<boolean> {
  try {
    await work
    return true
  } catch (error) {
    if (error instanceof Refused) return false
    throw error
  }
}
