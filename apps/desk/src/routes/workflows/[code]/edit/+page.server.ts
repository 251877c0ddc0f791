import { error, fail, redirect } from '@sveltejs/kit'
import { pathIn } from '#lib/locale.ts'
import { failureOf, orErrorPage } from '#lib/server/failures.ts'
import { text, ticked } from '#lib/server/form-data.ts'
import { readSteps, stepErrors, stepsOf, typedSteps } from '#lib/workflow-form.ts'
import { deskWords } from '#lib/words/index.ts'
import type { Actions, PageServerLoad } from './$types'

/** `?from=2` begins with the steps of that version; a draft is changed, any other makes a new version. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { api } = locals
  const lines = await orErrorPage(api.trpc.processing.workflows.query())
  const line = lines.find(({ procedureCode }) => procedureCode === params.code)
  if (!line) error(404, 'not found')
  const [procedure, agencies] = await Promise.all([
    orErrorPage(api.trpc.catalogue.get.query({ code: params.code })),
    orErrorPage(api.trpc.catalogue.agencies.query()),
  ])
  const from = Number(url.searchParams.get('from')) || line.live[0]?.version
  const before = from
    ? await orErrorPage(api.trpc.processing.workflow.query({ procedureCode: params.code, version: from }))
    : undefined
  const isDraft = before?.stage === 'drafted'
  return {
    procedure,
    agencies,
    first: {
      caseIds: before?.workflow.caseIds ?? [],
      reason: isDraft ? (before.reason ?? '') : '',
      steps: typedSteps(before?.workflow.steps ?? []),
    },
    draft: isDraft ? { version: before.version, revision: before.revision } : undefined,
  }
}

export const actions: Actions = {
  async default({ request, locals, params }) {
    const posted = await request.formData()
    const say = deskWords(locals.locale).workflowEdit
    const steps = readSteps((name) => text(posted, name))
    const typed = { caseIds: ticked(posted, 'caseIds'), reason: text(posted, 'reason'), steps }
    const errors = stepErrors(steps, say)
    if (errors.length > 0) return fail(400, { typed, errors })
    const [version, revision] = [Number(text(posted, 'version')), Number(text(posted, 'revision'))]
    const saved = locals.api.trpc.processing.saveWorkflow.mutate({
      procedureCode: params.code,
      caseIds: typed.caseIds,
      steps: stepsOf(steps),
      ...(typed.reason && { reason: typed.reason }),
      ...(version > 0 && { draft: { version, revision } }),
    })
    const outcome = await saved.catch((thrown: unknown) => {
      if (failureOf(thrown).kind === 'conflict') return undefined
      return orErrorPage(Promise.reject(thrown))
    })
    if (!outcome) return fail(409, { typed, errors: [{ href: '#steps', text: say.changed }] })
    redirect(303, pathIn(locals.locale, `/workflows/${params.code}/${outcome.version}`))
  },
}
