import { auditQuery } from '#lib/server/audit-query.ts'
import { orErrorPage } from '#lib/server/failures.ts'
import type { RequestHandler } from './$types'

/** The trail as a file, `/audit/export?format=csv&…`: written part by part while it is being read. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const format = url.searchParams.get('format') === 'ndjson' ? 'ndjson' : 'csv'
  const asked = { query: auditQuery(url), format } as const
  const read = (after?: Awaited<ReturnType<typeof locals.api.trpc.audit.export.query>>['next']) =>
    locals.api.trpc.audit.export.query({ ...asked, after })
  // The first part is read before anything is sent: a refusal is a page, not a broken file.
  let part = await orErrorPage(read())
  const encoder = new TextEncoder()
  let isSent = false
  const body = new ReadableStream<Uint8Array>({
    async pull(stream) {
      if (isSent && !part.next) return stream.close()
      if (isSent) part = await read(part.next)
      isSent = true
      stream.enqueue(encoder.encode(part.text))
    },
  })
  return new Response(body, {
    headers: {
      'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson; charset=utf-8',
      'content-disposition': `attachment; filename="nhat-ky.${format}"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
