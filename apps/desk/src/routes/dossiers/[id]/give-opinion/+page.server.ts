import { tooLong } from '#lib/completion-request.ts'
import { files, text } from '#lib/server/form-data.ts'
import { deskWords } from '#lib/words/index.ts'
import { missing, mostText } from '#lib/work-form.ts'
import { actOf } from '#lib/server/act.ts'
import { getDossierFor } from '#lib/server/dossiers.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const dossier = await getDossierFor(locals, params.id, 'give-opinion')
  const asked = (dossier.work?.opinions ?? []).filter(
    ({ answer, agencyId }) => !answer && agencyId === locals.staff?.agency.id,
  )
  return { dossier, asked, mostText }
}

export const actions = actOf({
  read({ locals }, posted) {
    const say = deskWords(locals.locale)
    const agrees = ['yes', 'no'].find((known) => known === text(posted, 'agrees')) ?? ''
    const typed = { opinionId: text(posted, 'opinionId'), agrees, text: text(posted, 'text') }
    return {
      typed,
      errors: [
        ...missing('agrees', agrees, say.giveOpinion.agreesMissing),
        ...missing('text', typed.text, say.giveOpinion.textMissing),
        ...tooLong('#text', say.giveOpinion.text, typed.text, mostText, say),
      ],
    }
  },
  send({ locals, params }, { typed }, posted) {
    const form = new FormData()
    form.set('dossierId', params.id)
    for (const [name, value] of Object.entries(typed)) form.set(name, value)
    const [document] = files(posted, 'document')
    if (document) form.set('document', document)
    return locals.api.trpc.processing.giveOpinion.mutate(form)
  },
  done: 'opined',
})
