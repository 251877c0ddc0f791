import { orErrorPage } from '#lib/server/failures.ts'
import { text, ticked } from '#lib/server/form-data.ts'
import type { Outputs } from '@motcua/api/client'
import type { Actions, PageServerLoad } from './$types'

type Moved = Outputs['processing']['moveToSuccessor'][number]

export const load: PageServerLoad = async ({ locals }) => ({
  successions: await orErrorPage(locals.api.trpc.processing.successions.query()),
})

export const actions = {
  async default({ request, locals }) {
    const posted = await request.formData()
    const fromAgencyId = text(posted, 'fromAgencyId')
    const dossierIds = ticked(posted, 'dossierId')
    const moved: Moved[] =
      dossierIds.length === 0
        ? []
        : await orErrorPage(locals.api.trpc.processing.moveToSuccessor.mutate({ fromAgencyId, dossierIds }))
    return { moved }
  },
} satisfies Actions
