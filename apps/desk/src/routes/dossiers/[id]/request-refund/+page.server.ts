import type { ShownError } from '@motcua/ui/field-errors'
import { actOf } from '#lib/server/act.ts'
import { getDossierFor } from '#lib/server/dossiers.ts'
import { deskFee, refundable } from '#lib/server/fees.ts'
import { text } from '#lib/server/form-data.ts'
import { deskWords } from '#lib/words/index.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  dossier: await getDossierFor(locals, params.id, 'request-refund'),
  money: refundable(await deskFee(locals, params.id)),
})

export const actions = actOf({
  read({ locals }, posted) {
    const say = deskWords(locals.locale).requestRefund
    const typed = {
      paymentId: text(posted, 'paymentId'),
      ground: text(posted, 'ground'),
      cited: text(posted, 'cited'),
      reason: text(posted, 'reason'),
    }
    const errors: ShownError[] = [
      ...(typed.paymentId ? [] : [{ href: '#paymentId', text: say.paymentMissing }]),
      ...(Object.hasOwn(say.grounds, typed.ground) ? [] : [{ href: '#ground', text: say.groundMissing }]),
      ...(typed.ground === 'other-law' && !typed.cited ? [{ href: '#cited', text: say.citedMissing }] : []),
      ...(typed.reason ? [] : [{ href: '#reason', text: say.reasonMissing }]),
    ]
    return { typed, errors }
  },
  send: ({ locals, params }, { typed: { cited, ground, ...typed } }) =>
    locals.api.trpc.fees.requestRefund.mutate({
      dossierId: params.id,
      ...typed,
      ground: ground as 'surplus',
      ...(cited && { cited }),
    }),
  done: ({ params }) => `/dossiers/${params.id}/fees?done=requestRefund`,
  refusedAt: ({ code }) => (code === 'basis-missing' ? '#cited' : '#ground'),
})
