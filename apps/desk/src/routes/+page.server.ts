import { redirect } from '@sveltejs/kit'
import { pathIn } from '#lib/locale.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals }) => redirect(307, pathIn(locals.locale, '/queues/new'))
