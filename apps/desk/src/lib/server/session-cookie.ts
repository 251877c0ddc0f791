import type { RequestEvent } from '@sveltejs/kit'

const name = 'motcua-desk-session'

/** The session a browser presents, if any. */
export function readSession({ cookies }: RequestEvent): string | undefined {
  return cookies.get(name)
}

/** Gives the browser its session: unreadable to scripts, never sent from another site, gone when it closes. */
export function keepSession({ cookies, url }: RequestEvent, session: string): void {
  cookies.set(name, session, { path: '/', httpOnly: true, secure: isSecure(url), sameSite: 'strict' })
}

export function dropSession({ cookies, url }: RequestEvent): void {
  cookies.delete(name, { path: '/', httpOnly: true, secure: isSecure(url), sameSite: 'strict' })
}

/** Everywhere but on a developer's own machine the browser must keep cookies to https. */
export function isSecure(url: URL): boolean {
  const local = url.hostname === 'localhost' || url.hostname.endsWith('.localhost')
  return !(local && url.protocol === 'http:')
}
