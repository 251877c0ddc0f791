import { mayAsk } from '#lib/server/ask-population.ts'
import { getDossier } from '#lib/server/dossiers.ts'
import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = async ({ locals, params }) => {
  const [dossier, asksPopulation] = await Promise.all([getDossier(locals, params.id), mayAsk(locals)])
  return { dossier, asksPopulation }
}
