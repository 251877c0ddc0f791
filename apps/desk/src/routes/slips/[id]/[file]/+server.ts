import { error } from '@sveltejs/kit'
import { passSlip } from '#lib/server/pass-slip.ts'
import type { RequestHandler } from './$types'

/** A slip as a PDF: `/slips/<dossierId>/<slip>.pdf`. */
export const GET: RequestHandler = (event) => {
  const { id, file } = event.params
  if (!/^[0-9a-f-]{36}$/.test(id) || !/^[a-z-]+(-\d+)?\.pdf$/.test(file)) error(404, 'not found')
  return passSlip(event, `/slips/${id}/${file}`)
}
