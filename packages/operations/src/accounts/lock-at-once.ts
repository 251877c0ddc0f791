import { randomUUID } from 'node:crypto'
import { putAccountRequest } from '@motcua/db'
import { Refused, type AccountRequest } from '@motcua/domain'
import { z } from 'zod'
import { staffOf } from '../dossier/reach.ts'
import { operation } from '../operation.ts'
import { documentsOf, emergencyChannels, lockNotice } from './account-law.ts'
import { moveAccount } from './move-account.ts'
import { tellAgency } from './take-effect.ts'

/**
 * Locks an account at once: in an emergency the agency tells by telephone or e-mail (TQ25-9.1b.2), or because the centre
 * itself found a risk (TQ25-9.1b.5, TQ25-12.4). The agency is told within the time the regulation gives; the letter of
 * an emergency follows for the record (AMB-23).
 */
export const lockAtOnce = operation({
  name: 'accounts.lockAtOnce',
  may: 'account:manage',
  input: z.discriminatedUnion('cause', [
    z.object({
      cause: z.literal('emergency'),
      accountId: z.uuid(),
      channel: z.enum(['phone', 'email']),
      /** Who told of it. */
      toldBy: z.string().trim().min(1).max(200),
      reason: z.string().trim().min(1).max(1000),
    }),
    z.object({
      cause: z.literal('detected-risk'),
      accountId: z.uuid(),
      reason: z.string().trim().min(1).max(1000),
    }),
  ]),

  async run(room, input): Promise<{ requestId: string }> {
    const { tx, tenant, actor, now } = room
    const { accountId: byId, fullName: byName } = staffOf(actor)
    const { cause, accountId, reason } = input
    if (input.cause === 'emergency') {
      const { answer: channels, basis } = emergencyChannels(tenant, now)
      if (channels && !channels.includes(input.channel))
        throw new Refused({ code: 'channel-not-allowed', data: { basis } })
    }
    const requestId = randomUUID()
    const account = await moveAccount(room, accountId, {
      task: 'lock',
      cause,
      reason,
      requestId,
      byId,
      byName,
    })
    const { username, fullName, agencyId } = account
    const named = { accountId, username, fullName }
    const request: AccountRequest = {
      id: requestId,
      agencyId,
      wanted: {
        task: 'lock',
        cause,
        accounts: [named],
        reason: input.cause === 'emergency' ? `${reason} (${input.toldBy})` : reason,
        at: now,
      },
      channel: input.cause === 'emergency' ? input.channel : 'desk',
      filedAt: now,
      filedBy: { accountId: byId, fullName: byName },
      papers: [],
      needed: documentsOf(tenant, now, 'lock'),
      stage: 'done',
      receivedAt: now,
      effectAt: now,
      decision: { at: now, by: { accountId: byId, fullName: byName } },
      outcomes: [{ ...named, granted: true }],
      noticeClock: lockNotice(tenant, now, cause),
    }
    // A risk the centre found is told right after the lock; of an emergency the agency knows, and is told the outcome.
    await putAccountRequest(tx, cause === 'detected-risk' ? await tellAgency(room, request) : request)
    return { requestId }
  },
})
