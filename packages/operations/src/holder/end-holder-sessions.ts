import { endSessionsOf } from '@motcua/db'
import { z } from 'zod'
import { audit } from '../audit/audit.ts'
import { citizenOf } from '../drafts/own-draft.ts'
import { operation } from '../operation.ts'

/** Signs browsers of the person who asks out: one of them, or all of them. */
export const endHolderSessions = operation({
  name: 'holder.endSessions',
  may: 'holder:own',
  input: z.object({
    /** As the list of sessions names it; every session where it is left out. */
    id: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
  }),

  async run(room, { id }): Promise<void> {
    const { accountId } = citizenOf(room.actor)
    const ended = await endSessionsOf(room.tx, accountId, id)
    if (ended > 0)
      await audit(room, {
        deed: 'account:end-sessions',
        thing: 'account',
        thingId: accountId,
        detail: { ended },
      })
  },
})
