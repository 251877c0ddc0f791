import type { Instant } from '@motcua/calendar'
import type { Holder, Work } from './work.ts'

/** What happens between acceptance and result: the work goes from hand to hand. */
export type ProcessingEvent =
  | { readonly type: 'WorkStarted'; readonly at: Instant; readonly work: Omit<Work, 'since' | 'holder'> }
  | { readonly type: 'StepAssigned'; readonly at: Instant; readonly by: string; readonly holder: Holder }
  | {
      readonly type: 'StepDone'
      readonly at: Instant
      readonly by: string
      readonly stepId: string
      readonly nextStepId: string
      readonly note?: string
    }
  | {
      readonly type: 'StepSentBack'
      readonly at: Instant
      readonly by: string
      readonly stepId: string
      readonly toStepId: string
      readonly reason: string
    }
  | {
      readonly type: 'DossierReassigned'
      readonly at: Instant
      readonly by: string
      readonly fromAgencyId: string
      readonly toAgencyId: string
      readonly reason: string
    }
