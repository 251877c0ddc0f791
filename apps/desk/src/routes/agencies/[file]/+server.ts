import { error } from '@sveltejs/kit'
import { orErrorPage } from '#lib/server/failures.ts'
import type { RequestHandler } from './$types'

/** One of the files in which the bodies of the province are declared. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { files } = await orErrorPage(locals.api.trpc.agencies.export.query())
  const file = files.find(({ name }) => name === params.file)
  if (!file) error(404, 'not-found')
  // With a byte order mark spreadsheets read Vietnamese as it is written.
  return new Response(`\uFEFF${file.text}`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${file.name}"`,
    },
  })
}
