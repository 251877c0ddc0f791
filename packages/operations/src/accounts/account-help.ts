import { getStaffForUpdate, noteDeed } from '@motcua/db'
import { Refused } from '@motcua/domain'
import { z } from 'zod'
import { audit } from '../audit/audit.ts'
import { staffOf } from '../dossier/reach.ts'
import { operation } from '../operation.ts'
import { writeInvitation } from './invitation.ts'
import { sendInvitation } from './issue-account.ts'
import { demandPasswordChange as demand } from './move-account.ts'

/** Gives somebody who lost their password, or never chose one, a new invitation. @returns its address to hand over */
export const inviteAgain = operation({
  name: 'accounts.inviteAgain',
  may: 'account:manage',
  input: z.object({ accountId: z.uuid() }),

  async run(room, { accountId }): Promise<{ handOver?: string }> {
    const { tx, actor, now } = room
    const by = staffOf(actor)
    if (by.accountId === accountId) throw new Refused({ code: 'account-own' })
    const account = await getStaffForUpdate(tx, accountId)
    if (account.state) throw new Refused({ code: 'account-locked' })
    const token = await writeInvitation(tx, accountId, now)
    await noteDeed(tx, accountId, { at: now, deed: 'invited', byId: by.accountId, byName: by.fullName })
    await audit(room, {
      deed: 'account:issue',
      thing: 'account',
      thingId: accountId,
      detail: { again: true },
    })
    const { fullName, username, agencyId, email } = account
    const person = { fullName, agencyId, ...(email && { email }) }
    const handOver = await sendInvitation(room, { ...person, accountId, username, token })
    return handOver ? { handOver } : {}
  },
})

/** Demands a new password of an account whose present one others may know, and ends its sessions. */
export const demandPasswordChange = operation({
  name: 'accounts.demandPasswordChange',
  may: 'account:manage',
  input: z.object({ accountId: z.uuid(), reason: z.string().trim().min(1).max(1000) }),

  async run(room, { accountId, reason }): Promise<void> {
    const { accountId: id, fullName: name } = staffOf(room.actor)
    await demand(room, accountId, { id, name, reason })
  },
})
