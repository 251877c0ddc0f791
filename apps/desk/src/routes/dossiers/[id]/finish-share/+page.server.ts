import { tooLong } from '#lib/completion-request.ts'
import { files, text } from '#lib/server/form-data.ts'
import { deskWords } from '#lib/words/index.ts'
import { missing, mostText } from '#lib/work-form.ts'
import { actOf } from '#lib/server/act.ts'
import { getDossierFor } from '#lib/server/dossiers.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const dossier = await getDossierFor(locals, params.id, 'finish-share')
  const share = dossier.work?.sharing?.shares.find(
    ({ open, agencyId }) => open && agencyId === locals.staff?.agency.id,
  )
  return { dossier, share, mostText }
}

export const actions = actOf({
  read({ locals }, posted) {
    const say = deskWords(locals.locale)
    const typed = { shareId: text(posted, 'shareId'), note: text(posted, 'note') }
    return {
      typed,
      errors: [
        ...missing('note', typed.note, say.finishShare.noteMissing),
        ...tooLong('#note', say.finishShare.note, typed.note, mostText, say),
      ],
    }
  },
  send({ locals, params }, { typed }, posted) {
    const form = new FormData()
    form.set('dossierId', params.id)
    for (const [name, value] of Object.entries(typed)) form.set(name, value)
    const [document] = files(posted, 'document')
    if (document) form.set('document', document)
    return locals.api.trpc.processing.finishShare.mutate(form)
  },
  done: 'share-done',
})
