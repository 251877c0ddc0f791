import type { Answers, FormPage, Paper, StaffDossierView } from '@motcua/api/client'

/** What a request for completion named, as it is taken at the counter: papers to tick and questions to answer anew. */
export function supplyForm(dossier: StaffDossierView): { papers: Paper[]; page: FormPage | undefined } {
  const items = dossier.request?.items ?? []
  const asks = (kind: 'paper' | 'field', ref: string) =>
    items.some((item) => item.kind === kind && item.ref === ref)
  const papers = dossier.checklist.map(({ paper }) => paper).filter(({ id }) => asks('paper', id))
  const fields = dossier.form.pages
    .flatMap((page) => page.fields)
    .filter(({ id }) => asks('field', id))
    // What the office asked for is asked, whatever it depends on in the form.
    .map(({ when: _, ...field }) => ({ ...field, optional: true }))
  const page = fields.length > 0 ? { id: 'supply', title: { vi: '', en: '' }, fields } : undefined
  return { papers, page }
}

/** Answers that differ from those of the dossier. */
export function changedAnswers(before: Answers, now: Answers): Answers {
  return Object.fromEntries(
    Object.entries(now).filter(([id, answer]) => answer !== '' && answer !== before[id]),
  )
}
