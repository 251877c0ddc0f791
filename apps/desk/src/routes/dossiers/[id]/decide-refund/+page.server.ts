import { error } from '@sveltejs/kit'
import type { ShownError } from '@motcua/ui/field-errors'
import { actOf } from '#lib/server/act.ts'
import { getDossierFor } from '#lib/server/dossiers.ts'
import { deskFee } from '#lib/server/fees.ts'
import { text } from '#lib/server/form-data.ts'
import { deskWords } from '#lib/words/index.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const dossier = await getDossierFor(locals, params.id, 'decide-refund')
  const refund = (await deskFee(locals, params.id)).fee?.refunds?.find(({ decision }) => !decision)
  if (!refund) error(409, 'conflict')
  return { dossier, refund }
}

export const actions = actOf({
  read({ locals }, posted) {
    const say = deskWords(locals.locale).decideRefund
    const typed = {
      paymentId: text(posted, 'paymentId'),
      decision: text(posted, 'decision'),
      note: text(posted, 'note'),
    }
    const errors: ShownError[] = [
      ...(['yes', 'no'].includes(typed.decision) ? [] : [{ href: '#decision', text: say.decisionMissing }]),
      ...(typed.decision === 'no' && !typed.note ? [{ href: '#note', text: say.noteMissing }] : []),
    ]
    return { typed, errors }
  },
  send: ({ locals, params }, { typed: { paymentId, decision, note } }) =>
    locals.api.trpc.fees.decideRefund.mutate({
      dossierId: params.id,
      paymentId,
      approved: decision === 'yes',
      ...(note && { note }),
    }),
  done: ({ params }) => `/dossiers/${params.id}/fees?done=decideRefund`,
  refusedAt: () => '#decision',
})
