import { fail } from '@sveltejs/kit'
import { failureOf, orErrorPage } from '#lib/server/failures.ts'
import { text, ticked } from '#lib/server/form-data.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const before = url.searchParams.get('before')
  const asked = { keyId: params.id, ...(before !== null && { before }) }
  return { key: await orErrorPage(locals.api.trpc.keys.get.query(asked)) }
}

export const actions = {
  async terms({ request, locals, params }) {
    const posted = await request.formData()
    const typed = {
      scopes: ticked(posted, 'scopes'),
      calls: text(posted, 'calls'),
      seconds: text(posted, 'seconds'),
      addresses: text(posted, 'addresses'),
      lastDay: text(posted, 'lastDay'),
    }
    const addresses = typed.addresses.split(/\s+/).filter(Boolean)
    try {
      await locals.api.trpc.keys.setTerms.mutate({
        keyId: params.id,
        scopes: typed.scopes as never,
        calls: Number(typed.calls),
        seconds: Number(typed.seconds),
        addresses,
        ...(typed.lastDay !== '' && { lastDay: typed.lastDay }),
      })
    } catch (thrown) {
      const failure = failureOf(thrown)
      if (failure.kind !== 'invalid') return orErrorPage(Promise.reject(thrown))
      return fail(400, { typed, wrong: failure.fields.map(({ field }) => field.split('.')[0]!) })
    }
    return { saved: true as const }
  },
} satisfies Actions
