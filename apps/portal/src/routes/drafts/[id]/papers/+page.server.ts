import { maxFileBytes, type Paper } from '@motcua/domain'
import { fail } from '@sveltejs/kit'
import { afterStep, openDraft } from '#lib/server/draft.ts'
import { ask } from '#lib/server/failures.ts'
import { goOn } from '#lib/server/guard.ts'
import { keepFiles, readUpload, type UploadFault } from '#lib/server/uploads.ts'
import type { PageServerLoad } from './$types'

/** What is shown again: files that were not taken, papers that are missing, a button pressed without a file. */
interface Rejected {
  faults: UploadFault[]
  missing: string[]
  noneChosen?: string
  tooMuch?: true
}

export const load: PageServerLoad = async (event) => {
  const offers = await ask(event, event.locals.api.trpc.papers.offer.query({ draftId: event.params.id }))
  return { maxFileBytes, offers }
}

export const actions = {
  /** "Continue": keeps what was chosen; every required paper must be there. */
  continue: async (event) => {
    await openDraft(event)
    const posted = await readUpload(event.request)
    if (!posted) return tooMuch()
    const { faults } = await keepFiles(event, event.params.id, posted)
    const draft = await openDraft(event)
    const missing = uploadsOf(draft.procedure.papers)
      .map(({ id }) => id)
      .filter((id) => draft.todo.includes(id) && !faults.some(({ paperId }) => paperId === id))
    if (faults.length > 0 || missing.length > 0) return fail<Rejected>(400, { faults, missing })
    return afterStep(event, draft, 'papers')
  },

  /** "Upload" beside one paper. */
  attach: async (event) => {
    await openDraft(event)
    const posted = await readUpload(event.request)
    if (!posted) return tooMuch()
    const { kept, faults } = await keepFiles(event, event.params.id, posted)
    const paperId = String(posted.get('paperId') ?? '')
    if (faults.length > 0) return fail<Rejected>(400, { faults, missing: [] })
    if (kept === 0) return fail<Rejected>(400, { faults, missing: [], noneChosen: paperId })
    return backTo(event, paperId)
  },

  /** "Use this paper" beside one of a person's own papers. */
  use: async (event) => {
    const draft = await openDraft(event)
    const posted = await readUpload(event.request)
    if (!posted) return tooMuch()
    const { faults } = await keepFiles(event, event.params.id, posted)
    const [paperId = '', keptId = ''] = String(posted.get('use') ?? '').split('|')
    await ask(event, event.locals.api.trpc.papers.use.mutate({ draftId: draft.id, paperId, keptId }))
    if (faults.length > 0) return fail<Rejected>(400, { faults, missing: [] })
    return backTo(event, paperId)
  },

  /** "Remove" beside one file. */
  remove: async (event) => {
    const draft = await openDraft(event)
    const posted = await readUpload(event.request)
    if (!posted) return tooMuch()
    const { faults } = await keepFiles(event, event.params.id, posted)
    const given = draft.papers.find(({ fileId }) => fileId === posted.get('remove'))
    if (given) {
      const { paperId, fileId } = given
      await ask(event, event.locals.api.trpc.drafts.detach.mutate({ id: draft.id, paperId, fileId }))
    }
    if (faults.length > 0) return fail<Rejected>(400, { faults, missing: [] })
    return backTo(event, given?.paperId ?? '')
  },
}

function uploadsOf(papers: readonly Paper[]): Paper[] {
  return papers.filter(({ presentedOnly }) => !presentedOnly)
}

function tooMuch() {
  return fail<Rejected>(413, { faults: [], missing: [], tooMuch: true })
}

/** Shows the page again at the paper that was worked on. */
function backTo(event: Parameters<typeof afterStep>[0], paperId: string): never {
  goOn(
    event,
    `/drafts/${event.params.id}/papers${event.url.searchParams.get('from') === 'check' ? '?from=check' : ''}#paper-${paperId}-row`,
  )
}
