import { deskFee } from '#lib/server/fees.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({ view: await deskFee(locals, params.id) })
