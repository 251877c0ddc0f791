import type { CivilDate, Instant } from '@motcua/calendar'
import type {
  Bilingual,
  Determination,
  KeyContact,
  KeyLimit,
  KeyOwner,
  KeyScope,
  LegalClock,
  Phase,
} from '@motcua/domain'

/** A key as whoever manages keys sees it in the list. */
export interface KeyLine {
  id: string
  name: string
  ownerName: string
  phase: 'registered' | 'active' | 'revoked'
  scopes: KeyScope[]
  limit?: KeyLimit
  lastDay?: CivilDate
  /** Alerts about it that nobody has seen to. */
  alerts: number
}

/** What the province's law says about keys, each answer with its articles. */
export interface KeyLaw {
  limit: Determination<'per-key' | 'none' | null>
  sharing: Determination<boolean | null>
  manager: Determination<string | null>
  logged: Determination<boolean | null>
  watched: Determination<boolean | null>
}

export interface ApiAlertView {
  id: string
  keyId?: string
  keyName?: string
  kind: string
  raisedAt: Instant
  detail: Record<string, unknown>
}

export interface KeysView {
  keys: KeyLine[]
  alerts: ApiAlertView[]
  law: KeyLaw
}

/** One access in the log of a key. */
export interface ApiCallView {
  id: string
  at: Instant
  method: string
  path: string
  status: number
  outcome: string
  address: string
  durationMs: number
}

/** Everything about one key. */
export interface KeyView extends KeyLine {
  owner: KeyOwner
  contact: KeyContact
  addresses: string[]
  registeredAt: Instant
  registeredBy: string
  activation?: { at: Instant; by: string }
  revocation?: { at: Instant; by: string; reason: string }
  /** What it is presented by; two while one takes the other's place. */
  secrets: { id: string; issuedAt: Instant; endsAt?: Instant; ended: boolean }[]
  /** The last seven days, by day. */
  usage: { day: CivilDate; calls: number; refused: number; missed: number }[]
  calls: ApiCallView[]
  alertList: ApiAlertView[]
  law: KeyLaw
}

/** A new secret, shown this once. */
export interface IssuedSecret {
  keyId: string
  secret: string
  /** Until when the one before it opens as well. */
  previousEndsAt?: Instant
}

/** A dossier as its owner's system reads it. */
export interface OwnedDossierView {
  id: string
  submissionNo: string
  code?: string
  phase: Phase
  procedureCode: string
  procedureName: string
  agencyId: string
  /** The name of the applicant, masked as for whoever looks a dossier up. */
  applicant: string
  submittedAt: Instant
  dueAt: Instant | null
}

export interface OwnedDossiersView {
  dossiers: OwnedDossierView[]
  /** Where the next page begins; absent after the last. */
  next?: string
}

export interface OwnedDossierDetail extends OwnedDossierView {
  acceptedAt?: Instant
  /** The clock that runs or ran, with its reasons. */
  clock: LegalClock
  timeline: { at: Instant; type: string; title: Bilingual }[]
}
