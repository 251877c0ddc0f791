import { error } from '@sveltejs/kit'
import { fileHeaders } from '#lib/server/file-headers.ts'
import type { RequestHandler } from './$types'

/** The receipt slip as a PDF: `/slips/receipt/<dossierId>.pdf`. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  if (!/^[0-9a-f-]{36}\.pdf$/.test(params.file)) error(404, 'not found')
  const answer = await locals.api.fetch(`/slips/receipt/${params.file}`)
  if (answer.status === 403 || answer.status === 401) error(403, 'forbidden')
  if (!answer.ok || !answer.body) error(answer.status >= 500 ? 502 : 404, 'not found')
  const headers = fileHeaders(answer.headers, 'application/pdf', url.searchParams.has('download'))
  return new Response(answer.body, { headers })
}
