import { tooLong } from '#lib/completion-request.ts'
import { actOf } from '#lib/server/act.ts'
import { getDossierFor } from '#lib/server/dossiers.ts'
import { orErrorPage } from '#lib/server/failures.ts'
import { text } from '#lib/server/form-data.ts'
import { deskWords } from '#lib/words/index.ts'
import type { PageServerLoad } from './$types'

const mostNote = 1000

export const load: PageServerLoad = async ({ locals, params }) => ({
  dossier: await getDossierFor(locals, params.id, 'resume-clock'),
  view: await orErrorPage(locals.api.trpc.clocks.preview.query({ dossierId: params.id })),
  mostNote,
})

export const actions = actOf({
  read({ locals }, posted) {
    const say = deskWords(locals.locale)
    const typed = { note: text(posted, 'note') }
    return { typed, errors: tooLong('#note', say.resume.note, typed.note, mostNote, say) }
  },
  send: ({ locals, params }, { typed }) =>
    locals.api.trpc.clocks.resume.mutate({
      dossierId: params.id,
      ...(typed.note && { note: typed.note }),
    }),
  done: 'resume',
})
