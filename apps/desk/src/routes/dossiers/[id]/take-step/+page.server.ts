import { actOf } from '#lib/server/act.ts'
import { getDossierFor } from '#lib/server/dossiers.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  dossier: await getDossierFor(locals, params.id, 'take-step'),
})

export const actions = actOf({
  read: () => ({ typed: {}, errors: [] }),
  send: ({ locals, params }) => locals.api.trpc.processing.takeStep.mutate({ dossierId: params.id }),
  done: 'taken',
})
