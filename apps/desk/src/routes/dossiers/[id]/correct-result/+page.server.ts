import { correctionErrors } from '#lib/returning-form.ts'
import { actOf } from '#lib/server/act.ts'
import { getDossierFor } from '#lib/server/dossiers.ts'
import { files, text } from '#lib/server/form-data.ts'
import { deskWords } from '#lib/words/index.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  dossier: await getDossierFor(locals, params.id, 'correct-result'),
})

export const actions = actOf({
  read({ locals }, posted) {
    const typed = { reason: text(posted, 'reason') }
    return { typed, errors: correctionErrors(typed, deskWords(locals.locale)) }
  },
  send({ locals, params }, { typed }, posted) {
    const form = new FormData()
    form.set('dossierId', params.id)
    form.set('reason', typed.reason)
    const [document] = files(posted, 'document')
    if (document) form.set('document', document)
    return locals.api.trpc.returning.correctResult.mutate(form)
  },
  done: 'correct',
})
