import { redirect, type RequestEvent } from '@sveltejs/kit'
import type { CitizenSession } from '#lib/api-types.ts'
import { localized } from '#lib/paths.ts'
import { toSignIn } from './failures.ts'

/** The person who signed in; anybody else is sent to sign in and comes back. */
export function signedIn(event: RequestEvent): CitizenSession {
  return event.locals.citizen ?? toSignIn(event, event.locals.expired && 'expired')
}

/** Goes on to another page of the portal in the same language (POST/redirect/GET). */
export function goOn({ locals }: RequestEvent, path: string): never {
  redirect(303, localized(locals.locale, path))
}
