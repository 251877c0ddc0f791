import { redirect } from '@sveltejs/kit'
import { localized } from '#lib/paths.ts'

/** A code that was typed goes on to the address of its dossier; an empty one is asked for again. */
export function load({ url, locals }) {
  if (!url.searchParams.has('code')) return { missing: false }
  const code = asPrinted(url.searchParams.get('code') ?? '')
  if (code) redirect(303, localized(locals.locale, `/look-up/${encodeURIComponent(code)}`))
  return { missing: true }
}

/** The code as the receipt prints it: capitals, no spaces, plain hyphens. */
function asPrinted(typed: string): string {
  return typed
    .normalize('NFKC')
    .replaceAll(/\s+/g, '')
    .replaceAll(/[‐‑‒–—−]/g, '-')
    .toUpperCase()
    .slice(0, 60)
}
