import { error } from '@sveltejs/kit'

/** When the apology of a public address was issued, `…?at=2026-03-09T09:00:00+07:00`; anything else is not found. */
export function issuedAt({ searchParams }: URL): string {
  const at = searchParams.get('at') ?? ''
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00$/.test(at)) error(404, 'not found')
  return at
}
