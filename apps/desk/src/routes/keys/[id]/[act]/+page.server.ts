import { error, fail } from '@sveltejs/kit'
import { redirect } from '@sveltejs/kit'
import { pathIn } from '#lib/locale.ts'
import { failureOf, orErrorPage } from '#lib/server/failures.ts'
import { text } from '#lib/server/form-data.ts'
import type { Actions, PageServerLoad } from './$types'

const acts = ['activate', 'rotate', 'revoke'] as const
type Act = (typeof acts)[number]

export const load: PageServerLoad = async ({ locals, params }) => {
  const act = acts.find((one) => one === params.act)
  if (!act) error(404, 'not-found')
  return { act, key: await orErrorPage(locals.api.trpc.keys.get.query({ keyId: params.id })) }
}

export const actions = {
  async default({ request, locals, params }) {
    const posted = await request.formData()
    const typed = { reason: text(posted, 'reason'), overlapDays: text(posted, 'overlapDays') }
    const { keys } = locals.api.trpc
    const keyId = params.id
    try {
      switch (params.act as Act) {
        case 'activate':
          return { issued: await keys.activate.mutate({ keyId }) }
        case 'rotate':
          return {
            issued: await keys.rotate.mutate({ keyId, overlapDays: Number(typed.overlapDays || NaN) }),
          }
        case 'revoke':
          await keys.revoke.mutate({ keyId, reason: typed.reason })
          break
        default:
          error(404, 'not-found')
      }
    } catch (thrown) {
      const failure = failureOf(thrown)
      if (failure.kind === 'invalid') {
        return fail(400, { typed, wrong: failure.fields.map(({ field }) => field), refused: undefined })
      }
      if (failure.kind === 'refused') return fail(409, { typed, wrong: [], refused: failure.refusal.code })
      return orErrorPage(Promise.reject(thrown))
    }
    redirect(303, pathIn(locals.locale, `/keys/${keyId}`))
  },
} satisfies Actions
