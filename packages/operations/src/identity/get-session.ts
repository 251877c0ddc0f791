import { z } from 'zod'
import { errand } from '../operation.ts'
import type { SessionView } from '../views.ts'

/** Who is signed in, or nobody. */
export const getSession = errand({
  name: 'identity.session',
  may: 'identity:enter',
  input: z.void(),

  async run(): Promise<SessionView | null> {
    throw new Error('identity.session is being written')
  },
})
