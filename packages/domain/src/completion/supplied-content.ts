import type { CivilDate } from '@motcua/calendar'
import { refuse, type Refusal } from '../decision.ts'
import type { CompletionItem } from '../dossier/dossier.ts'
import { checkAnswers } from '../intake/check-page.ts'
import type { Form } from '../intake/form.ts'
import { missingPapers } from '../intake/missing-papers.ts'
import type { Paper } from '../procedure/procedure.ts'
import type { Content } from './changes.ts'

/** What a dossier's content is held against. */
export interface ContentTerms {
  readonly form: Form
  readonly agencyIds: readonly string[]
  readonly papers: readonly Paper[]
  readonly today: CivilDate
}

type Checked =
  | { readonly ok: true; readonly content: Content }
  | { readonly ok: false; readonly refusal: { readonly granted: false; readonly refusal: Refusal } }

/** The content as it will be kept, or what is wrong with it. What was asked for is required, whatever it was before. */
export function checkContent(
  content: Content,
  terms: ContentTerms,
  asked: readonly CompletionItem[] = [],
): Checked {
  const { answers, errors } = checkAnswers(terms.form, content.answers, terms)
  if (errors.length > 0) return { ok: false, refusal: refuse({ code: 'answers-invalid', data: { errors } }) }
  const askedPapers = new Set(asked.filter(({ kind }) => kind === 'paper').map(({ ref }) => ref))
  const wanted = terms.papers
    .map((p) => ({ ...p, required: p.required || askedPapers.has(p.id) }))
    // What the office asked for is due whatever the form says of it.
    .map(({ when, ...p }) => (when && !askedPapers.has(p.id) ? { ...p, when } : p))
  const papers = missingPapers(wanted, { ...content, answers }, terms.today)
  if (papers.length > 0) return { ok: false, refusal: refuse({ code: 'papers-missing', data: { papers } }) }
  const { handedIn = [] } = content
  return {
    ok: true,
    content: { answers, papers: content.papers, ...(handedIn.length > 0 && { handedIn }) },
  }
}
