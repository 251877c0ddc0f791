import type { CivilDate, Instant } from '@motcua/calendar'
import { grant, refuse, type Decision } from '../decision.ts'
import type { Determination, LegalBasis, LegalClock } from '../determination.ts'
import type { CameBy } from '../exchange/came-by.ts'
import type { Attachment } from './attachment.ts'
import { checkAnswers } from './check-page.ts'
import type { Answers, Form } from './form.ts'
import { missingPapers } from './missing-papers.ts'
import type { Paper } from '../procedure/procedure.ts'
import type { Channel, IntakeMode } from '../words.ts'
import type { Applicant, FiledProcedure } from '../dossier/dossier.ts'
import type { DossierEvent } from '../dossier/events.ts'
import { feeOwed, type FeeTerms } from '../fees/demand-fee.ts'

/** Nộp hồ sơ: what an applicant sends, or an officer enters for one who came to the counter. */
export interface SubmitDossier {
  readonly id: string
  readonly at: Instant
  readonly submissionNo: string
  readonly procedure: FiledProcedure
  readonly agencyId: string
  readonly applicant: Applicant
  readonly mode: IntakeMode
  readonly answers: Answers
  readonly papers: readonly Attachment[]
  readonly handedIn?: readonly string[]
  readonly returnChannel: Channel
  readonly paymentChannel?: Channel
  readonly cameBy?: CameBy
}

/** What the regulation in force and the tenant's declarations say about this submission. */
export interface SubmissionTerms {
  /** Where an applicant files online (TQ25-5.1). Counter and post are always open. */
  readonly filing: { readonly via: 'portal' | 'national-portal'; readonly basis: readonly LegalBasis[] }
  readonly form: Form
  readonly agencyIds: readonly string[]
  readonly papers: readonly Paper[]
  readonly returnChannels: readonly Channel[]
  readonly paymentChannels: readonly Channel[]
  readonly receiptDay?: Determination<CivilDate | null>
  readonly intakeClock: LegalClock
  /** What is owed before acceptance, where the regulation knows such payments. */
  readonly fee?: FeeTerms
  /** Day of the submission, for answers that may not lie in the future. */
  readonly today: CivilDate
}

/** Takes a submission in as a dossier when it is complete in form; whether it is in substance, an officer decides. */
export function submitDossier(command: SubmitDossier, terms: SubmissionTerms): Decision<DossierEvent> {
  const { mode, returnChannel, paymentChannel } = command
  const door = command.cameBy?.nationalPortal ? 'national-portal' : 'portal'
  if (mode === 'online' && terms.filing.via !== door) {
    return refuse({ code: 'not-filed-here', data: { basis: terms.filing.basis } })
  }
  const { answers, errors } = checkAnswers(terms.form, command.answers, terms)
  if (errors.length > 0) return refuse({ code: 'answers-invalid', data: { errors } })
  const papers = missingPapers(terms.papers, { ...command, answers }, terms.today)
  if (papers.length > 0) return refuse({ code: 'papers-missing', data: { papers } })
  if (!terms.returnChannels.includes(returnChannel)) {
    return refuse({
      code: 'channel-not-allowed',
      data: { channel: returnChannel, allowed: terms.returnChannels },
    })
  }
  if (paymentChannel && !terms.paymentChannels.includes(paymentChannel)) {
    return refuse({
      code: 'channel-not-allowed',
      data: { channel: paymentChannel, allowed: terms.paymentChannels },
    })
  }
  const { receiptDay, intakeClock } = terms
  const fee = feeOwed(terms.fee)
  return grant({
    type: 'DossierSubmitted',
    ...command,
    answers,
    ...(receiptDay && { receiptDay }),
    intakeClock,
    ...(fee && { fee: { ...fee, demandedAt: command.at } }),
  })
}
