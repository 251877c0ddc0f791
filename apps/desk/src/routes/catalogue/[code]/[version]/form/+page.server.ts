import { fail, redirect } from '@sveltejs/kit'
import { flatOf } from '#lib/catalogue/flat.ts'
import { pathIn } from '#lib/locale.ts'
import { getDraft, saved } from '#lib/server/catalogue.ts'
import { deskWords } from '#lib/words/index.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({ draft: await getDraft(locals, params) })

export const actions: Actions = {
  /** Puts the pages in the order that was typed. */
  async order({ request, locals, params }) {
    const draft = await getDraft(locals, params)
    const flat = flatOf(await request.formData())
    const place = (id: string) => Number((flat[`order-${id}`] ?? '').replace(',', '.')) || 1000
    const pages = draft.content.form.pages.toSorted((a, b) => place(a.id) - place(b.id))
    const read = { code: params.code, version: draft.version, revision: Number(flat['revision']) || 1 }
    if (!(await saved(locals.api.trpc.catalogue.saveForm.mutate({ ...read, pages }))))
      return fail(409, { errors: [{ href: '#pages', text: deskWords(locals.locale).catalogue.moved }] })
    redirect(303, pathIn(locals.locale, `/catalogue/${params.code}/${params.version}/form`))
  },
}
