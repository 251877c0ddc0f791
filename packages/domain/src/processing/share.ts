import type { Instant } from '@motcua/calendar'
import { grant, refuse, type Decision } from '../decision.ts'
import type { LegalBasis } from '../determination.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { DossierEvent } from '../dossier/events.ts'
import type { Attachment } from '../intake/attachment.ts'
import { workOf } from './at-work.ts'

/** One after the other, or all at once (PT20-11.1a, PT20-11.1b). */
export type SharingMode = 'sequential' | 'parallel'

/** The part of the work one body has in an inter-agency dossier: what, and its share of the time. */
export interface Share {
  readonly id: string
  readonly agencyId: string
  readonly task: string
  /** Working hours it has. */
  readonly hours: number
  readonly dueAt: Instant
  readonly done?: {
    readonly at: Instant
    readonly by: string
    readonly note: string
    readonly document?: Attachment
    readonly late: boolean
  }
}

/** Phiếu chuyển xử lý: an inter-agency dossier on its way through the bodies. */
export interface Sharing {
  readonly at: Instant
  readonly by: string
  readonly mode: SharingMode
  /** Cơ quan chủ trì: gathers the parts and answers for the whole. */
  readonly leadAgencyId: string
  readonly shares: readonly Share[]
  /** Who a part is sent to when it is done, as the regulation lists them. */
  readonly receivers: readonly string[]
  /** One-stop section of the higher body, which supervises where levels are crossed (PT20-11.2a). */
  readonly supervisorId?: string
  /** By when the paper must have reached the higher body, where the law says so (ND118 Điều 20). */
  readonly paperDueAt?: Instant
  readonly basis: readonly LegalBasis[]
}

export interface ShareWork {
  readonly at: Instant
  readonly by: string
  readonly leadAgencyId: string
  readonly shares: readonly Omit<Share, 'done'>[]
}

/** What the law says about this dossier's way, and the time there is. */
export interface SharingTerms extends Pick<
  Sharing,
  'mode' | 'receivers' | 'basis' | 'supervisorId' | 'paperDueAt'
> {
  /** Working hours left until the promised moment; null where nothing is promised. */
  readonly mostHours: number | null
}

/**
 * Sends an inter-agency dossier on its way: the order of the bodies, the work and the time of each, and who leads. One
 * after the other, the times together stay within the whole; all at once, each does (AMB-21, HN19-10.1b).
 */
export function shareWork(
  dossier: Dossier,
  command: ShareWork,
  { mostHours, ...terms }: SharingTerms,
): Decision<DossierEvent> {
  const at = workOf(dossier)
  if ('code' in at) return refuse(at)
  const { shares } = command
  if (at.work.sharing && !allDone(at.work.sharing)) return refuse({ code: 'already-shared' })
  if (shares.length === 0) return refuse({ code: 'items-missing' })
  if (new Set(shares.map(({ agencyId }) => agencyId)).size < shares.length)
    return refuse({ code: 'body-named-twice' })
  const hours = shares.map((share) => share.hours)
  const needed = terms.mode === 'sequential' ? hours.reduce((sum, one) => sum + one, 0) : Math.max(...hours)
  if (mostHours !== null && needed > mostHours)
    return refuse({ code: 'shares-too-long', data: { hours: needed, most: mostHours } })
  return grant({ type: 'WorkShared', ...command, ...terms })
}

export interface FinishShare {
  readonly at: Instant
  readonly by: string
  /** Body of who finishes. */
  readonly agencyId: string
  readonly id: string
  readonly note: string
  readonly document?: Attachment
}

/** A body hands its part on: to the next body, to the lead and to the one-stop section, as the regulation says. */
export function finishShare(dossier: Dossier, { agencyId, ...done }: FinishShare): Decision<DossierEvent> {
  const at = workOf(dossier)
  if ('code' in at) return refuse(at)
  const share = openShares(at.work.sharing).find(({ id }) => id === done.id)
  if (!share || share.agencyId !== agencyId) return refuse({ code: 'share-not-open' })
  return grant({ type: 'ShareDone', ...done, late: done.at > share.dueAt })
}

/** Parts that can be worked on now: the first unfinished one in sequence, every unfinished one in parallel. */
export function openShares(sharing: Sharing | undefined): readonly Share[] {
  const left = (sharing?.shares ?? []).filter(({ done }) => !done)
  return sharing?.mode === 'sequential' ? left.slice(0, 1) : left
}

export function allDone({ shares }: Sharing): boolean {
  return shares.every(({ done }) => done)
}
