import { tooLong } from '#lib/completion-request.ts'
import { files, text } from '#lib/server/form-data.ts'
import { deskWords } from '#lib/words/index.ts'
import { missing, mostText } from '#lib/work-form.ts'
import { actOf } from '#lib/server/act.ts'
import { getDossierFor } from '#lib/server/dossiers.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  dossier: await getDossierFor(locals, params.id, 'record-visit'),
  mostText,
})

export const actions = actOf({
  read({ locals }, posted) {
    const say = deskWords(locals.locale)
    const typed = { findings: text(posted, 'findings') }
    return {
      typed,
      errors: [
        ...missing('findings', typed.findings, say.recordVisit.findingsMissing),
        ...tooLong('#findings', say.recordVisit.findings, typed.findings, mostText, say),
      ],
    }
  },
  send({ locals, params }, { typed }, posted) {
    const form = new FormData()
    form.set('dossierId', params.id)
    form.set('findings', typed.findings)
    const [document] = files(posted, 'document')
    if (document) form.set('document', document)
    return locals.api.trpc.processing.recordVisit.mutate(form)
  },
  done: 'visit-recorded',
})
