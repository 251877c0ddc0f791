import type { Instant } from '@motcua/calendar'
import { nationalStatus, type Dossier, type DossierEvent } from '@motcua/domain'
import { determine } from '../rules/determine.ts'
import type { Tenant } from '../tenants/tenant.ts'

/** What the national portal is told of a dossier after something happened to it. */
export interface StateMessage {
  /** The same for every attempt at one message. */
  readonly id: string
  readonly submissionId?: string
  readonly submissionNo: string
  readonly code?: string
  readonly procedureCode: string
  /** How many things had happened: a later state wins, in whatever order they arrive. */
  readonly sequence: number
  readonly status: number
  readonly at: Instant
  readonly dueAt?: Instant
  readonly note?: string
  readonly items?: readonly { kind: string; ref: string; label: string; reason: string }[]
}

/** Whether the national portal is told of this dossier: it was filed there, or the law has all of them told (TQ25-32.2.2). */
export function isTold(tenant: Tenant, dossier: Dossier, asOf: Instant): boolean {
  if (dossier.cameBy?.nationalPortal) return true
  return determine<string | null>(tenant, 'status.sync', { asOf }).answer !== null
}

/** A dossier as it stood after an event, in the words of the national portal. */
export function stateOf(tenant: Tenant, dossier: Dossier, event: DossierEvent): StateMessage {
  const { cameBy, submissionNo, procedure, version } = dossier
  const code = 'code' in dossier ? dossier.code : undefined
  const dueAt = 'processingClock' in dossier ? dossier.processingClock?.dueAt : undefined
  const request = 'request' in dossier ? dossier.request : undefined
  const note = event.type === 'FeeDemanded' ? `${event.fee.amount} đồng` : noteOf(dossier)
  return {
    id: `${tenant.id}:${dossier.id}:${version}`,
    ...(cameBy?.nationalPortal && { submissionId: cameBy.nationalPortal.id }),
    submissionNo,
    ...(code && { code }),
    procedureCode: procedure.code,
    sequence: version,
    // A demand is told when it is made; afterwards the dossier goes its way, paid or not.
    status: event.type === 'FeeDemanded' ? 6 : nationalStatus(dossier),
    at: event.at,
    ...(dueAt && { dueAt }),
    ...(note && { note }),
    ...(request && {
      items: request.items.map(({ kind, ref, label, reason }) => ({ kind, ref, label, reason })),
    }),
  }
}

function noteOf(dossier: Dossier): string | undefined {
  switch (dossier.phase) {
    case 'completion-requested':
    case 'supplement-requested':
      return dossier.request.note
    case 'refused':
      return `${dossier.refusal.reason} (${dossier.refusal.basis})`
    case 'decided':
    case 'returned':
      return dossier.result.note
    case 'withdrawn':
      return dossier.withdrawal.reason
    case 'closed':
      return dossier.closing.reason
    default:
      return undefined
  }
}
