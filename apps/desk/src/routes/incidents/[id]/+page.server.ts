import { fail } from '@sveltejs/kit'
import { orErrorPage } from '#lib/server/failures.ts'
import { text, ticked } from '#lib/server/form-data.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const { id } = params
  return { ...(await orErrorPage(locals.api.trpc.incidents.duringOutage.mutate({ id }))) }
}

export const actions = {
  async default({ request, locals, params }) {
    const posted = await request.formData()
    const reason = text(posted, 'reason')
    const dossierIds = ticked(posted, 'dossierId')
    const wrong = { reason: reason === '', dossiers: dossierIds.length === 0 }
    if (wrong.reason || wrong.dossiers) return fail(400, { reason, chosen: dossierIds, wrong })
    const excuse = { id: params.id, dossierIds, reason }
    return await orErrorPage(locals.api.trpc.incidents.excuse.mutate(excuse))
  },
} satisfies Actions
