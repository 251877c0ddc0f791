import type { Instant } from '@motcua/calendar'
import { grant, refuse, type Decision } from '../decision.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { DossierEvent } from '../dossier/events.ts'
import type { Attachment } from '../intake/attachment.ts'
import { workAt } from './at-work.ts'

/** Kiểm tra thực địa: when and where the office looks for itself, and what it found. */
export interface Visit {
  readonly id: string
  readonly plannedAt: Instant
  readonly plannedBy: string
  readonly startsAt: Instant
  readonly place: string
  readonly purpose: string
  readonly report?: {
    readonly at: Instant
    readonly by: string
    readonly findings: string
    readonly document?: Attachment
  }
}

export interface PlanVisit {
  readonly at: Instant
  readonly by: string
  readonly accountId: string
  readonly id: string
  readonly startsAt: Instant
  readonly place: string
  readonly purpose: string
}

/** Sets a date and place for a visit. Another date for a visit that did not take place replaces the first. */
export function planVisit(dossier: Dossier, { accountId, ...visit }: PlanVisit): Decision<DossierEvent> {
  const at = workAt(dossier, accountId)
  if ('code' in at) return refuse(at)
  if (visit.startsAt <= visit.at) return refuse({ code: 'due-already-past' })
  if (at.promisedAt !== null && visit.startsAt > at.promisedAt)
    return refuse({ code: 'later-than-promised', data: { promisedAt: at.promisedAt } })
  return grant({ type: 'VisitPlanned', ...visit })
}

export interface RecordVisit {
  readonly at: Instant
  readonly by: string
  readonly accountId: string
  readonly findings: string
  readonly document?: Attachment
}

/** Writes down what a visit found, once it took place. */
export function recordVisit(dossier: Dossier, { accountId, ...report }: RecordVisit): Decision<DossierEvent> {
  const at = workAt(dossier, accountId)
  if ('code' in at) return refuse(at)
  const visit = openVisit(at.work.visits)
  if (!visit) return refuse({ code: 'visit-not-planned' })
  if (report.at < visit.startsAt) return refuse({ code: 'visit-not-yet', data: { startsAt: visit.startsAt } })
  return grant({ type: 'VisitRecorded', id: visit.id, ...report })
}

/** The visit that was planned and has no report yet. */
export function openVisit(visits: readonly Visit[] | undefined): Visit | undefined {
  return visits?.find(({ report }) => !report)
}
