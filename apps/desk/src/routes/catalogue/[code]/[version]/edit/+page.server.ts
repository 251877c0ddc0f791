import { fail, redirect } from '@sveltejs/kit'
import { flatOf } from '#lib/catalogue/flat.ts'
import { flatProcedure, procedureIn } from '#lib/catalogue/procedure-form.ts'
import { pathIn } from '#lib/locale.ts'
import { getDraft, saved } from '#lib/server/catalogue.ts'
import { orErrorPage } from '#lib/server/failures.ts'
import { deskWords } from '#lib/words/index.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const draft = await getDraft(locals, params)
  const agencies = await orErrorPage(locals.api.trpc.catalogue.agencies.query())
  return {
    draft,
    bodies: agencies.filter(({ hasOneStopSection }) => hasOneStopSection),
    flat: { ...flatProcedure(draft.content), reason: draft.reason ?? '' },
  }
}

export const actions: Actions = {
  async default({ request, locals, params }) {
    const draft = await getDraft(locals, params)
    const flat = flatOf(await request.formData())
    const say = deskWords(locals.locale)
    const { content, errors } = procedureIn(flat, draft.content, say.catalogueEdit)
    if (errors.length > 0) return fail(400, { flat, errors })
    const { reason } = flat
    const isSaved = await saved(
      locals.api.trpc.catalogue.save.mutate({
        code: params.code,
        version: draft.version,
        revision: Number(flat['revision']) || 1,
        content,
        ...(reason && { reason }),
      }),
    )
    if (!isSaved) return fail(409, { flat, errors: [{ href: '#name', text: say.catalogue.moved }] })
    redirect(303, pathIn(locals.locale, `/catalogue/${params.code}/${params.version}?done=1`))
  },
}
