import { fail } from '@sveltejs/kit'
import { orErrorPage } from '#lib/server/failures.ts'
import { text, ticked } from '#lib/server/form-data.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const { id } = params
  return { ...(await orErrorPage(locals.api.trpc.incidents.duringOutage.mutate({ id }))) }
}

function read(posted: FormData) {
  const [reason, chosen] = [text(posted, 'reason'), ticked(posted, 'dossierId')]
  return { reason, chosen, wrong: { reason: reason === '', dossiers: chosen.length === 0 } }
}
const isWrong = (wrong: Record<string, boolean>) => Object.values(wrong).includes(true)

export const actions = {
  async check({ request }) {
    const typed = read(await request.formData())
    return isWrong(typed.wrong) ? fail(400, typed) : { ...typed, step: 'check' }
  },
  async edit({ request }) {
    const { reason, chosen } = read(await request.formData())
    return { reason, chosen }
  },
  async send({ request, locals, params }) {
    const typed = read(await request.formData())
    if (isWrong(typed.wrong)) return fail(400, typed)
    const excuse = { id: params.id, dossierIds: typed.chosen, reason: typed.reason }
    return await orErrorPage(locals.api.trpc.incidents.excuse.mutate(excuse))
  },
} satisfies Actions
