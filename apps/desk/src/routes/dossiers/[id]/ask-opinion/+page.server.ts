import { tooLong } from '#lib/completion-request.ts'
import { orErrorPage } from '#lib/server/failures.ts'
import { files, text } from '#lib/server/form-data.ts'
import { deskWords } from '#lib/words/index.ts'
import { dayOf, missing, momentOf, mostText, timeOf } from '#lib/work-form.ts'
import { actOf } from '#lib/server/act.ts'
import { getDossierFor } from '#lib/server/dossiers.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const dossier = await getDossierFor(locals, params.id, 'ask-opinion')
  return { dossier, agencies: await orErrorPage(locals.api.trpc.catalogue.agencies.query()), mostText }
}

export const actions = actOf({
  read({ locals }, posted) {
    const say = deskWords(locals.locale)
    const typed = {
      agencyId: text(posted, 'agencyId'),
      question: text(posted, 'question'),
      dueOn: dayOf((name) => text(posted, name), 'dueOn'),
      dueTime: text(posted, 'dueTime') || '17:00',
    }
    return {
      typed,
      errors: [
        ...missing('agencyId', typed.agencyId, say.askOpinion.bodyMissing),
        ...missing('question', typed.question, say.askOpinion.questionMissing),
        ...tooLong('#question', say.askOpinion.question, typed.question, mostText, say),
        ...missing('dueOn', momentOf(typed.dueOn, '00:00'), say.askOpinion.dueMissing),
        ...missing('dueTime', timeOf(typed.dueTime), say.askOpinion.timeMissing),
      ],
    }
  },
  send({ locals, params }, { typed }, posted) {
    const form = new FormData()
    form.set('dossierId', params.id)
    form.set('agencyId', typed.agencyId)
    form.set('question', typed.question)
    form.set('dueAt', momentOf(typed.dueOn, typed.dueTime) ?? '')
    const [document] = files(posted, 'document')
    if (document) form.set('document', document)
    return locals.api.trpc.processing.askOpinion.mutate(form)
  },
  done: 'asked',
  refusedAt: ({ code }) => {
    if (code === 'later-than-promised' || code === 'due-already-past') return '#dueOn'
    return code === 'same-body' || code === 'opinion-already-asked' ? '#agencyId' : undefined
  },
})
