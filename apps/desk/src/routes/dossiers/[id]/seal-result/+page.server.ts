import { actOf } from '#lib/server/act.ts'
import { getDossierFor } from '#lib/server/dossiers.ts'
import { orErrorPage } from '#lib/server/failures.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  dossier: await getDossierFor(locals, params.id, 'seal-result'),
  terms: await orErrorPage(locals.api.trpc.returning.terms.query({ id: params.id })),
})

export const actions = actOf({
  read: () => ({ typed: {}, errors: [] }),
  send: ({ locals, params }) => locals.api.trpc.returning.sealResult.mutate({ dossierId: params.id }),
  done: 'seal',
})
