import { error, type RequestEvent } from '@sveltejs/kit'
import { fileHeaders } from './file-headers.ts'

/** Hands a slip of the API on as a PDF, to be read in place or, asked for with `?download`, saved. */
export async function passSlip({ locals, url }: RequestEvent, path: string): Promise<Response> {
  const answer = await locals.api.fetch(path)
  if (answer.status === 403 || answer.status === 401) error(403, 'forbidden')
  if (!answer.ok || !answer.body) error(answer.status >= 500 ? 502 : 404, 'not found')
  const headers = fileHeaders(answer.headers, 'application/pdf', url.searchParams.has('download'))
  return new Response(answer.body, { headers })
}
