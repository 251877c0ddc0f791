import type { Instant } from '@motcua/calendar'
import { grant, refuse, type Decision } from '../decision.ts'
import type { LegalClock } from '../determination.ts'
import type { Dossier, FiledProcedure } from '../dossier/dossier.ts'
import type { DossierEvent } from '../dossier/events.ts'
import { feeOwed, type FeeTerms } from '../fees/demand-fee.ts'
import { feeStandsBefore } from '../fees/fee.ts'

/** Tiếp nhận hồ sơ: the officer finds the dossier complete and valid. */
export interface AcceptDossier {
  readonly at: Instant
  readonly by: string
  /** The procedure with the case that applies, where the applicant had chosen another. */
  readonly procedure?: FiledProcedure
  /** Settled at once, and no receipt slip was asked for (PT20-10.1d). */
  readonly withoutSlip?: true
}

export interface AcceptanceTerms {
  /** The official code, issued now and never changed (HN19-12.1, PT20-9.2b, AMB-20). */
  readonly code: string
  /** Runs from acceptance (AMB-06) for the length the procedure's case gives. */
  readonly processingClock: LegalClock
  /** What is owed before the result, where nothing was asked for before. */
  readonly fee?: FeeTerms
}

/** Takes a dossier on: it gets its code, and the clock that the receipt slip promises begins to run. */
export function acceptDossier(
  dossier: Dossier,
  command: AcceptDossier,
  { fee: feeTerms, ...terms }: AcceptanceTerms,
): Decision<DossierEvent> {
  if (dossier.phase !== 'submitted')
    return refuse({ code: 'already-decided-at-intake', data: { phase: dossier.phase } })
  if (feeStandsBefore(dossier.fee, 'acceptance'))
    return refuse({ code: 'fee-unpaid', data: { amount: dossier.fee!.amount } })
  const accepted = { type: 'DossierAccepted', ...command, ...terms } as const
  const fee = dossier.fee ? undefined : feeOwed(feeTerms && { ...feeTerms, before: 'result' })
  const { at, by } = command
  return fee ? grant<DossierEvent>(accepted, { type: 'FeeDemanded', at, by, fee }) : grant(accepted)
}
