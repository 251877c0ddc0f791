import { passSlip } from '#lib/server/pass-slip.ts'
import type { RequestHandler } from './$types'

/** The register of a body as a PDF: `/slips/register.pdf?from=…&to=…`. */
export const GET: RequestHandler = (event) => {
  const asked = new URLSearchParams()
  for (const name of ['from', 'to', 'agencyId']) {
    const value = event.url.searchParams.get(name)
    if (value) asked.set(name, value)
  }
  return passSlip(event, `/slips/register.pdf?${asked}`)
}
