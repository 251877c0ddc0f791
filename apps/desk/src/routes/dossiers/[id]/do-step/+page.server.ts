import { tooLong } from '#lib/completion-request.ts'
import { text } from '#lib/server/form-data.ts'
import { deskWords } from '#lib/words/index.ts'
import { mostNote } from '#lib/work-form.ts'
import { actOf } from '#lib/server/act.ts'
import { getDossierFor } from '#lib/server/dossiers.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  dossier: await getDossierFor(locals, params.id, 'do-step'),
  mostNote,
})

export const actions = actOf({
  read({ locals }, posted) {
    const say = deskWords(locals.locale)
    const typed = { note: text(posted, 'note') }
    return { typed, errors: tooLong('#note', say.doStep.note, typed.note, mostNote, say) }
  },
  send: ({ locals, params }, { typed }) =>
    locals.api.trpc.processing.doStep.mutate({
      dossierId: params.id,
      ...(typed.note && { note: typed.note }),
    }),
  done: 'stepped',
  refusedAt: ({ code }) => (code === 'reason-missing' ? '#note' : undefined),
})
