import { error } from '@sveltejs/kit'
import { receives } from '#lib/works-at-desk.ts'
import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = ({ locals }) => {
  if (!locals.staff || !receives(locals.staff)) error(403, 'forbidden')
}
