import type { Instant } from '@motcua/calendar'
import type { LegalBasis } from '../determination.ts'
import type { Attachment } from '../intake/attachment.ts'
import type { Opinion, Silence } from './opinion.ts'
import type { Sharing } from './share.ts'
import type { Visit } from './visit.ts'
import type { Holder, Proposal, SignedResult, StepStart } from './work.ts'
import type { WorkflowInUse } from './workflow.ts'

interface Deed {
  readonly at: Instant
  readonly by: string
}

/** What happens between acceptance and result: the work goes from hand to hand. */
export type ProcessingEvent =
  | {
      readonly type: 'WorkStarted'
      readonly at: Instant
      readonly workflow: Omit<WorkflowInUse, 'procedureCode'>
      readonly next: StepStart
    }
  | ({ readonly type: 'StepAssigned'; readonly holder: Holder; readonly note?: string } & Deed)
  | ({ readonly type: 'StepTaken'; readonly holder: Holder } & Deed)
  | ({
      readonly type: 'StepDone'
      readonly stepId: string
      readonly note?: string
      readonly next: StepStart
    } & Deed)
  | ({
      readonly type: 'ResultSubmitted'
      readonly stepId: string
      readonly next: StepStart
    } & Proposal)
  | ({ readonly type: 'ResultSigned'; readonly stepId: string; readonly next: StepStart } & SignedResult)
  | ({
      readonly type: 'StepSentBack'
      readonly stepId: string
      readonly reason: string
      readonly next: StepStart
    } & Deed)
  | ({
      readonly type: 'StepReassigned'
      readonly stepId: string
      readonly from?: Holder
      readonly holder: Holder
      readonly reason: string
    } & Deed)
  | ({
      readonly type: 'OpinionAsked'
    } & Deed &
      Pick<Opinion, 'id' | 'agencyId' | 'question' | 'dueAt' | 'document'>)
  | ({
      readonly type: 'OpinionGiven'
      readonly id: string
      readonly agrees: boolean
      readonly text: string
      readonly document?: Attachment
      readonly late: boolean
    } & Deed)
  | {
      readonly type: 'OpinionOverdue'
      readonly at: Instant
      readonly id: string
      readonly agencyId: string
      readonly meaning: Silence
      readonly basis: readonly LegalBasis[]
    }
  | ({ readonly type: 'WorkShared' } & Sharing)
  | ({
      readonly type: 'ShareDone'
      readonly id: string
      readonly note: string
      readonly document?: Attachment
      readonly late: boolean
    } & Deed)
  | ({ readonly type: 'VisitPlanned' } & Deed & Pick<Visit, 'id' | 'startsAt' | 'place' | 'purpose'>)
  | ({
      readonly type: 'VisitRecorded'
      readonly id: string
      readonly findings: string
      readonly document?: Attachment
    } & Deed)
  | ({
      readonly type: 'DossierReassigned'
      readonly fromAgencyId: string
      readonly toAgencyId: string
      readonly reason: string
    } & Deed)
