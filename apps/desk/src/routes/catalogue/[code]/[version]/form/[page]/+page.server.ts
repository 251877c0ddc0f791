import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit'
import type { FormPage } from '@motcua/domain'
import { flatOf, freeId } from '#lib/catalogue/flat.ts'
import { flatPage, pageIn } from '#lib/catalogue/page-form.ts'
import { pathIn } from '#lib/locale.ts'
import { getDraft, saved } from '#lib/server/catalogue.ts'
import { deskWords } from '#lib/words/index.ts'
import type { Actions, PageServerLoad } from './$types'

const newPage = 'new-page'

export const load: PageServerLoad = async ({ locals, params }) => {
  const draft = await getDraft(locals, params)
  const { pages } = draft.content.form
  const page = pageOf(pages, params.page)
  const at = pages.findIndex(({ id }) => id === page.id)
  const before = at < 0 ? pages : pages.slice(0, at)
  return {
    draft,
    flat: flatPage(page),
    /** What this page may depend on, and its own questions besides. */
    before: before.flatMap(({ fields }) => fields),
    own: page.fields,
    isNew: at < 0,
  }
}

export const actions: Actions = {
  async save(event) {
    const { request, locals, params } = event
    const draft = await getDraft(locals, params)
    const { pages } = draft.content.form
    const flat = flatOf(await request.formData())
    const all = pages.flatMap(({ fields }) => fields)
    const before = pageOf(pages, params.page)
    const { page, errors } = pageIn(flat, before, all, deskWords(locals.locale).formEdit)
    if (errors.length > 0) return fail(400, { flat, errors })
    const id = before.id === newPage ? freeId(page.title.vi, new Set(pages.map((one) => one.id))) : before.id
    const said = { ...page, id }
    const changed =
      before.id === newPage ? [...pages, said] : pages.map((one) => (one.id === id ? said : one))
    return keep(event, { version: draft.version, pages: changed, flat })
  },

  async remove(event) {
    const { request, locals, params } = event
    const draft = await getDraft(locals, params)
    const flat = flatOf(await request.formData())
    const pages = draft.content.form.pages.filter(({ id }) => id !== params.page)
    if (pages.length === 0)
      return fail(400, {
        flat,
        errors: [{ href: '#titleVi', text: deskWords(locals.locale).formEdit.lastPage }],
      })
    return keep(event, { version: draft.version, pages, flat })
  },
}

async function keep(
  { locals, params }: RequestEvent<{ code: string; version: string; page: string }>,
  { version, pages, flat }: { version: number; pages: FormPage[]; flat: Record<string, string> },
) {
  const read = { code: params.code, version, revision: Number(flat['revision']) || 1 }
  if (!(await saved(locals.api.trpc.catalogue.saveForm.mutate({ ...read, pages }))))
    return fail(409, { flat, errors: [{ href: '#titleVi', text: deskWords(locals.locale).catalogue.moved }] })
  redirect(303, pathIn(locals.locale, `/catalogue/${params.code}/${params.version}/form`))
}

function pageOf(pages: readonly FormPage[], id: string): FormPage {
  if (id === newPage) return { id: newPage, title: { vi: '', en: '' }, fields: [] }
  return pages.find((page) => page.id === id) ?? error(404, 'not found')
}
