import { fail } from '@sveltejs/kit'
import { failureOf, orErrorPage } from '#lib/server/failures.ts'
import { files, text } from '#lib/server/form-data.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => {
  const exported = await orErrorPage(locals.api.trpc.agencies.export.query())
  return { files: exported.files.map(({ name }) => name) }
}

const names = ['agencies.csv', 'receiving-points.csv', 'successors.csv'] as const

/** The file that was chosen, or the text that was pasted or mended. */
async function broughtIn(posted: FormData) {
  const kind = names.find((name) => name === text(posted, 'kind')) ?? names[0]
  const [file] = files(posted, 'file')
  if (!file) {
    const pasted = posted.get('text')
    return { kind, content: typeof pasted === 'string' ? pasted : '' }
  }
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true })
    return { kind, content: decoder.decode(await file.arrayBuffer()) }
  } catch {
    return { kind, content: '', notUtf8: true }
  }
}

export const actions = {
  async preview({ request, locals }) {
    const brought = await broughtIn(await request.formData())
    if (brought.content.trim() === '') return fail(400, { ...brought, empty: true })
    const texts = { [brought.kind]: brought.content }
    const plan = await orErrorPage(locals.api.trpc.agencies.preview.mutate({ texts }))
    return plan.problems.length > 0 ? fail(400, { ...brought, plan }) : { ...brought, plan }
  },

  async apply({ request, locals }) {
    const posted = await request.formData()
    const brought = await broughtIn(posted)
    const why = text(posted, 'why')
    const texts = { [brought.kind]: brought.content }
    const again = () => orErrorPage(locals.api.trpc.agencies.preview.mutate({ texts }))
    if (why === '') return fail(400, { ...brought, plan: await again(), noReason: true })
    try {
      const edition = Number(text(posted, 'edition'))
      const done = await locals.api.trpc.agencies.import.mutate({ texts, edition, why })
      if (done.problems.length > 0) return fail(400, { ...brought, plan: { ...done, received: [], edition } })
      return { applied: done.changes.length }
    } catch (thrown) {
      if (failureOf(thrown).kind !== 'conflict') return orErrorPage(Promise.reject(thrown)) as never
      return fail(409, { ...brought, plan: await again(), stale: true, why })
    }
  },
} satisfies Actions
