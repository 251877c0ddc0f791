import { error, type RequestEvent } from '@sveltejs/kit'
import { toSignIn } from './failures.ts'

/** Hands a file of the API on to the person, as it is; one that is not theirs does not exist. */
export async function passOn(event: RequestEvent, path: string): Promise<Response> {
  const { locals } = event
  const answer = await locals.api.fetch(path).catch((thrown: unknown) => {
    console.error(`[${locals.requestId}] ${path} could not be fetched`, thrown)
    error(503, 'unavailable', { requestId: locals.requestId })
  })
  if (answer.status === 401) toSignIn(event, 'expired')
  if (!answer.ok) error(answer.status >= 500 ? 500 : 404, 'not found')
  const headers = new Headers({
    'cache-control': 'private, no-store',
    // What somebody uploaded is shown as what it was told to be, and runs nothing.
    'content-security-policy': "default-src 'none'; sandbox",
  })
  for (const name of ['content-type', 'content-disposition', 'content-length', 'etag']) {
    const value = answer.headers.get(name)
    if (value) headers.set(name, value)
  }
  return new Response(answer.body, { headers })
}
