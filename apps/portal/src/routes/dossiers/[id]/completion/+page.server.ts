import { maxFileBytes, type Answers, type CompletionItem, type FieldError } from '@motcua/domain'
import { readAnswers } from '@motcua/ui/date-parts'
import { fail, type RequestEvent } from '@sveltejs/kit'
import type { DraftView } from '#lib/api-types.ts'
import { ask, attempt } from '#lib/server/failures.ts'
import { goOn, signedIn } from '#lib/server/guard.ts'
import { ownDossier } from '#lib/server/own-dossier.ts'
import { keepFiles, readUpload, type UploadFault } from '#lib/server/uploads.ts'

type DossierEvent = RequestEvent<{ id: string }>
type Completion = DraftView & { completes: NonNullable<DraftView['completes']> }

interface Rejected {
  values: Answers
  errors: FieldError[]
  faults: UploadFault[]
  missing: string[]
  noneChosen?: string
  tooMuch?: true
}

export async function load(event) {
  const draft = await openCompletion(event)
  const { papers } = await ownDossier(event)
  // What was filed before stays in the dossier; only what is added now answers the request.
  return { draft, filedBefore: papers.map(({ fileId }) => fileId), maxFileBytes }
}

export const actions = {
  /** Keeps files and answers, and hands them in once every item is there. */
  send: async (event) => {
    const before = await openCompletion(event)
    const posted = await readUpload(event.request)
    if (!posted) return rejected({ tooMuch: true }, 413)
    const { faults } = await keepFiles(event, before.id, posted)
    const { values, errors } = await keepAnswers(event, before, posted)
    const { todo } = await openCompletion(event)
    const missing = before.completes.items
      .filter(({ kind, ref }) => kind === 'paper' && todo.includes(ref))
      .map(({ ref }) => ref)
      .filter((ref) => !faults.some(({ paperId }) => paperId === ref))
    if (faults.length > 0 || errors.length > 0 || missing.length > 0) {
      return rejected({ values, errors, faults, missing })
    }
    await ask(event, event.locals.api.trpc.completion.supply.mutate({ dossierId: event.params.id }))
    goOn(event, `/dossiers/${event.params.id}?done=completed`)
  },

  /** "Upload" beside one item. */
  attach: async (event) => {
    const { id } = await openCompletion(event)
    const posted = await readUpload(event.request)
    if (!posted) return rejected({ tooMuch: true }, 413)
    const { kept, faults } = await keepFiles(event, id, posted)
    if (faults.length > 0) return rejected({ faults })
    const paperId = String(posted.get('paperId') ?? '')
    if (kept === 0) return rejected({ noneChosen: paperId })
    goOn(event, `/dossiers/${event.params.id}/completion#paper-${paperId}-row`)
  },

  /** "Remove" beside one file. */
  remove: async (event) => {
    const draft = await openCompletion(event)
    const posted = await readUpload(event.request)
    if (!posted) return rejected({ tooMuch: true }, 413)
    const { faults } = await keepFiles(event, draft.id, posted)
    const given = draft.papers.find(({ fileId }) => fileId === posted.get('remove'))
    if (given) {
      const { paperId, fileId } = given
      await ask(event, event.locals.api.trpc.drafts.detach.mutate({ id: draft.id, paperId, fileId }))
    }
    if (faults.length > 0) return rejected({ faults })
    goOn(event, `/dossiers/${event.params.id}/completion`)
  },
}

function rejected(what: Partial<Rejected>, status = 400) {
  return fail<Rejected>(status, { values: {}, errors: [], faults: [], missing: [], ...what })
}

/** The draft that answers the office's request; a dossier of which nothing is asked shows itself instead. */
async function openCompletion(event: DossierEvent): Promise<Completion> {
  signedIn(event)
  const { locals, params } = event
  const opened = await attempt(event, locals.api.trpc.drafts.openCompletion.mutate({ dossierId: params.id }))
  if (!opened.ok || !opened.answer.completes) goOn(event, `/dossiers/${params.id}`)
  return { ...opened.answer, completes: opened.answer.completes }
}

/** Keeps the answers the office asked to mend; the other answers of their pages stay as they were. */
async function keepAnswers(event: DossierEvent, draft: Completion, posted: FormData) {
  const values: Answers = {}
  const errors: FieldError[] = []
  for (const page of draft.form.pages) {
    const asked = page.fields.filter(({ id }) => isAsked(draft.completes.items, id))
    if (asked.length === 0) continue
    const given = readAnswers(posted, asked)
    Object.assign(values, given)
    const before = Object.fromEntries(page.fields.map(({ id }) => [id, draft.answers[id] ?? '']))
    const saved = await ask(
      event,
      event.locals.api.trpc.drafts.savePage.mutate({
        id: draft.id,
        pageId: page.id,
        answers: { ...before, ...given },
      }),
    )
    if ('errors' in saved) errors.push(...saved.errors)
  }
  return { values, errors }
}

function isAsked(items: readonly CompletionItem[], fieldId: string): boolean {
  return items.some(({ kind, ref }) => kind === 'field' && ref === fieldId)
}
