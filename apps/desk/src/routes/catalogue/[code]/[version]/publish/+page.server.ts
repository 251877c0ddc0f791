import { error, redirect } from '@sveltejs/kit'
import { pathIn } from '#lib/locale.ts'
import { orErrorPage } from '#lib/server/failures.ts'
import { editsCatalogue } from '#lib/works-at-desk.ts'
import type { PageServerLoad } from './$types'

/** What is about to be published, once more. The form posts to the version's own page, which answers for it. */
export const load: PageServerLoad = async ({ locals, params }) => {
  const version = Number(params.version)
  if (!Number.isInteger(version) || version < 1) error(404, 'not found')
  const { code } = params
  const view = await orErrorPage(locals.api.trpc.catalogue.version.query({ code, version }))
  if (view.stage !== 'appraised' || !locals.staff || !editsCatalogue(locals.staff)) {
    redirect(303, pathIn(locals.locale, `/catalogue/${code}/${version}`))
  }
  return { version: view, agencies: await orErrorPage(locals.api.trpc.catalogue.agencies.query()) }
}
