import { fail, redirect } from '@sveltejs/kit'
import { pathIn } from '#lib/locale.ts'
import { failureOf, orErrorPage } from '#lib/server/failures.ts'
import { text } from '#lib/server/form-data.ts'
import { deskWords } from '#lib/words/index.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  procedure: await orErrorPage(locals.api.trpc.catalogue.versions.query({ code: params.code })),
})

export const actions: Actions = {
  async default({ request, locals, params }) {
    const posted = await request.formData()
    const [reason, ends] = [text(posted, 'reason'), text(posted, 'ends') === 'yes']
    const drafted = locals.api.trpc.catalogue.draft.mutate({
      code: params.code,
      ends,
      ...(reason && { reason }),
    })
    const draft = await drafted.catch((thrown: unknown) => {
      if (failureOf(thrown).kind === 'conflict') return undefined
      return orErrorPage(Promise.reject(thrown))
    })
    if (!draft) {
      const errors = [{ href: '#reason', text: deskWords(locals.locale).catalogue.moved }]
      return fail(409, { reason, errors })
    }
    redirect(303, pathIn(locals.locale, `/catalogue/${params.code}/${draft.version}`))
  },
}
