import { tooLong } from '#lib/completion-request.ts'
import { text } from '#lib/server/form-data.ts'
import { orErrorPage } from '#lib/server/failures.ts'
import { deskWords } from '#lib/words/index.ts'
import { missing, mostNote } from '#lib/work-form.ts'
import { actOf } from '#lib/server/act.ts'
import { getDossierFor } from '#lib/server/dossiers.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const dossier = await getDossierFor(locals, params.id, 'assign-step')
  const holders = await orErrorPage(
    locals.api.trpc.processing.holders.query({ dossierId: params.id, for: 'assign' }),
  )
  return { dossier, holders, mostNote }
}

export const actions = actOf({
  read({ locals }, posted) {
    const say = deskWords(locals.locale)
    const typed = { accountId: text(posted, 'accountId'), note: text(posted, 'note') }
    return {
      typed,
      errors: [
        ...missing('accountId', typed.accountId, say.assignStep.whoMissing),

        ...tooLong('#note', say.assignStep.note, typed.note, mostNote, say),
      ],
    }
  },
  send: ({ locals, params }, { typed }) =>
    locals.api.trpc.processing.assignStep.mutate({
      dossierId: params.id,
      accountId: typed.accountId,
      ...(typed.note && { note: typed.note }),
    }),
  done: 'assigned',
  refusedAt: ({ code }) => (code === 'holder-unfit' ? '#accountId' : undefined),
})
