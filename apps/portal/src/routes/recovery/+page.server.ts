import { fail } from '@sveltejs/kit'
import { attempt } from '#lib/server/failures.ts'

export const actions = {
  /** Sends a link; the answer is the same whether there is such an account or not. */
  default: async (event) => {
    const { locals, request } = event
    const login = String((await request.formData()).get('login') ?? '').trim()
    if (!login) return fail(400, { login, missing: true })
    const asked = await attempt(event, locals.api.trpc.holder.askRecovery.mutate({ login }))
    if (asked.ok) return { sent: true, login: '' }
    const { failure } = asked
    if (failure.kind === 'too-many') return fail(429, { login, retryAfterSeconds: failure.retryAfterSeconds })
    return fail(400, { login, missing: true })
  },
}
