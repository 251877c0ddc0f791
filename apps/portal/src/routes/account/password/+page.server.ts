import { fail } from '@sveltejs/kit'
import { shortestPassword } from '#lib/account-fields.ts'
import { ask, attempt } from '#lib/server/failures.ts'
import { goOn, signedIn } from '#lib/server/guard.ts'

export async function load(event) {
  signedIn(event)
  const account = await ask(event, event.locals.api.trpc.holder.account.query())
  return { hasPassword: account.hasPassword, shortestPassword }
}

export const actions = {
  default: async (event) => {
    signedIn(event)
    const posted = await event.request.formData()
    const old = String(posted.get('old') ?? '')
    const newPassword = String(posted.get('password') ?? '')
    if (newPassword.length < shortestPassword) return fail(400, { short: true })
    const changed = await attempt(
      event,
      event.locals.api.trpc.holder.changePassword.mutate({ newPassword, ...(old && { password: old }) }),
    )
    if (changed.ok) goOn(event, '/account?saved')
    const { failure } = changed
    if (failure.kind === 'too-many') return fail(429, { retryAfterSeconds: failure.retryAfterSeconds })
    return failure.kind === 'refused'
      ? fail(422, { refusal: failure.refusal.code })
      : fail(400, { short: true })
  },
}
