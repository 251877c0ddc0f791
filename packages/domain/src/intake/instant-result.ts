import { grant, refuse, type Decision } from '../decision.ts'
import type { Determination } from '../determination.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { DossierEvent } from '../dossier/events.ts'
import { evolve } from '../dossier/evolve.ts'
import { recordResult, type RecordResult, type ResultTerms } from '../returning/record-result.ts'
import { acceptDossier, type AcceptDossier, type AcceptanceTerms } from './accept-dossier.ts'

/** Trả kết quả ngay: taken in and settled while the applicant waits. */
export type GiveInstantResult = AcceptDossier &
  RecordResult & {
    /** Whether the applicant asks for a receipt slip. */
    readonly slipAsked: boolean
  }

export type InstantReceipt = 'on-demand' | 'always' | 'never'

export interface InstantTerms extends AcceptanceTerms, ResultTerms {
  /** Whether a receipt slip is made of a dossier settled at once; null where the law is silent. */
  readonly receipt: Determination<InstantReceipt | null>
}

/** Whether a dossier may be settled while its applicant waits: at the counter, of a case whose limit is the day itself. */
export function isInstant({ mode, procedure }: Pick<Dossier, 'mode' | 'procedure'>): boolean {
  return mode === 'counter' && procedure.limit.n === 0
}

/**
 * Settles a dossier at once. It gets its code, its clock and its result like any other, so that the figures stay
 * whole; a receipt slip only as the law has it (PT20-10.1d, AMB-22).
 */
export function giveInstantResult(
  dossier: Dossier,
  command: GiveInstantResult,
  terms: InstantTerms,
): Decision<DossierEvent> {
  const { at, by, procedure = dossier.procedure, outcome, note, document, slipAsked } = command
  if (!isInstant({ mode: dossier.mode, procedure }))
    return refuse({ code: 'not-instant', data: { mode: dossier.mode, limit: procedure.limit } })
  const { code, processingClock, timeliness, timelinessBasis, receipt } = terms
  const taken = acceptDossier(
    dossier,
    {
      at,
      by,
      ...(command.procedure && { procedure }),
      ...(!slipIsMade(receipt.answer, slipAsked) && { withoutSlip: true }),
    },
    { code, processingClock },
  )
  if (!taken.granted) return taken
  const result = recordResult(
    taken.events.reduce<Dossier>(evolve, dossier),
    { at, by, outcome, ...(note && { note }), ...(document && { document }) },
    { timeliness, timelinessBasis },
  )
  return result.granted ? grant(...taken.events, ...result.events) : result
}

/** Where the law is silent the slip is made, as of every other dossier. */
function slipIsMade(receipt: InstantReceipt | null, asked: boolean): boolean {
  return receipt === 'on-demand' ? asked : receipt !== 'never'
}
