import { z } from 'zod'
import { errand } from '../operation.ts'

/** Opens an account for a person and signs them in. */
export const register = errand({
  name: 'identity.register',
  may: 'identity:enter',
  input: z.object({
    fullName: z.string().trim().min(1).max(120),
    citizenId: z.string(),
    email: z.string(),
    phone: z.string(),
    birthDate: z.string().optional(),
    address: z.string().trim().max(300).optional(),
    password: z.string(),
  }),

  async run(): Promise<{ session: string }> {
    throw new Error('identity.register is being written')
  },
})
