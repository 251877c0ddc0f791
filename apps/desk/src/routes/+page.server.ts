import { redirect } from '@sveltejs/kit'
import { pathIn } from '#lib/locale.ts'
import { firstPage } from '#lib/works-at-desk.ts'
import type { PageServerLoad } from './$types'

/** Everybody begins the day where their work is; who has no dossiers is told so. */
export const load: PageServerLoad = ({ locals }) => {
  const first = locals.staff && firstPage(locals.staff)
  if (first) redirect(307, pathIn(locals.locale, first))
}
