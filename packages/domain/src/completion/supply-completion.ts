import type { CivilDate, Instant } from '@motcua/calendar'
import { grant, refuse, type Decision } from '../decision.ts'
import type { Determination, LegalClock } from '../determination.ts'
import type { Attachment } from '../intake/attachment.ts'
import { checkAnswers } from '../intake/check-page.ts'
import type { Answers, Form } from '../intake/form.ts'
import { missingPapers } from '../intake/missing-papers.ts'
import type { Paper } from '../procedure/procedure.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { DossierEvent } from '../dossier/events.ts'

/** Nộp bổ sung: the answers and papers as they are now, whole, not only what changed. */
export interface SupplyCompletion {
  readonly at: Instant
  readonly answers: Answers
  readonly papers: readonly Attachment[]
  readonly handedIn?: readonly string[]
}

/** The rules of the day on which it is supplied: a new attempt has a clock of its own. */
export interface CompletionTerms {
  readonly form: Form
  readonly agencyIds: readonly string[]
  readonly papers: readonly Paper[]
  readonly receiptDay?: Determination<CivilDate | null>
  readonly intakeClock: LegalClock
  readonly today: CivilDate
}

/** Takes in what was asked for. It counts as a new submission with a fresh intake clock (AMB-08). */
export function supplyCompletion(
  dossier: Dossier,
  command: SupplyCompletion,
  terms: CompletionTerms,
): Decision<DossierEvent> {
  if (dossier.phase !== 'completion-requested') return refuse({ code: 'completion-not-requested' })
  const { answers, errors } = checkAnswers(terms.form, command.answers, terms)
  if (errors.length > 0) return refuse({ code: 'answers-invalid', data: { errors } })
  const given = { papers: command.papers, handedIn: command.handedIn ?? dossier.handedIn ?? [] }
  const asked = new Set(dossier.request.items.filter((item) => item.kind === 'paper').map((item) => item.ref))
  const wanted = terms.papers.map((paper) => ({ ...paper, required: paper.required || asked.has(paper.id) }))
  const papers = missingPapers(wanted, given)
  if (papers.length > 0) return refuse({ code: 'papers-missing', data: { papers } })
  const { receiptDay, intakeClock } = terms
  return grant({
    type: 'CompletionSupplied',
    at: command.at,
    answers,
    papers: given.papers,
    ...(given.handedIn.length > 0 && { handedIn: given.handedIn }),
    ...(receiptDay && { receiptDay }),
    intakeClock,
  })
}
