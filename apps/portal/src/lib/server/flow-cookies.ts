import type { RequestEvent } from '@sveltejs/kit'
import { isSecure } from './session-cookie.ts'

/** What a browser keeps while its person is at the identity system, or asked whether an account may be linked. */
type FlowCookie = 'motcua-vneid' | 'motcua-link'

/** Kept from scripts and from other sites' forms, for a quarter of an hour at most. */
export function keepFlow({ cookies, url }: RequestEvent, name: FlowCookie, secret: string): void {
  const secure = isSecure(url)
  cookies.set(name, secret, { path: '/', httpOnly: true, secure, sameSite: 'lax', maxAge: 15 * 60 })
}

export function readFlow({ cookies }: RequestEvent, name: FlowCookie): string | undefined {
  return cookies.get(name)
}

export function dropFlow({ cookies, url }: RequestEvent, name: FlowCookie): void {
  cookies.delete(name, { path: '/', httpOnly: true, secure: isSecure(url), sameSite: 'lax' })
}
