import type { CivilDate, Instant } from '@motcua/calendar'
import type { Bilingual, LegalBasis } from '@motcua/domain'

/** What of the service an incident may concern, and what the worker probes. */
export const incidentParts = [
  'portal',
  'filing',
  'lookup',
  'payment',
  'messages',
  'exchange',
  'desk',
] as const
export type IncidentPart = (typeof incidentParts)[number]

export interface IncidentView {
  id: string
  kind: 'outage' | 'maintenance'
  /** `planned` before it begins, `ongoing` while it lasts, `over` after. */
  stage: 'planned' | 'ongoing' | 'over'
  title: Bilingual
  affects: IncidentPart[]
  startsAt: Instant
  expectedAt?: Instant
  endedAt?: Instant
  updates: { at: Instant; body: Bilingual; expectedAt?: Instant }[]
}

/** What stands across the top of every page while something does not work, or is about to. */
export interface IncidentBanner {
  id: string
  kind: 'outage' | 'maintenance'
  stage: 'planned' | 'ongoing'
  title: Bilingual
  startsAt: Instant
  expectedAt?: Instant
  /** How work goes on meanwhile, by the law. */
  fallback?: string
}

/** How the service is, as anybody may see it. */
export interface StatusView {
  at: Instant
  /** Parts as the last probes saw them, with each of the last days. */
  parts: StatusPart[]
  ongoing: IncidentView[]
  planned: IncidentView[]
  past: IncidentView[]
  /** How work goes on during an outage, by the law. */
  fallback?: { how: string; basis: LegalBasis[] }
  /** Platform's own aim, as a share of probes; no law sets a figure (AMB-34). */
  targetShare: number
}

export interface StatusPart {
  component: string
  /** `unknown` where nobody has probed for ten minutes. */
  state: 'up' | 'down' | 'unknown'
  since?: Instant
  probedAt?: Instant
  durationMs?: number
  /** Share of the probes of the last 30 days that were answered; undefined without any. */
  share?: number
  days: { day: CivilDate; probes: number; failures: number }[]
}
