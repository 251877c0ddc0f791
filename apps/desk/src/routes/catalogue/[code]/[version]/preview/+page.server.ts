import { askedAnswers, askedPages, checkAnswers, missingPapers, type FieldError } from '@motcua/domain'
import { readAnswers } from '@motcua/ui/date-parts'
import { error } from '@sveltejs/kit'
import { endOfDays } from '#lib/counter-form.ts'
import { orErrorPage } from '#lib/server/failures.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => prepare(locals, params)

export const actions: Actions = {
  /** Tries answers against the draft's form. Nothing is kept. */
  async default({ request, locals, params }) {
    const { content } = await prepare(locals, params)
    const { form, procedure } = content
    const typed = readAnswers(
      await request.formData(),
      form.pages.flatMap(({ fields }) => fields),
    )
    const { answers, errors } = checkAnswers(form, typed, { today: endOfDays, agencyIds: content.agencies })
    const asked = askedPages(form, typed, endOfDays)
    const said = { papers: [], answers: askedAnswers(form, typed, endOfDays) }
    return {
      typed,
      answers,
      errors: errors as FieldError[],
      skipped: form.pages.length - asked.length,
      papers: missingPapers(procedure.papers, said, endOfDays),
    }
  },
}

async function prepare(locals: App.Locals, params: { code: string; version: string }) {
  const version = Number(params.version)
  if (!Number.isInteger(version) || version < 1) error(404, 'not found')
  const [{ code, content }, agencies] = await Promise.all([
    orErrorPage(locals.api.trpc.catalogue.version.query({ code: params.code, version })),
    orErrorPage(locals.api.trpc.catalogue.agencies.query()),
  ])
  const bodies = agencies.filter(({ id }) => content.agencies.includes(id))
  return { code, version, content, bodies }
}
