import { dateOf, type Instant } from '@motcua/calendar'
import type { Draft } from '@motcua/db'
import { askedAnswers, askedPages, checkPage, missingPapers, type Dossier } from '@motcua/domain'
import type { TenantProcedure } from '../tenants/tenant.ts'
import type { ProcedureView } from '../views.ts'

/** What is still to do before a draft can be submitted, in the order of the journey: `case`, ids of pages, ids of papers, `return-channel`. */
export function todoOf(
  { content }: Draft,
  { procedure, form, agencies }: TenantProcedure,
  choices: Pick<ProcedureView, 'return'>,
  { now, dossier }: { now: Instant; dossier?: Dossier | undefined },
): string[] {
  const today = dateOf(now)
  const answers = askedAnswers(form, content.answers, today)
  const context = { today, agencyIds: agencies.map(({ id }) => id), answered: answers }
  const pages = askedPages(form, content.answers, today)
    .filter((page) => checkPage(page, content.answers, context).errors.length > 0)
    .map(({ id }) => id)
  if (dossier) {
    const asked = askedPapers(dossier, content.papers)
    const missing = missingPapers(
      procedure.papers,
      { ...content, answers, handedIn: dossier.handedIn ?? [] },
      today,
    )
    return [...pages, ...new Set([...asked, ...missing])]
  }
  const needsReturn = !content.returnChannel && !choices.return.preset
  return [
    ...(content.caseId ? [] : ['case']),
    ...pages,
    ...missingPapers(procedure.papers, { ...content, answers }, today),
    ...(needsReturn ? ['return-channel'] : []),
  ]
}

/** Papers the office asked for, for which no new file was added. */
export function askedPapers(dossier: Dossier, papers: Draft['content']['papers']): string[] {
  if (!('request' in dossier)) return []
  const before = new Set(dossier.papers.map(({ fileId }) => fileId))
  const renewed = new Set(papers.filter(({ fileId }) => !before.has(fileId)).map(({ paperId }) => paperId))
  return dossier.request.items
    .filter(({ kind, ref }) => kind === 'paper' && !renewed.has(ref))
    .map(({ ref }) => ref)
}
