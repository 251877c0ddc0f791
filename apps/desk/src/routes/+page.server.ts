import { redirect } from '@sveltejs/kit'
import { pathIn } from '#lib/locale.ts'
import { worksAtDesk } from '#lib/works-at-desk.ts'
import type { PageServerLoad } from './$types'

/** The day begins with what is new; who has no dossiers is told so. */
export const load: PageServerLoad = ({ locals }) => {
  if (locals.staff && worksAtDesk(locals.staff)) redirect(307, pathIn(locals.locale, '/queues/new'))
}
