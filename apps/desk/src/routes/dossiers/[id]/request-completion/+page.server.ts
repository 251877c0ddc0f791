import { actOf } from '#lib/server/act.ts'
import { askingInput, lawsOf, readAsking } from '#lib/server/asking.ts'
import { getDossierFor } from '#lib/server/dossiers.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const dossier = await getDossierFor(event.locals, event.params.id, 'request-completion')
  return { dossier, laws: await lawsOf(event, dossier) }
}

export const actions = actOf({
  async read({ locals, params }, posted) {
    const dossier = await getDossierFor(locals, params.id, 'request-completion')
    return readAsking(dossier, posted, locals.locale)
  },
  send: ({ locals, params }, { all, typed }) =>
    locals.api.trpc.completion.request.mutate(askingInput(params.id, all, typed)),
  done: 'completion',
})
