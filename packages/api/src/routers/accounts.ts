import { acceptInvitation, getInvitation, readInvitation } from '@motcua/operations'
import { inTenant, openProcedure, router, type RequestContext } from '../procedure.ts'

/** An invitation names its province: whoever brings one stands in none yet. */
async function invited(ctx: RequestContext, token: string) {
  const tenant = readInvitation(token)?.tenant
  return inTenant(ctx, tenant === undefined ? undefined : await ctx.tenants.find(tenant))
}

export const accounts = router({
  invitation: openProcedure
    .input(getInvitation.input)
    .query(async ({ ctx, input }) => getInvitation(await invited(ctx, input.token), input)),
  acceptInvitation: openProcedure
    .input(acceptInvitation.input)
    .mutation(async ({ ctx, input }) => acceptInvitation(await invited(ctx, input.token), input)),
})
