import type { RequestEvent } from '@sveltejs/kit'

const name = 'motcua-session'

/** The session a browser presents, if any. */
export function readSession({ cookies }: RequestEvent): string | undefined {
  return cookies.get(name)
}

/** Gives the browser its session: unreadable to scripts, not sent with another site's forms, gone when it closes. */
export function keepSession({ cookies, url }: RequestEvent, session: string): void {
  cookies.set(name, session, attributes(url))
}

export function dropSession({ cookies, url }: RequestEvent): void {
  cookies.delete(name, attributes(url))
}

function attributes(url: URL) {
  return { path: '/', httpOnly: true, secure: isSecure(url), sameSite: 'lax' } as const
}

/** Everywhere but on a developer's own machine the browser must keep cookies to https. */
export function isSecure({ hostname, protocol }: URL): boolean {
  const local = hostname === 'localhost' || hostname.endsWith('.localhost')
  return !(local && protocol === 'http:')
}
