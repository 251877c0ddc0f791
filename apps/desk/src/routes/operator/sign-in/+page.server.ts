import { fail, redirect } from '@sveltejs/kit'
import { pathIn, plainPath } from '#lib/locale.ts'
import { failureOf } from '#lib/server/failures.ts'
import { text } from '#lib/server/form-data.ts'
import { keepOperatorSession } from '#lib/server/operator-cookie.ts'
import { deskWords } from '#lib/words/index.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals, url }) => {
  if (locals.operator) redirect(303, pathIn(locals.locale, '/operator'))
  return { signedOut: url.searchParams.has('signed-out') }
}

export const actions: Actions = {
  async default(event) {
    const { locals, request, url } = event
    const posted = await request.formData()
    const username = text(posted, 'username')
    const password = String(posted.get('password') ?? '')
    const say = deskWords(locals.locale)
    const errors = [
      ...(username ? [] : [{ href: '#username', text: say.signIn.usernameMissing }]),
      ...(password ? [] : [{ href: '#password', text: say.signIn.passwordMissing }]),
    ]
    if (errors.length > 0) return fail(400, { username, errors, waitMinutes: 0 })
    const answer = await locals.api.trpc.house.signIn.mutate({ username, password }).catch(failureOf)
    if ('session' in answer) {
      keepOperatorSession(event, answer.session)
      redirect(303, nextPage(url, pathIn(locals.locale, '/operator')))
    }
    if (answer.kind === 'too-many')
      return fail(429, { username, errors, waitMinutes: Math.ceil(answer.retryAfterSeconds / 60) })
    const wrong = [{ href: '#username', text: say.operator.signIn.wrong }]
    return fail(400, { username, errors: wrong, waitMinutes: 0 })
  },
}

/** Where to go after signing in: a page of operators and nowhere else. */
function nextPage(url: URL, otherwise: string): string {
  const next = new URL(url.searchParams.get('next') ?? otherwise, url)
  const inside = next.origin === url.origin && /^\/operator(?:\/|$)/.test(plainPath(next.pathname))
  return inside && !plainPath(next.pathname).startsWith('/operator/sign-') ? next.pathname : otherwise
}
