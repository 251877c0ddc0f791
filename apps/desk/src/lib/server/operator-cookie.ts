import type { RequestEvent } from '@sveltejs/kit'
import { isSecure } from './session-cookie.ts'

const name = 'motcua-operator-session'

// A browser may hold a session of an office beside it: each page takes its own.
const optionsOf = (url: URL) =>
  ({ path: '/', httpOnly: true, secure: isSecure(url), sameSite: 'strict' }) as const

/** The operator's session a browser presents, if any. */
export function readOperatorSession({ cookies }: RequestEvent): string | undefined {
  return cookies.get(name)
}

/** Gives the browser an operator's session: unreadable to scripts, never sent from another site, gone when it closes. */
export function keepOperatorSession({ cookies, url }: RequestEvent, session: string): void {
  cookies.set(name, session, optionsOf(url))
}

export function dropOperatorSession({ cookies, url }: RequestEvent): void {
  cookies.delete(name, optionsOf(url))
}
