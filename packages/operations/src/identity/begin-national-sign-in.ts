import { Refused } from '@motcua/domain'
import { z } from 'zod'
import { errand } from '../operation.ts'
import { nationalSignIn } from './national-sign-in.ts'
import { beginFlow, type BegunFlow } from './oidc/flow.ts'

/** Leads a person to the national electronic identity, to come back signed in (TQ25-5.2). */
export const beginNationalSignIn = errand({
  name: 'identity.beginNationalSignIn',
  may: 'identity:enter',
  input: z.object({
    /** Page of the portal that was asked for, if any: a path of this portal. */
    next: z
      .string()
      .max(2000)
      .regex(/^\/(?![/\\])/)
      .optional(),
  }),

  async run(counter, { next }): Promise<BegunFlow> {
    const { tenant, now, portal } = counter
    if (!nationalSignIn(counter, tenant, now)) throw new Refused({ code: 'sign-in-not-offered' })
    return beginFlow(counter, 'vneid', { callback: `${portal}/sign-in/vneid/back`, next })
  },
})
