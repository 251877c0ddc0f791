import { redirect } from '@sveltejs/kit'
import { pathIn } from '#lib/locale.ts'
import { dropOperatorSession } from '#lib/server/operator-cookie.ts'
import type { RequestHandler } from './$types'

/** Ends the session on the server too, so that a copied cookie is worth nothing. */
export const POST: RequestHandler = async (event) => {
  await event.locals.api.trpc.house.signOut.mutate()
  dropOperatorSession(event)
  redirect(303, `${pathIn(event.locals.locale, '/operator/sign-in')}?signed-out`)
}
