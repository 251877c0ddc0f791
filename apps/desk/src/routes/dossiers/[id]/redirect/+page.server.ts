import { mostBasis, mostReason } from '#lib/refusal.ts'
import { actOf } from '#lib/server/act.ts'
import { getDossierFor } from '#lib/server/dossiers.ts'
import { text } from '#lib/server/form-data.ts'
import { deskWords } from '#lib/words/index.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  dossier: await getDossierFor(locals, params.id, 'redirect'),
  limits: { reason: mostReason, basis: mostBasis },
})

export const actions = actOf({
  read({ locals }, posted) {
    const say = deskWords(locals.locale).redirect
    const typed = {
      toAgencyId: text(posted, 'toAgencyId'),
      reason: text(posted, 'reason'),
      basis: text(posted, 'basis'),
    }
    const errors = [
      ...(typed.toAgencyId ? [] : [{ href: '#toAgencyId', text: say.toMissing }]),
      ...(typed.reason ? [] : [{ href: '#reason', text: say.reasonMissing }]),
      ...(typed.basis ? [] : [{ href: '#basis', text: say.basisMissing }]),
    ]
    return { typed, errors }
  },
  send: ({ locals, params }, { typed }) =>
    locals.api.trpc.intake.redirect.mutate({ dossierId: params.id, ...typed }),
  // It has left this body: its page is not here any more.
  done: () => '/queues/new',
  refusedAt: () => '#toAgencyId',
})
