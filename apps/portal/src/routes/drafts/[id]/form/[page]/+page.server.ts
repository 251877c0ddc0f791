import type { Answers, FieldError, FormPage } from '@motcua/domain'
import { readAnswers } from '@motcua/ui/date-parts'
import { error, fail } from '@sveltejs/kit'
import type { CitizenSession, DraftView } from '#lib/api-types.ts'
import { afterStep, openDraft } from '#lib/server/draft.ts'
import { ask } from '#lib/server/failures.ts'
import { signedIn } from '#lib/server/guard.ts'

export async function load(event) {
  const citizen = signedIn(event)
  const { draft } = await event.parent()
  const page = pageOf(draft, event.params.page)
  return { page, ...startingValues(page, draft, citizen) }
}

export const actions = {
  default: async (event) => {
    const { locals, params, request } = event
    const page = pageOf(await openDraft(event), params.page)
    const answers = readAnswers(await request.formData(), page.fields)
    const saved = await ask(
      event,
      locals.api.trpc.drafts.savePage.mutate({ id: params.id, pageId: page.id, answers }),
    )
    if ('errors' in saved)
      return fail<{ values: Answers; errors: FieldError[] }>(400, { values: answers, errors: saved.errors })
    return afterStep(event, saved.draft, page.id)
  },
}

function pageOf({ form }: DraftView, id: string): FormPage {
  return form.pages.find((page) => page.id === id) ?? error(404, 'not found')
}

/** What stands in the boxes at first: what was answered, else what the account knows (and which came from there). */
function startingValues(page: FormPage, draft: DraftView, citizen: CitizenSession) {
  const values: Answers = {}
  const prefilled: string[] = []
  const answered = page.fields.some(({ id }) => draft.answers[id])
  for (const { id, kind, prefill } of page.fields) {
    const known = kind === 'agency' ? draft.agencyId : undefined
    const ofAccount = prefill && !answered ? citizen[prefill] : undefined
    values[id] = draft.answers[id] ?? known ?? ofAccount ?? ''
    if (!draft.answers[id] && ofAccount) prefilled.push(id)
  }
  return { values, prefilled }
}
