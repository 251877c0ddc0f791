import { fail, redirect } from '@sveltejs/kit'
import { pathIn } from '#lib/locale.ts'
import { getDossierFor, orAlreadyDecided } from '#lib/server/dossiers.ts'
import { text } from '#lib/server/form-data.ts'
import { deskWords } from '#lib/words/index.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => ({
  dossier: await getDossierFor(locals, params.id, 'accept'),
  /** Number of a dossier that was entered at the counter a moment ago. */
  entered: url.searchParams.has('entered'),
})

export const actions: Actions = {
  async default({ locals, params, request }) {
    const caseId = text(await request.formData(), 'caseId')
    if (!caseId) {
      return fail(400, { errors: [{ href: '#caseId', text: deskWords(locals.locale).accept.caseMissing }] })
    }
    const accepted = locals.api.trpc.intake.accept.mutate({ dossierId: params.id, caseId })
    await orAlreadyDecided(locals, params.id, accepted)
    redirect(303, `${pathIn(locals.locale, `/dossiers/${params.id}/slip`)}?accepted`)
  },
}
