import { text } from '#lib/server/form-data.ts'
import { orErrorPage } from '#lib/server/failures.ts'
import { mostShares, readShares, shareErrors } from '#lib/share-form.ts'
import { deskWords } from '#lib/words/index.ts'
import { actOf } from '#lib/server/act.ts'
import { getDossierFor } from '#lib/server/dossiers.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const dossier = await getDossierFor(locals, params.id, 'share-work')
  const offer = await orErrorPage(locals.api.trpc.processing.sharingOffer.query({ dossierId: params.id }))
  return { dossier, offer, mostShares }
}

export const actions = actOf({
  read({ locals }, posted) {
    const typed = readShares((name) => text(posted, name))
    return { typed, errors: shareErrors(typed, deskWords(locals.locale)) }
  },
  send: ({ locals, params }, { typed }) =>
    locals.api.trpc.processing.shareWork.mutate({
      dossierId: params.id,
      medium: typed.medium === 'paper' ? 'paper' : 'electronic',
      leadAgencyId: typed.leadAgencyId,
      shares: typed.shares.map(({ agencyId, task, hours }) => ({
        agencyId,
        task,
        hours: Number(hours.replace(',', '.')),
      })),
    }),
  done: 'shared',
})
