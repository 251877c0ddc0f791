import { fail, redirect, type RequestEvent } from '@sveltejs/kit'
import { localized } from '#lib/paths.ts'
import { ask, attempt } from './failures.ts'
import { signedIn } from './guard.ts'
import { dropSession } from './session-cookie.ts'

/** What the pages show on which an account is rested or given up. */
export async function loadLeaving(event: RequestEvent) {
  signedIn(event)
  return { account: await ask(event, event.locals.api.trpc.holder.account.query()) }
}

/** Rests an account or gives it up, after its holder has read what follows. */
export async function leave(event: RequestEvent, how: 'rest' | 'delete') {
  signedIn(event)
  const password = String((await event.request.formData()).get('password') ?? '')
  const asked = password ? { password } : {}
  const { holder } = event.locals.api.trpc
  const done = await attempt(event, how === 'rest' ? holder.rest.mutate(asked) : holder.delete.mutate(asked))
  if (done.ok) {
    dropSession(event)
    redirect(
      303,
      `${localized(event.locals.locale, '/sign-in')}?why=${how === 'rest' ? 'rested' : 'deleted'}`,
    )
  }
  const { failure } = done
  if (failure.kind === 'too-many') return fail(429, { retryAfterSeconds: failure.retryAfterSeconds })
  return fail(422, {
    refusal: failure.kind === 'refused' ? failure.refusal.code : ('wrong-password' as const),
  })
}
