import { redirect } from '@sveltejs/kit'
import { localized, safeNext } from '#lib/paths.ts'
import { attempt } from '#lib/server/failures.ts'
import { keepFlow } from '#lib/server/flow-cookies.ts'

/** Leads to the national electronic identity. */
export async function GET(event) {
  const { locals, url } = event
  const next = safeNext(url.searchParams.get('next'), localized(locals.locale, '/dossiers'))
  const begun = await attempt(event, locals.api.trpc.identity.beginNationalSignIn.mutate({ next }))
  if (begun.ok) {
    // Whether an account that rests is taken up again is asked here and answered on the way back.
    const resume = url.searchParams.has('resume') ? '.resume' : ''
    keepFlow(event, 'motcua-vneid', begun.answer.flow + resume)
    const { url: away } = begun.answer
    redirect(303, away, { external: [new URL(away).origin] })
  }
  const why = begun.failure.kind === 'refused' ? begun.failure.refusal.code : 'identity-unavailable'
  redirect(303, `${localized(locals.locale, '/sign-in')}?${new URLSearchParams({ why, next })}`)
}
