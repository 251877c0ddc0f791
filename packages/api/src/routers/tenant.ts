import {
  becomeAdministrator,
  getTenant,
  listTenants,
  administratorInvitation,
  readInvitationToken,
} from '@motcua/operations'
import { z } from 'zod'
import { inTenant, openProcedure, procedure, router, type RequestContext } from '../procedure.ts'

const Invited = z.object({ token: z.string().max(200) })

async function invitedTo(ctx: RequestContext, token: string) {
  const read = readInvitationToken(token)
  return {
    room: inTenant(ctx, read && (await ctx.tenants.find(read.tenant))),
    secret: read?.secret ?? '',
  }
}

export const tenant = router({
  get: procedure.query(({ ctx }) => getTenant(ctx)),
  /** Whoever is invited stands in no province yet: the token names it. */
  invitation: openProcedure.input(Invited).query(async ({ ctx, input: { token } }) => {
    const { room, secret } = await invitedTo(ctx, token)
    return administratorInvitation(room, { secret })
  }),
  becomeAdministrator: openProcedure
    .input(becomeAdministrator.input.omit({ secret: true }).extend(Invited.shape))
    .mutation(async ({ ctx, input: { token, ...input } }) => {
      const { room, secret } = await invitedTo(ctx, token)
      return becomeAdministrator(room, { ...input, secret })
    }),
  list: openProcedure.query(({ ctx }) => listTenants(ctx.tenants)),
})
