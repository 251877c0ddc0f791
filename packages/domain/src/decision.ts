import type { AccessRefusal } from './account/access-refusals.ts'
import type { IdentityRefusal } from './account/identity-refusals.ts'
import type { ProcessingRefusal } from './processing/refusals.ts'
import type { AccountRefusal } from './staff-accounts/refusals.ts'

/** Why the rules say no: a state of affairs, with what the person needs to know. The wording belongs to the tenant. */
export type RefusalCode =
  | 'already-decided-at-intake'
  | 'completion-not-requested'
  | 'dossier-not-accepted'
  | 'clock-paused'
  | 'clock-not-paused'
  | 'clock-run-out'
  | 'document-missing'
  | 'nothing-promised'
  | 'apology-too-late'
  | 'extension-not-regulated'
  | 'extensions-exhausted'
  | 'extension-too-late'
  | 'extension-not-later'
  | 'extension-too-long'
  | 'date-moved-by-one-stop'
  | 'result-already-recorded'
  | 'result-not-recorded'
  | 'result-already-sealed'
  | 'result-already-handed-over'
  | 'result-not-sealed'
  | 'no-document-to-seal'
  | 'no-document-to-return'
  | 'no-sealing-certificate'
  | 'document-cannot-be-sealed'
  | 'originals-already-compared'
  | 'originals-not-compared'
  | 'originals-differ'
  | 'original-not-accepted'
  | 'dossier-not-checked'
  | 'early-return-not-announced'
  | 'recipient-not-identified'
  | 'consignment-number-missing'
  | 'no-address-for-channel'
  | 'channel-change-unexplained'
  | 'items-missing'
  | 'completion-limit-reached'
  | 'supplement-too-late'
  | 'clock-already-paused'
  | 'dossier-not-in-processing'
  | 'amendment-not-allowed'
  | 'nothing-changed'
  | 'not-received-there'
  | 'stop-not-allowed'
  | 'closing-not-regulated'
  | 'window-still-open'
  | 'not-instant'
  | 'reason-missing'
  | 'papers-missing'
  | 'answers-invalid'
  | 'channel-not-allowed'
  | 'not-filed-here'
  | 'postal-not-offered'
  | 'postal-place-not-allowed'
  | 'receipt-option-not-single'
  | 'receipt-option-unreachable'
  | 'mandate-missing'
  | 'collection-moved-on'
  | 'handover-empty'
  | 'handover-one-body'
  | 'file-before-transport'
  | 'filed-by-handover'
  | 'handover-already-signed'
  | 'consignment-over'
  | 'not-by-post'
  | 'nothing-to-deliver'
  | 'delivery-not-tried'
  | 'file-not-accepted'
  | 'draft-already-submitted'
  | 'registration-not-offered'
  | 'login-taken'
  | 'wrong-login'
  | 'procedure-out-of-turn'
  | 'procedure-unsound'
  | 'consultation-missing'
  | 'list-unreadable'
  | 'invitation-void'
  | 'operator-there-already'
  | 'not-from-this-standing'
  | 'waiting-time-not-over'
  | 'tenant-is-a-twin'
  | 'tenant-is-no-twin'
  | 'workflow-out-of-turn'
  | 'workflow-unsound'
  | 'fee-unpaid'
  | 'fee-unknown'
  | 'fee-already-paid'
  | 'nothing-owed'
  | 'dossier-over'
  | 'payment-not-here'
  | 'payment-closed'
  | 'gateway-missing'
  | 'refund-not-due'
  | 'refund-already-requested'
  | 'refund-not-requested'
  | 'refund-already-paid'
  | 'second-person-needed'
  | 'basis-missing'
  | 'statement-unreadable'
  | 'amount-differs'
  | 'money-counted'
  | 'key-without-limit'
  | 'key-not-active'
  | 'key-already-active'
  | 'key-revoked'
  | ProcessingRefusal
  | AccessRefusal
  | AccountRefusal
  | IdentityRefusal

export interface Refusal {
  readonly code: RefusalCode
  readonly data?: Readonly<Record<string, unknown>>
}

/** What follows from a command: events that happened, or the reason why nothing did. */
export type Decision<Event> =
  | { readonly granted: true; readonly events: readonly Event[] }
  | { readonly granted: false; readonly refusal: Refusal }

/** The command is allowed: these events follow. */
export function grant<Event>(...events: readonly Event[]): Decision<Event> {
  return { granted: true, events }
}

/** The same decision, with what follows of itself from the deed. */
export function followedBy<Event>(decision: Decision<Event>, ...events: readonly Event[]): Decision<Event> {
  return decision.granted ? grant(...decision.events, ...events) : decision
}

/** The rules say no. */
export function refuse(refusal: Refusal): { readonly granted: false; readonly refusal: Refusal } {
  return { granted: false, refusal }
}
