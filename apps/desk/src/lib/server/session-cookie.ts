import type { RequestEvent } from '@sveltejs/kit'

const name = 'motcua-desk-session'

/** The session a browser presents, if any. */
export function readSession({ cookies, url }: RequestEvent): string | undefined {
  return cookies.get(cookieName(name, url))
}

/** Gives the browser its session: unreadable to scripts, never sent from another site, gone when it closes. */
export function keepSession({ cookies, url }: RequestEvent, session: string): void {
  cookies.set(cookieName(name, url), session, {
    path: '/',
    httpOnly: true,
    secure: isSecure(url),
    sameSite: 'strict',
  })
}

export function dropSession({ cookies, url }: RequestEvent): void {
  cookies.delete(cookieName(name, url), {
    path: '/',
    httpOnly: true,
    secure: isSecure(url),
    sameSite: 'strict',
  })
}

/** A cookie's name: where it is kept to https the browser holds it to this very host as well (`__Host-`). */
export function cookieName(name: string, url: URL): string {
  return isSecure(url) ? `__Host-${name}` : name
}

/** Everywhere but on a developer's own machine the browser must keep cookies to https. */
export function isSecure(url: URL): boolean {
  const local = url.hostname === 'localhost' || url.hostname.endsWith('.localhost')
  return !(local && url.protocol === 'http:')
}
