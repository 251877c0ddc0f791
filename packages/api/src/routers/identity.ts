import {
  beginNationalSignIn,
  finishNationalSignIn,
  getLink,
  getSession,
  linkAccount,
  register,
  signIn,
  signInStaff,
  signOut,
} from '@motcua/operations'
import { z } from 'zod'
import { inTenant, openProcedure, procedure, router } from '../procedure.ts'

export const identity = router({
  register: procedure.input(register.input).mutation(({ ctx, input }) => register(ctx, input)),
  signIn: procedure.input(signIn.input).mutation(({ ctx, input }) => signIn(ctx, input)),
  /** The desk stands in no province until somebody signs in, so the call names it. */
  signInStaff: openProcedure
    .input(signInStaff.input.extend({ tenant: z.string() }))
    .mutation(async ({ ctx, input: { tenant, ...input } }) =>
      signInStaff(inTenant(ctx, await ctx.tenants.find(tenant)), input),
    ),
  beginNationalSignIn: procedure
    .input(beginNationalSignIn.input)
    .mutation(({ ctx, input }) => beginNationalSignIn(ctx, input)),
  finishNationalSignIn: procedure
    .input(finishNationalSignIn.input)
    .mutation(({ ctx, input }) => finishNationalSignIn(ctx, input)),
  link: procedure.input(getLink.input).query(({ ctx, input }) => getLink(ctx, input)),
  linkAccount: procedure.input(linkAccount.input).mutation(({ ctx, input }) => linkAccount(ctx, input)),
  session: openProcedure.query(({ ctx }) => (ctx.tenant ? getSession(inTenant(ctx, ctx.tenant)) : null)),
  signOut: openProcedure.mutation(({ ctx: { session, ...ctx } }) =>
    session && ctx.tenant ? signOut(inTenant(ctx, ctx.tenant), { session }) : undefined,
  ),
})
