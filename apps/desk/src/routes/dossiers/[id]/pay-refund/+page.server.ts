import { error } from '@sveltejs/kit'
import type { ShownError } from '@motcua/ui/field-errors'
import { actOf } from '#lib/server/act.ts'
import { getDossierFor } from '#lib/server/dossiers.ts'
import { deskFee } from '#lib/server/fees.ts'
import { text } from '#lib/server/form-data.ts'
import { deskWords } from '#lib/words/index.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const dossier = await getDossierFor(locals, params.id, 'pay-refund')
  const view = await deskFee(locals, params.id)
  const refund = view.fee?.refunds?.find(({ decision, paidOut }) => decision?.approved && !paidOut)
  if (!refund) error(409, 'conflict')
  return { dossier, refund, payer: view.applicantName }
}

export const actions = actOf({
  read({ locals }, posted) {
    const say = deskWords(locals.locale).payRefund
    const typed = {
      paymentId: text(posted, 'paymentId'),
      channel: text(posted, 'channel'),
      reference: text(posted, 'reference'),
    }
    const errors: ShownError[] = [
      ...(Object.hasOwn(say.channels, typed.channel) ? [] : [{ href: '#channel', text: say.channelMissing }]),
      ...(typed.reference ? [] : [{ href: '#reference', text: say.referenceMissing }]),
    ]
    return { typed, errors }
  },
  send: ({ locals, params }, { typed: { channel, ...typed } }) =>
    locals.api.trpc.fees.payRefund.mutate({
      dossierId: params.id,
      ...typed,
      channel: channel as 'counter',
    }),
  done: ({ params }) => `/dossiers/${params.id}/fees?done=payRefund`,
  refusedAt: () => '#reference',
})
