import { z } from 'zod'
import { errand } from '../operation.ts'

/** Ends the session it is called with. */
export const signOut = errand({
  name: 'identity.signOut',
  may: 'identity:enter',
  input: z.object({ session: z.string() }),

  async run(): Promise<void> {
    throw new Error('identity.signOut is being written')
  },
})
