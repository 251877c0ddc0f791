import { error, fail, redirect } from '@sveltejs/kit'
import { pathIn } from '#lib/locale.ts'
import { newPassword } from '#lib/new-password.ts'
import { failureOf } from '#lib/server/failures.ts'
import { keepOperatorSession } from '#lib/server/operator-cookie.ts'
import { deskWords } from '#lib/words/index.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params: { token } }) => {
  try {
    return { invitation: await locals.api.trpc.house.invitation.query({ token }) }
  } catch (thrown) {
    const { kind } = failureOf(thrown)
    if (kind === 'too-many') error(429, kind)
    return { invitation: null }
  }
}

export const actions: Actions = {
  async default(event) {
    const { request, locals, params } = event
    const { password, errors } = newPassword(await request.formData(), locals.locale)
    if (errors.length > 0) return fail(400, { errors })
    const { token } = params
    const answer = await locals.api.trpc.house.accept.mutate({ token, password }).catch(failureOf)
    if ('session' in answer) {
      keepOperatorSession(event, answer.session)
      redirect(303, pathIn(locals.locale, '/operator'))
    }
    if (answer.kind === 'too-many') error(429, answer.kind)
    const say = deskWords(locals.locale)
    const text = answer.kind === 'invalid' ? say.invitation.passwordShort : say.operator.invitation.void
    return fail(400, { errors: [{ href: '#password', text }] })
  },
}
