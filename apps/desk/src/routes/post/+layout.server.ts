import { error } from '@sveltejs/kit'
import { carries } from '#lib/works-at-desk.ts'
import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = ({ locals }) => {
  if (!locals.staff || !carries(locals.staff)) error(403, 'forbidden')
}
