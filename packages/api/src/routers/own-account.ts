import {
  beginOfficialSignIn,
  beginSecondFactor,
  changeOwnPassword,
  confirmSecondFactor,
  endOwnSessions,
  enterNewPassword,
  enterSecondFactor,
  finishOfficialSignIn,
  getOwnSecurity,
  linkOfficialAccount,
  listOfficialSignIns,
  listOwnSessions,
  removeSecondFactor,
  renewRecoveryCodes,
  unlinkOfficialAccount,
} from '@motcua/operations'
import { z } from 'zod'
import { inTenant, openProcedure, procedure, router, type RequestContext } from '../procedure.ts'

const Tenant = { tenant: z.string().max(60) }

/** Somebody on the way in stands in no province yet, so each step names it. */
const inNamed = async (ctx: RequestContext, tenant: string) => inTenant(ctx, await ctx.tenants.find(tenant))

export const ownAccount = router({
  enterSecondFactor: openProcedure
    .input(enterSecondFactor.input.extend(Tenant))
    .mutation(async ({ ctx, input: { tenant, ...input } }) =>
      enterSecondFactor(await inNamed(ctx, tenant), input),
    ),
  enterNewPassword: openProcedure
    .input(enterNewPassword.input.extend(Tenant))
    .mutation(async ({ ctx, input: { tenant, ...input } }) =>
      enterNewPassword(await inNamed(ctx, tenant), input),
    ),
  officialSignIns: openProcedure
    .input(z.object(Tenant))
    .query(async ({ ctx, input: { tenant } }) => listOfficialSignIns(await inNamed(ctx, tenant), {})),
  beginOfficialSignIn: openProcedure
    .input(beginOfficialSignIn.input.extend(Tenant))
    .mutation(async ({ ctx, input: { tenant, ...input } }) =>
      beginOfficialSignIn(await inNamed(ctx, tenant), input),
    ),
  finishOfficialSignIn: openProcedure
    .input(finishOfficialSignIn.input.extend(Tenant))
    .mutation(async ({ ctx, input: { tenant, ...input } }) =>
      finishOfficialSignIn(await inNamed(ctx, tenant), input),
    ),
  linkOfficial: procedure
    .input(linkOfficialAccount.input)
    .mutation(({ ctx, input }) => linkOfficialAccount(ctx, input)),
  unlinkOfficial: procedure
    .input(unlinkOfficialAccount.input)
    .mutation(({ ctx, input }) => unlinkOfficialAccount(ctx, input)),
  security: procedure.query(({ ctx }) => getOwnSecurity(ctx, {})),
  changePassword: procedure
    .input(changeOwnPassword.input.omit({ session: true }))
    .mutation(({ ctx, input }) => changeOwnPassword(ctx, { ...input, session: ctx.session ?? '' })),
  beginSecondFactor: procedure.mutation(({ ctx }) => beginSecondFactor(ctx, {})),
  confirmSecondFactor: procedure
    .input(confirmSecondFactor.input)
    .mutation(({ ctx, input }) => confirmSecondFactor(ctx, input)),
  renewRecoveryCodes: procedure
    .input(renewRecoveryCodes.input)
    .mutation(({ ctx, input }) => renewRecoveryCodes(ctx, input)),
  removeSecondFactor: procedure
    .input(removeSecondFactor.input)
    .mutation(({ ctx, input }) => removeSecondFactor(ctx, input)),
  sessions: procedure.query(({ ctx }) => listOwnSessions(ctx, { session: ctx.session ?? '' })),
  endSessions: procedure
    .input(endOwnSessions.input.omit({ session: true }))
    .mutation(({ ctx, input }) => endOwnSessions(ctx, { ...input, session: ctx.session ?? '' })),
})
