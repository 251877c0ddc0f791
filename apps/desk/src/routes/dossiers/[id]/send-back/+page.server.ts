import { tooLong } from '#lib/completion-request.ts'
import { text } from '#lib/server/form-data.ts'
import { deskWords } from '#lib/words/index.ts'
import { missing, mostNote } from '#lib/work-form.ts'
import { actOf } from '#lib/server/act.ts'
import { getDossierFor } from '#lib/server/dossiers.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  dossier: await getDossierFor(locals, params.id, 'send-back'),
  mostNote,
})

export const actions = actOf({
  read({ locals }, posted) {
    const say = deskWords(locals.locale)
    const typed = { toStepId: text(posted, 'toStepId'), reason: text(posted, 'reason') }
    return {
      typed,
      errors: [
        ...missing('toStepId', typed.toStepId, say.sendBack.toMissing),
        ...missing('reason', typed.reason, say.sendBack.reasonMissing),
        ...tooLong('#reason', say.sendBack.reason, typed.reason, mostNote, say),
      ],
    }
  },
  send: ({ locals, params }, { typed }) =>
    locals.api.trpc.processing.sendBack.mutate({ dossierId: params.id, ...typed }),
  done: 'sent-back',
})
