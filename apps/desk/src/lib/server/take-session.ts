import type { RequestEvent } from '@sveltejs/kit'
import { keepSession, readSession } from './session-cookie.ts'

/** Gives a browser the session of whoever just proved who they are; the one it had is ended: one browser, one person. */
export async function takeSession(event: RequestEvent, session: string): Promise<void> {
  if (readSession(event)) await event.locals.api.trpc.identity.signOut.mutate()
  keepSession(event, session)
}
