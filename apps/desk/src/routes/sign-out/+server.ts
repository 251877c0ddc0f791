import { redirect } from '@sveltejs/kit'
import { pathIn } from '#lib/locale.ts'
import { dropSession } from '#lib/server/session-cookie.ts'
import type { RequestHandler } from './$types'

/** Ends the session on the server too, so that a copied cookie is worth nothing. */
export const POST: RequestHandler = async (event) => {
  const { locals } = event
  await locals.api.trpc.identity.signOut.mutate()
  dropSession(event)
  // What a page left in the browser goes with the session; the settings of the desk stay.
  event.setHeaders({ 'clear-site-data': '"cache", "storage"' })
  const back = new URLSearchParams({ 'signed-out': '', tenant: locals.staff?.tenant.id ?? '' })
  redirect(303, `${pathIn(locals.locale, '/sign-in')}?${back}`)
}
