import { mostBasis, mostReason, refusalErrors } from '#lib/refusal.ts'
import { actOf } from '#lib/server/act.ts'
import { getDossierFor } from '#lib/server/dossiers.ts'
import { text } from '#lib/server/form-data.ts'
import { deskWords } from '#lib/words/index.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  dossier: await getDossierFor(locals, params.id, 'refuse'),
  limits: { reason: mostReason, basis: mostBasis },
})

export const actions = actOf({
  read({ locals }, posted) {
    const typed = { reason: text(posted, 'reason'), basis: text(posted, 'basis') }
    return { typed, errors: refusalErrors(typed, deskWords(locals.locale)) }
  },
  send: ({ locals, params }, { typed }) =>
    locals.api.trpc.intake.refuse.mutate({ dossierId: params.id, ...typed }),
  done: 'refuse',
})
