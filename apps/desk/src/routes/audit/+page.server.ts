import { auditQuery, readCursor, writeCursor } from '#lib/server/audit-query.ts'
import { failureOf, orErrorPage } from '#lib/server/failures.ts'
import { deeds } from '@motcua/api/client'
import { error } from '@sveltejs/kit'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const query = auditQuery(url)
  const after = readCursor(url.searchParams.get('after'))
  const asked = { query, deeds: deedChoices(locals.locale) }
  try {
    const page = await locals.api.trpc.audit.search.query({ query, after })
    return { ...asked, page, next: page.next && withCursor(url, writeCursor(page.next)), wrong: [] }
  } catch (thrown) {
    const failure = failureOf(thrown)
    if (failure.kind !== 'invalid') error(failure.kind === 'forbidden' ? 403 : 404, failure.kind)
    return {
      ...asked,
      page: undefined,
      next: undefined,
      wrong: failure.fields.map(({ field }) => field),
    }
  }
}

export const actions = {
  /** Recomputes the whole trail. */
  async verify({ locals }) {
    return { report: await orErrorPage(locals.api.trpc.audit.verify.mutate({})) }
  },
} satisfies Actions

function withCursor({ pathname, searchParams }: URL, after: string): string {
  const asked = new URLSearchParams(searchParams)
  asked.set('after', after)
  return `${pathname}?${asked}`
}

function deedChoices(locale: 'vi' | 'en'): { value: string; label: string }[] {
  return Object.entries(deeds)
    .map(([value, says]) => ({ value, label: says[locale] }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale))
}
