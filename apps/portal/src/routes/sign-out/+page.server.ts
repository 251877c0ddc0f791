import { redirect } from '@sveltejs/kit'
import { localized } from '#lib/paths.ts'
import { dropSession } from '#lib/server/session-cookie.ts'

export function load({ locals }) {
  redirect(303, localized(locals.locale, '/'))
}

export const actions = {
  /** Ends the session on the server too; in an outage the browser forgets it at least. */
  default: async (event) => {
    const { locals } = event
    await locals.api.trpc.identity.signOut.mutate().catch((thrown: unknown) => {
      console.error(`[${locals.requestId}] a session could not be ended`, thrown)
    })
    dropSession(event)
    // What a page left in the browser goes with the session.
    event.setHeaders({ 'clear-site-data': '"cache", "storage"' })
    redirect(303, `${localized(locals.locale, '/sign-in')}?why=signed-out`)
  },
}
