import { getDossier } from '#lib/server/dossiers.ts'
import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = async ({ locals, params }) => ({
  dossier: await getDossier(locals, params.id),
})
