import { error } from '@sveltejs/kit'
import { worksAtDesk } from '#lib/works-at-desk.ts'
import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = ({ locals }) => {
  if (!locals.staff || !worksAtDesk(locals.staff)) error(403, 'forbidden')
}
