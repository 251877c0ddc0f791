import type { Instant } from '@motcua/calendar'
import { grant, refuse, type Decision } from '../decision.ts'

/** One dossier of a hand-over record. */
export interface HandoverLine {
  readonly collectionId: string
  readonly collectionNo: string
  readonly applicantName: string
  readonly procedureName: string
  /** Sheets counted: originals and copies together. */
  readonly sheets: number
  readonly submissionNo?: string
}

/**
 * Biên bản giao nhận: what the post puts on the office's table and the office signs for. Where nothing was filed
 * online before, the moment of signing is the moment of filing (QĐ 45/2016/QĐ-TTg, art. 7.4).
 */
export interface Handover {
  readonly id: string
  readonly no: string
  readonly officer: { readonly accountId: string; readonly fullName: string; readonly organisation?: string }
  readonly agencyId: string
  readonly preparedAt: Instant
  readonly lines: readonly HandoverLine[]
  readonly signed?: {
    readonly at: Instant
    readonly accountId: string
    readonly by: string
    /** Collections that did not lie on the table; they stay with the post. */
    readonly missing: readonly string[]
    readonly note?: string
  }
}

/** Puts dossiers of one body on a record. */
export function prepareHandover(handover: Omit<Handover, 'signed'>): Decision<Handover> {
  if (handover.lines.length === 0) return refuse({ code: 'handover-empty' })
  return grant(handover)
}

/** The office counted and signs. Once signed a record stays as it is. */
export function signHandover(
  handover: Handover,
  signed: NonNullable<Handover['signed']>,
): Decision<Handover> {
  if (handover.signed) return refuse({ code: 'handover-already-signed', data: { at: handover.signed.at } })
  const ids = new Set(handover.lines.map(({ collectionId }) => collectionId))
  const missing = signed.missing.filter((id) => ids.has(id))
  if (missing.length === ids.size) return refuse({ code: 'handover-empty' })
  if (missing.length > 0 && !signed.note?.trim()) return refuse({ code: 'reason-missing' })
  return grant({ ...handover, signed: { ...signed, missing } })
}
