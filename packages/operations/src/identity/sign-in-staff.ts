import { z } from 'zod'
import { errand } from '../operation.ts'

/** Signs a member of staff in. */
export const signInStaff = errand({
  name: 'identity.signInStaff',
  may: 'identity:enter',
  input: z.object({ username: z.string().trim().max(200), password: z.string().max(1024) }),

  async run(): Promise<{ session: string }> {
    throw new Error('identity.signInStaff is being written')
  },
})
