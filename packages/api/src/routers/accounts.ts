import {
  acceptInvitation,
  confirmAccountRequest,
  demandPasswordChange,
  getAccountRequestLine,
  getAccountTerms,
  getInvitation,
  getStaffAccount,
  grantRequest,
  inviteAgain,
  issueInUnit,
  listAccountRequests,
  listStaffAccounts,
  lockAtOnce,
  noteAccountNotice,
  readInvitation,
  refuseAccountRequest,
  requestAccounts,
  resetSecondFactor,
  revokeInUnit,
  supplyRequestPapers,
} from '@motcua/operations'
import { filesNamed, FormWithFile, jsonIn } from '../form-data.ts'
import { inTenant, openProcedure, procedure, router, type RequestContext } from '../procedure.ts'

/** An invitation names its province: whoever brings one stands in none yet. */
async function invited(ctx: RequestContext, token: string) {
  const tenant = readInvitation(token)?.tenant
  return inTenant(ctx, tenant === undefined ? undefined : await ctx.tenants.find(tenant))
}

/** Papers of a request: files `signed-<form>` and `copy-<form>`. */
async function papersIn(form: FormData) {
  const [signed, copies] = [await filesNamed(form, 'signed-'), await filesNamed(form, 'copy-')]
  return [
    ...signed.map(({ field, ...upload }) => ({ form: field, kind: 'digitally-signed', upload })),
    ...copies.map(({ field, ...upload }) => ({ form: field, kind: 'electronic-true-copy', upload })),
  ]
}

export const accounts = router({
  invitation: openProcedure
    .input(getInvitation.input)
    .query(async ({ ctx, input }) => getInvitation(await invited(ctx, input.token), input)),
  acceptInvitation: openProcedure
    .input(acceptInvitation.input)
    .mutation(async ({ ctx, input }) => acceptInvitation(await invited(ctx, input.token), input)),
  list: procedure.input(listStaffAccounts.input).query(({ ctx, input }) => listStaffAccounts(ctx, input)),
  get: procedure.input(getStaffAccount.input).query(({ ctx, input }) => getStaffAccount(ctx, input)),
  requests: procedure
    .input(listAccountRequests.input)
    .query(({ ctx, input }) => listAccountRequests(ctx, input)),
  getRequest: procedure
    .input(getAccountRequestLine.input)
    .query(({ ctx, input }) => getAccountRequestLine(ctx, input)),
  terms: procedure.input(getAccountTerms.input).query(({ ctx, input }) => getAccountTerms(ctx, input)),
  /** Form fields: `request`, the input of `requestAccounts` as JSON without its papers, and the papers as files. */
  request: procedure.input(FormWithFile).mutation(async ({ ctx, input }) => {
    const papers = await papersIn(input)
    return requestAccounts(ctx, requestAccounts.input.parse({ ...jsonIn(input, 'request'), papers }) as never)
  }),
  /** Form fields: `request`, as JSON `{ requestId }`, and the papers as files. */
  supplyPapers: procedure.input(FormWithFile).mutation(async ({ ctx, input }) => {
    const papers = await papersIn(input)
    return supplyRequestPapers(ctx, supplyRequestPapers.input.parse({ ...jsonIn(input, 'request'), papers }))
  }),
  grant: procedure.input(grantRequest.input).mutation(({ ctx, input }) => grantRequest(ctx, input)),
  confirm: procedure
    .input(confirmAccountRequest.input)
    .mutation(({ ctx, input }) => confirmAccountRequest(ctx, input)),
  refuse: procedure
    .input(refuseAccountRequest.input)
    .mutation(({ ctx, input }) => refuseAccountRequest(ctx, input)),
  noteNotice: procedure
    .input(noteAccountNotice.input)
    .mutation(({ ctx, input }) => noteAccountNotice(ctx, input)),
  lockAtOnce: procedure.input(lockAtOnce.input).mutation(({ ctx, input }) => lockAtOnce(ctx, input)),
  issueInUnit: procedure.input(issueInUnit.input).mutation(({ ctx, input }) => issueInUnit(ctx, input)),
  revokeInUnit: procedure.input(revokeInUnit.input).mutation(({ ctx, input }) => revokeInUnit(ctx, input)),
  inviteAgain: procedure.input(inviteAgain.input).mutation(({ ctx, input }) => inviteAgain(ctx, input)),
  resetSecondFactor: procedure
    .input(resetSecondFactor.input)
    .mutation(({ ctx, input }) => resetSecondFactor(ctx, input)),
  demandPasswordChange: procedure
    .input(demandPasswordChange.input)
    .mutation(({ ctx, input }) => demandPasswordChange(ctx, input)),
})
