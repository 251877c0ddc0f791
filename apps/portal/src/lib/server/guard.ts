import { error, redirect, type RequestEvent } from '@sveltejs/kit'
import type { CitizenSession } from '#lib/api-types.ts'
import { localized } from '#lib/paths.ts'
import { toSignIn } from './failures.ts'

/** The person who signed in; anybody else is sent to sign in and comes back. */
export function signedIn(event: RequestEvent): CitizenSession {
  const { citizen, expired, outage, requestId } = event.locals
  if (citizen) return citizen
  if (outage) error(503, 'unavailable', { requestId })
  return toSignIn(event, expired && 'expired')
}

/** Goes on to another page of the portal in the same language (POST/redirect/GET). */
export function goOn({ locals }: RequestEvent, path: string): never {
  redirect(303, localized(locals.locale, path))
}
