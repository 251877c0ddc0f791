import { tooLong } from '#lib/completion-request.ts'
import { outcomes } from '#lib/result-form.ts'
import { files, text } from '#lib/server/form-data.ts'
import { deskWords } from '#lib/words/index.ts'
import { missing, mostNote } from '#lib/work-form.ts'
import { actOf } from '#lib/server/act.ts'
import { getDossierFor } from '#lib/server/dossiers.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  dossier: await getDossierFor(locals, params.id, 'submit-result'),
  mostNote,
})

export const actions = actOf({
  read({ locals }, posted) {
    const say = deskWords(locals.locale)
    const outcome = outcomes.find((known) => known === text(posted, 'outcome')) ?? ('' as const)
    const typed = { outcome, note: text(posted, 'note') }
    return {
      typed,
      errors: [
        ...missing('outcome', outcome, say.submitResult.outcomeMissing),
        ...missing('note', outcome !== 'rejected' || typed.note, say.submitResult.noteMissing),
        ...tooLong('#note', say.submitResult.note, typed.note, mostNote, say),
      ],
    }
  },
  send({ locals, params }, { typed }, posted) {
    const form = new FormData()
    form.set('dossierId', params.id)
    form.set('outcome', typed.outcome)
    form.set('note', typed.note)
    const [document] = files(posted, 'document')
    if (document) form.set('document', document)
    return locals.api.trpc.processing.submitResult.mutate(form)
  },
  done: 'submitted',
})
