import type { Instant } from '@motcua/calendar'
import { getAccountRequestForUpdate, putChore, saveAccountRequest } from '@motcua/db'
import {
  confirmRequest,
  grantAccounts,
  noteNotice,
  refuseRequest,
  Refused,
  type AccountRequest,
  type Answered,
  type RequestOutcome,
} from '@motcua/domain'
import { z } from 'zod'
import { audit } from '../audit/audit.ts'
import { staffOf } from '../dossier/reach.ts'
import { operation, type Room } from '../operation.ts'
import { partialReason } from './account-law.ts'
import { issueAccount, type Issued } from './issue-account.ts'
import { takeEffect } from './take-effect.ts'

const Reason = z.string().trim().max(1000)

/**
 * Grants a request for new accounts, to all on its list or to some (TQ25-9.1a.2). Somebody else than who asked decides.
 * @returns the accounts; an invitation no e-mail could carry is shown here once
 */
export const grantRequest = operation({
  name: 'accounts.grant',
  may: 'account:manage',
  input: z.object({
    requestId: z.uuid(),
    granted: z.array(z.int().min(0).max(99)).max(100),
    reason: Reason.optional(),
  }),

  async run(room, { requestId, granted, reason }): Promise<Issued[]> {
    const { tx, tenant, now: at } = room
    const { request, version } = await getAccountRequestForUpdate(tx, requestId)
    const people = request.wanted.task === 'create' ? request.wanted.people : []
    const after = grantAccounts(request, {
      at,
      by: decider(room),
      granted: people.map((_, index) => granted.includes(index)),
      mustSayWhy: partialReason(tenant, at),
      ...(reason && { reason }),
    })
    const decided = orRefuse(after)
    const issued: Issued[] = []
    const outcomes: RequestOutcome[] = []
    for (const [index, outcome] of (decided.outcomes ?? []).entries()) {
      if (!outcome.granted) outcomes.push(outcome)
      else {
        const account = await issueAccount(room, people[index]!, requestId)
        issued.push(account)
        outcomes.push({ ...outcome, accountId: account.accountId, username: account.username })
      }
    }
    await saveAccountRequest(tx, { ...decided, outcomes }, version)
    return issued
  },
})

/** Agrees to a lock, an activation or a revocation. It takes effect at its moment, at once where that has come. */
export const confirmAccountRequest = operation({
  name: 'accounts.confirm',
  may: 'account:manage',
  input: z.object({ requestId: z.uuid() }),

  async run(room, { requestId }): Promise<{ effectAt: Instant }> {
    const { tx, now } = room
    const { request, version } = await getAccountRequestForUpdate(tx, requestId)
    const effectAt = effectOf(request, now)
    const decided = orRefuse(confirmRequest(request, { at: now, by: decider(room), effectAt }))
    if (effectAt > now) {
      await saveAccountRequest(tx, decided, version)
      await putChore(tx, { kind: 'account-request-effect', subject: requestId, dueAt: effectAt })
    } else {
      await saveAccountRequest(tx, await takeEffect(room, decided), version)
    }
    return { effectAt }
  },
})

/** Turns a request away, saying why. */
export const refuseAccountRequest = operation({
  name: 'accounts.refuse',
  may: 'account:manage',
  input: z.object({ requestId: z.uuid(), reason: Reason.min(1) }),

  async run(room, { requestId, reason }): Promise<void> {
    const { tx, now: at } = room
    const { request, version } = await getAccountRequestForUpdate(tx, requestId)
    await saveAccountRequest(tx, orRefuse(refuseRequest(request, { at, by: decider(room), reason })), version)
    await audit(room, {
      deed: 'account:request',
      thing: 'account-request',
      thingId: requestId,
      detail: { stage: 'refused' },
    })
  },
})

/** Notes that the agency was told of the outcome: by letter, e-mail or telephone (TQ25-9.1a.2, TQ25-9.1b.4). */
export const noteAccountNotice = operation({
  name: 'accounts.noteNotice',
  may: 'account:manage',
  input: z.object({
    requestId: z.uuid(),
    via: z.enum(['letter', 'email', 'phone']),
    reference: z.string().trim().max(200).optional(),
  }),

  async run(room, { requestId, via, reference }): Promise<void> {
    const { tx, now: at } = room
    const { request, version } = await getAccountRequestForUpdate(tx, requestId)
    const notice = { at, by: decider(room), via, ...(reference && { reference }) }
    await saveAccountRequest(tx, orRefuse(noteNotice(request, notice)), version)
  },
})

/**
 * When what is asked for takes effect: never before the moment asked for, and an activation not before the moment the
 * regulation gives (TQ25-9.1c.3).
 */
function effectOf({ wanted, clock }: AccountRequest, now: Instant): Instant {
  if (wanted.task === 'create') return now
  const earliest = wanted.task === 'activate' ? (clock?.dueAt ?? wanted.at) : wanted.at
  return earliest > now ? earliest : now
}

function orRefuse(after: Answered): AccountRequest {
  if (!after.granted) throw new Refused(after.refusal)
  return after.request
}

function decider({ actor }: Room) {
  const { accountId, fullName } = staffOf(actor)
  return { accountId, fullName }
}
