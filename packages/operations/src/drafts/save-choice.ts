import { saveDraft } from '@motcua/db'
import { channels, NotFound, Refused, type Channel } from '@motcua/domain'
import { z } from 'zod'
import { procedureOf, procedureView } from '../catalogue/procedure-view.ts'
import { operation } from '../operation.ts'
import type { DraftView } from '../views.ts'
import { draftView } from './draft-view.ts'
import { getOpenDraft } from './own-draft.ts'

/** Keeps which case applies, which body is asked and how fees are paid and the result comes back. */
export const saveChoice = operation({
  name: 'drafts.saveChoice',
  may: 'draft:own',
  input: z.object({
    id: z.uuid(),
    caseId: z.string().optional(),
    agencyId: z.string().optional(),
    returnChannel: z.enum(channels).optional(),
    paymentChannel: z.enum(channels).optional(),
  }),

  async run(room, { id, ...given }): Promise<DraftView> {
    const { tx, tenant, now } = room
    const draft = await getOpenDraft(room, id)
    const procedure = procedureView(tenant, procedureOf(tenant, draft.procedureCode), now)
    if (given.caseId && !procedure.cases.some((one) => one.id === given.caseId)) throw new NotFound('case')
    if (given.agencyId && !procedure.agencies.some((one) => one.id === given.agencyId))
      throw new NotFound('agency')
    mustBeAllowed(given.returnChannel, procedure.return.channels)
    mustBeAllowed(given.paymentChannel, procedure.payment.channels)
    const chosen = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
    return draftView(room, await saveDraft(tx, draft, { ...draft.content, ...chosen }, now))
  },
})

function mustBeAllowed(channel: Channel | undefined, allowed: readonly Channel[]): void {
  if (channel && !allowed.includes(channel)) {
    throw new Refused({ code: 'channel-not-allowed', data: { channel, allowed } })
  }
}
