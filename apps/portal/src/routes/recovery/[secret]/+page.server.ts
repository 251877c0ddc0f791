import { fail, redirect } from '@sveltejs/kit'
import { shortestPassword } from '#lib/account-fields.ts'
import { localized } from '#lib/paths.ts'
import { ask, attempt } from '#lib/server/failures.ts'
import { dropSession } from '#lib/server/session-cookie.ts'

export async function load(event) {
  const { locals, params } = event
  const { good } = await ask(event, locals.api.trpc.holder.checkRecovery.query({ secret: params.secret }))
  return { good, shortestPassword }
}

export const actions = {
  default: async (event) => {
    const { locals, params, request } = event
    const password = String((await request.formData()).get('password') ?? '')
    if (password.length < shortestPassword) return fail(400, { short: true })
    const done = await attempt(
      event,
      locals.api.trpc.holder.finishRecovery.mutate({ secret: params.secret, password }),
    )
    if (done.ok) {
      dropSession(event)
      redirect(303, `${localized(locals.locale, '/sign-in')}?why=recovered`)
    }
    const { failure } = done
    if (failure.kind === 'too-many') return fail(429, { retryAfterSeconds: failure.retryAfterSeconds })
    if (failure.kind === 'refused') return fail(422, { refusal: failure.refusal.code })
    return fail(400, { short: true })
  },
}
