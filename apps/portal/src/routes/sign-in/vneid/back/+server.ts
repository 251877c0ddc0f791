import { redirect } from '@sveltejs/kit'
import { localeOf, localized, safeNext } from '#lib/paths.ts'
import { attempt } from '#lib/server/failures.ts'
import { dropFlow, keepFlow, readFlow } from '#lib/server/flow-cookies.ts'
import { takeSession } from '#lib/server/take-session.ts'

/** Takes back who was at the national electronic identity: signed in, or asked first whether an account may be linked. */
export async function GET(event) {
  const { locals, url } = event
  const [flow = '', resume] = (readFlow(event, 'motcua-vneid') ?? '').split('.')
  dropFlow(event, 'motcua-vneid')
  const back = url.pathname + url.search
  const finished = await attempt(
    event,
    locals.api.trpc.identity.finishNationalSignIn.mutate({ flow, back, ...(resume && { resume: true }) }),
  )
  if (!finished.ok) {
    const why = finished.failure.kind === 'refused' ? finished.failure.refusal.code : 'identity-not-proven'
    redirect(303, `/sign-in?${new URLSearchParams({ why })}`)
  }
  const { answer } = finished
  const next = safeNext(answer.next ?? null, '/dossiers')
  if ('consent' in answer) {
    keepFlow(event, 'motcua-link', answer.consent)
    redirect(303, localized(localeOf(next), '/sign-in/link'))
  }
  await takeSession(event, answer.session)
  redirect(303, next)
}
