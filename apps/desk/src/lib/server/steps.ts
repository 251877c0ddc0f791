import { redirect, type RequestEvent } from '@sveltejs/kit'
import type { Outputs } from '@motcua/api/client'
import { pathIn } from '#lib/locale.ts'
import { cookieName, isSecure } from './session-cookie.ts'
import { takeSession } from './take-session.ts'

type Step = Outputs['identity']['signInStaff']

const name = 'motcua-desk-step'

/** What a browser keeps between two steps of a sign-in: the ticket, and the page that was asked for. */
export interface KeptStep {
  readonly ticket: string
  readonly next: string
}

/** Goes on after a step: in, or to what is asked for next. The ticket never stands in an address. */
export async function goOn(event: RequestEvent, step: Step, next: string): Promise<never> {
  if ('session' in step) {
    dropStep(event)
    await takeSession(event, step.session)
    redirect(303, next)
  }
  event.cookies.set(cookieName(name, event.url), `${step.ticket} ${next}`, {
    path: '/',
    httpOnly: true,
    secure: isSecure(event.url),
    sameSite: 'strict',
    maxAge: 600,
  })
  redirect(303, pathIn(event.locals.locale, `/sign-in/${step.next}`))
}

/** Where somebody is on the way in; who is nowhere begins anew. */
export function readStep(event: RequestEvent): KeptStep {
  const [ticket, next = '/'] = (event.cookies.get(cookieName(name, event.url)) ?? '').split(' ', 2)
  if (!ticket) redirect(303, pathIn(event.locals.locale, '/sign-in'))
  return { ticket, next: next.startsWith('/') && !next.startsWith('//') ? next : '/' }
}

export const dropStep = ({ cookies, url }: RequestEvent): void =>
  cookies.delete(cookieName(name, url), {
    path: '/',
    httpOnly: true,
    secure: isSecure(url),
    sameSite: 'strict',
  })
