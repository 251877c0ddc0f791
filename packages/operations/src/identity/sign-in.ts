import { z } from 'zod'
import { errand } from '../operation.ts'

/** Signs a person in with their e-mail address or citizen number. */
export const signIn = errand({
  name: 'identity.signIn',
  may: 'identity:enter',
  input: z.object({ login: z.string().trim().max(200), password: z.string().max(1024) }),

  async run(): Promise<{ session: string }> {
    throw new Error('identity.signIn is being written')
  },
})
