import { error } from '@sveltejs/kit'
import { fileHeaders, isFileType } from '#lib/server/file-headers.ts'
import type { RequestHandler } from './$types'

/** A signed paper of a registration. Each call is logged as a reading. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const [id, file] = [encodeURIComponent(params.id), encodeURIComponent(params.file)]
  const answer = await locals.api.fetch(`/population/${id}/papers/${file}`)
  if (answer.status === 403 || answer.status === 401) error(403, 'forbidden')
  if (!answer.ok || !answer.body) error(answer.status >= 500 ? 502 : 404, 'not found')
  const type = answer.headers.get('content-type') ?? ''
  if (!isFileType(type)) error(502, 'not a paper')
  return new Response(answer.body, {
    headers: fileHeaders(answer.headers, type, url.searchParams.has('download')),
  })
}
