import type { ClocksEvent } from '../clocks/events.ts'
import type { CompletionEvent } from '../completion/events.ts'
import type { EndingEvent } from '../ending/events.ts'
import type { FeesEvent } from '../fees/events.ts'
import type { IntakeEvent } from '../intake/events.ts'
import type { LatenessEvent } from '../lateness/events.ts'
import type { PostalEvent } from '../postal/events.ts'
import type { ProcessingEvent } from '../processing/events.ts'
import type { ReturningEvent } from '../returning/events.ts'

/** What happened to a dossier, in the past tense, kept for ever. Each room of the office has its own. */
export type DossierEvent =
  | IntakeEvent
  | CompletionEvent
  | ProcessingEvent
  | ClocksEvent
  | LatenessEvent
  | EndingEvent
  | FeesEvent
  | ReturningEvent
  | PostalEvent

export type DossierEventType = DossierEvent['type']

/** The event of one type. */
export type EventOf<Type extends DossierEventType> = Extract<DossierEvent, { type: Type }>
