import type { RequestEvent } from '@sveltejs/kit'
import { cookieName, isSecure } from './session-cookie.ts'

/** What a browser keeps while its person is at the identity system, or asked whether an account may be linked. */
type FlowCookie = 'motcua-vneid' | 'motcua-link'

/** Kept from scripts and from other sites' forms, for a quarter of an hour at most. */
export function keepFlow({ cookies, url }: RequestEvent, name: FlowCookie, secret: string): void {
  const secure = isSecure(url)
  cookies.set(cookieName(name, url), secret, {
    path: '/',
    httpOnly: true,
    secure,
    sameSite: 'lax',
    maxAge: 15 * 60,
  })
}

export function readFlow({ cookies, url }: RequestEvent, name: FlowCookie): string | undefined {
  return cookies.get(cookieName(name, url))
}

export function dropFlow({ cookies, url }: RequestEvent, name: FlowCookie): void {
  cookies.delete(cookieName(name, url), { path: '/', httpOnly: true, secure: isSecure(url), sameSite: 'lax' })
}
