import { z } from 'zod'
import { errand } from '../operation.ts'
import { closeSession, readSessionToken } from './session.ts'

/** Ends the session it is called with. */
export const signOut = errand({
  name: 'identity.signOut',
  may: 'identity:enter',
  input: z.object({ session: z.string() }),

  async run({ db, tenant, now }, { session }): Promise<void> {
    const token = readSessionToken(session)
    if (token?.tenant === tenant.id) await closeSession(db, token, now)
  },
})
