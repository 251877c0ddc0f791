import { fail, redirect } from '@sveltejs/kit'
import { localized, safeNext } from '#lib/paths.ts'
import { attempt, type Failure } from '#lib/server/failures.ts'
import { dropFlow, readFlow } from '#lib/server/flow-cookies.ts'
import { takeSession } from '#lib/server/take-session.ts'

export async function load(event) {
  const { locals } = event
  const consent = readFlow(event, 'motcua-link') ?? ''
  const link = await attempt(event, locals.api.trpc.identity.link.query({ consent }))
  if (link.ok) return { link: link.answer }
  return redirect(303, `${localized(locals.locale, '/sign-in')}?why=${reasonOf(link.failure)}`)
}

export const actions = {
  agree: async (event) => {
    const { locals, request } = event
    const password = String((await request.formData()).get('password') ?? '')
    const consent = readFlow(event, 'motcua-link') ?? ''
    const linked = await attempt(
      event,
      locals.api.trpc.identity.linkAccount.mutate({ consent, ...(password && { password }) }),
    )
    if (linked.ok) {
      dropFlow(event, 'motcua-link')
      await takeSession(event, linked.answer.session)
      redirect(303, safeNext(linked.answer.next ?? null, localized(locals.locale, '/dossiers')))
    }
    const { failure } = linked
    if (failure.kind === 'too-many')
      return fail(429, { retryAfterSeconds: failure.retryAfterSeconds, refusal: undefined })
    const reason = reasonOf(failure)
    if (reason === 'sign-in-expired')
      redirect(303, `${localized(locals.locale, '/sign-in')}?why=sign-in-expired`)
    return fail(422, { refusal: reason, retryAfterSeconds: undefined })
  },
  refuse: (event) => {
    dropFlow(event, 'motcua-link')
    redirect(303, localized(event.locals.locale, '/sign-in'))
  },
}

function reasonOf(failure: Failure) {
  return failure.kind === 'refused' ? failure.refusal.code : 'sign-in-expired'
}
