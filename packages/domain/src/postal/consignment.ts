import type { Instant } from '@motcua/calendar'
import { grant, refuse, type Decision } from '../decision.ts'

export const consignedThings = ['result', 'slip', 'originals'] as const
export type Consigned = (typeof consignedThings)[number]

/** One try to hand a consignment to the person it is for. */
export interface DeliveryAttempt {
  readonly at: Instant
  readonly outcome: 'delivered' | 'failed'
  /** Who took it, or why nobody did. */
  readonly note: string
  /** Photograph of the signed delivery sheet. */
  readonly proofFileId?: string
}

/** Bưu gửi: something of a dossier on its way to the applicant, by number. */
export interface Consignment {
  readonly id: string
  /** Number the post tracks it by. */
  readonly no: string
  readonly dossierId: string
  readonly dossierNo: string
  readonly what: Consigned
  readonly agencyId: string
  readonly officer: { readonly accountId: string; readonly fullName: string; readonly organisation?: string }
  readonly to: { readonly fullName: string; readonly address?: string; readonly phone?: string }
  readonly takenAt: Instant
  readonly attempts: readonly DeliveryAttempt[]
  readonly phase: 'on-the-way' | 'delivered' | 'returned'
}

/** Records a try. A delivery names who took it; what was delivered or sent back is over. */
export function attemptDelivery(consignment: Consignment, attempt: DeliveryAttempt): Decision<Consignment> {
  if (consignment.phase !== 'on-the-way')
    return refuse({ code: 'consignment-over', data: { phase: consignment.phase } })
  if (!attempt.note.trim()) return refuse({ code: 'reason-missing' })
  return grant({
    ...consignment,
    attempts: [...consignment.attempts, attempt],
    phase: attempt.outcome === 'delivered' ? 'delivered' : 'on-the-way',
  })
}

/** Brings back to the office what could not be delivered, after at least one try. */
export function returnConsignment(consignment: Consignment): Decision<Consignment> {
  if (consignment.phase !== 'on-the-way')
    return refuse({ code: 'consignment-over', data: { phase: consignment.phase } })
  if (consignment.attempts.length === 0) return refuse({ code: 'delivery-not-tried' })
  return grant({ ...consignment, phase: 'returned' })
}
