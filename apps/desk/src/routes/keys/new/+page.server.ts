import { fail } from '@sveltejs/kit'
import { redirect } from '@sveltejs/kit'
import { pathIn } from '#lib/locale.ts'
import { failureOf, orErrorPage } from '#lib/server/failures.ts'
import { text, ticked } from '#lib/server/form-data.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => ({
  agencies: await orErrorPage(locals.api.trpc.catalogue.agencies.query()),
})

export const actions = {
  async default({ request, locals }) {
    const posted = await request.formData()
    const typed = {
      name: text(posted, 'name'),
      agencyId: text(posted, 'agencyId'),
      login: text(posted, 'login'),
      contactName: text(posted, 'contactName'),
      contactEmail: text(posted, 'contactEmail'),
      scopes: ticked(posted, 'scopes'),
    }
    const { agencyId, login, ...rest } = typed
    if (agencyId === '' && login === '') return fail(400, { typed, wrong: ['agencyId'], unknown: false })
    const owner =
      agencyId === '' ? { kind: 'applicant' as const, login } : { kind: 'agency' as const, agencyId }
    let keyId: string
    try {
      keyId = (await locals.api.trpc.keys.register.mutate({ ...rest, owner, scopes: rest.scopes as never }))
        .keyId
    } catch (thrown) {
      const failure = failureOf(thrown)
      if (failure.kind === 'invalid') {
        const wrong = failure.fields.map(({ field }) => field.split('.')[0]!)
        return fail(400, { typed, wrong, unknown: false })
      }
      if (failure.kind === 'not-found') return fail(400, { typed, wrong: ['login'], unknown: true })
      return orErrorPage(Promise.reject(thrown))
    }
    redirect(303, pathIn(locals.locale, `/keys/${keyId}`))
  },
} satisfies Actions
