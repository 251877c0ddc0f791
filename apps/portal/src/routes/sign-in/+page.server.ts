import { fail, redirect } from '@sveltejs/kit'
import { localized, safeNext } from '#lib/paths.ts'
import { attempt } from '#lib/server/failures.ts'
import { signInReason } from '#lib/sign-in-reasons.ts'
import { takeSession } from '#lib/server/take-session.ts'

/** What somebody is told who comes here from elsewhere. */
const whys = ['expired', 'signed-out', 'recovered', 'rested', 'deleted'] as const

export function load({ url, locals }) {
  const next = safeNext(url.searchParams.get('next'), localized(locals.locale, '/dossiers'))
  if (locals.citizen) redirect(303, next)
  const why = url.searchParams.get('why')
  return {
    next: url.searchParams.has('next') ? next : undefined,
    why: whys.find((known) => known === why),
    failed: signInReason(why),
  }
}

export const actions = {
  default: async (event) => {
    const { locals, request, url } = event
    const posted = await request.formData()
    const login = String(posted.get('login') ?? '').trim()
    const password = String(posted.get('password') ?? '')
    const resume = posted.has('resume')
    if (!login || !password) return fail(400, { login, missing: { login: !login, password: !password } })

    const signedIn = await attempt(
      event,
      locals.api.trpc.identity.signIn.mutate({ login, password, ...(resume && { resume }) }),
    )
    if (signedIn.ok) {
      await takeSession(event, signedIn.answer.session)
      redirect(303, safeNext(url.searchParams.get('next'), localized(locals.locale, '/dossiers')))
    }
    const { failure } = signedIn
    if (failure.kind === 'refused' && failure.refusal.code !== 'wrong-login')
      return fail(422, { login, refusal: failure.refusal.code })
    if (failure.kind === 'too-many') return fail(429, { login, retryAfterSeconds: failure.retryAfterSeconds })
    return fail(400, { login, wrong: true })
  },
}
