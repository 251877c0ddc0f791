import { dateOf } from '@motcua/calendar'
import { saveDraft } from '@motcua/db'
import { Answers, askedAnswers, checkPage, NotFound, type FormPage } from '@motcua/domain'
import { z } from 'zod'
import { procedureOf } from '../catalogue/procedure-view.ts'
import { operation } from '../operation.ts'
import type { SavedPage } from '../views.ts'
import { draftView } from './draft-view.ts'
import { getOpenDraft } from './own-draft.ts'

/** Keeps the answers of one page, or says what is wrong with them; files and other pages stay as they are. */
export const savePage = operation({
  name: 'drafts.savePage',
  may: 'draft:own',
  input: z.object({ id: z.uuid(), pageId: z.string(), answers: Answers }),

  async run(room, { id, pageId, answers: input }): Promise<SavedPage> {
    const { tx, tenant, now } = room
    const draft = await getOpenDraft(room, id)
    const { form, agencies } = procedureOf(tenant, draft.procedureCode)
    const page = form.pages.find((one) => one.id === pageId)
    if (!page) throw new NotFound('page')
    const { answers, errors } = checkPage(page, input, {
      today: dateOf(now),
      answered: askedAnswers(form, draft.content.answers, dateOf(now)),
      agencyIds: agencies.map((agency) => agency.id),
    })
    if (errors.length > 0) return { errors: [...errors] }
    const agencyId = agencyIn(page, answers)
    const content = {
      ...draft.content,
      answers: { ...withoutPage(draft.content.answers, page), ...answers },
      ...(agencyId && { agencyId }),
    }
    return { draft: await draftView(room, await saveDraft(tx, draft, content, now)) }
  },
})

/** An optional answer that was emptied is gone. */
function withoutPage(answers: Answers, page: FormPage): Answers {
  const asked = new Set(page.fields.map((field) => field.id))
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !asked.has(id)))
}

/** A page that asks for a body of the administration chooses who receives the dossier. */
function agencyIn(page: FormPage, answers: Answers): string | undefined {
  const field = page.fields.find(({ kind }) => kind === 'agency')
  return field && answers[field.id]
}
