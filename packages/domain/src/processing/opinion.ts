import type { Instant } from '@motcua/calendar'
import { grant, refuse, type Decision } from '../decision.ts'
import type { LegalBasis } from '../determination.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { DossierEvent } from '../dossier/events.ts'
import type { Attachment } from '../intake/attachment.ts'
import { workAt } from './at-work.ts'

/** What the silence of a consulted body means, as the regulation in force says. */
export type Silence = 'late-not-consent' | 'deemed-consent' | 'report-to-section-head'

/** Ý kiến phối hợp: what another body is asked, by when, and what it answered. */
export interface Opinion {
  readonly id: string
  readonly agencyId: string
  readonly question: string
  readonly askedAt: Instant
  readonly askedBy: string
  readonly dueAt: Instant
  readonly document?: Attachment
  readonly answer?: {
    readonly at: Instant
    readonly by: string
    readonly agrees: boolean
    readonly text: string
    readonly document?: Attachment
    /** After its deadline: charged to the body that was asked (AMB-21). */
    readonly late: boolean
  }
  /** Once its deadline passed without an answer. */
  readonly silent?: { readonly at: Instant; readonly meaning: Silence; readonly basis: readonly LegalBasis[] }
}

export interface AskOpinion {
  readonly at: Instant
  readonly by: string
  readonly accountId: string
  readonly id: string
  readonly agencyId: string
  readonly question: string
  readonly dueAt: Instant
  readonly document?: Attachment
}

/**
 * Lấy ý kiến: the body in charge asks another one, saying what and by when (HN19-9.1b). The promise to the applicant
 * stands (HN19-10.1b): the answer is due before it.
 */
export function askOpinion(dossier: Dossier, command: AskOpinion): Decision<DossierEvent> {
  const { accountId, ...asked } = command
  const at = workAt(dossier, accountId)
  if ('code' in at) return refuse(at)
  const { work, promisedAt } = at
  if (asked.agencyId === work.agencyId) return refuse({ code: 'same-body' })
  if (asked.dueAt <= asked.at) return refuse({ code: 'due-already-past' })
  if (promisedAt !== null && asked.dueAt > promisedAt)
    return refuse({ code: 'later-than-promised', data: { promisedAt } })
  const open = work.opinions?.some(({ agencyId, answer }) => agencyId === asked.agencyId && !answer)
  if (open) return refuse({ code: 'opinion-already-asked' })
  return grant({ type: 'OpinionAsked', ...asked })
}

export interface GiveOpinion {
  readonly at: Instant
  readonly by: string
  /** Body of who answers. */
  readonly agencyId: string
  readonly id: string
  readonly agrees: boolean
  readonly text: string
  readonly document?: Attachment
}

/** The body that was asked records its opinion; after its deadline it still may, and is late then. */
export function giveOpinion(dossier: Dossier, { agencyId, ...given }: GiveOpinion): Decision<DossierEvent> {
  if (dossier.phase !== 'processing')
    return refuse({ code: 'not-in-processing', data: { phase: dossier.phase } })
  const opinion = dossier.work?.opinions?.find(({ id }) => id === given.id)
  if (!opinion || opinion.agencyId !== agencyId) return refuse({ code: 'opinion-not-asked' })
  if (opinion.answer) return refuse({ code: 'opinion-already-given', data: { at: opinion.answer.at } })
  return grant({ type: 'OpinionGiven', ...given, late: given.at > opinion.dueAt })
}

/**
 * The deadline of an opinion passed: what its silence means is written down, once. Nothing happens where the answer
 * came, the dossier has ended, or it was written down already.
 */
export function noteSilence(
  dossier: Dossier,
  { id, at }: { readonly id: string; readonly at: Instant },
  { meaning, basis }: { readonly meaning: Silence; readonly basis: readonly LegalBasis[] },
): readonly DossierEvent[] {
  if (dossier.phase !== 'processing') return []
  const opinion = dossier.work?.opinions?.find((asked) => asked.id === id)
  if (!opinion || opinion.answer || opinion.silent || at <= opinion.dueAt) return []
  return [{ type: 'OpinionOverdue', at, id, agencyId: opinion.agencyId, meaning, basis }]
}

/** Opinions still awaited at this moment: asked, not answered, and not overdue. */
export function awaited(opinions: readonly Opinion[] | undefined, now: Instant): readonly Opinion[] {
  return (opinions ?? []).filter(({ answer, dueAt }) => !answer && now <= dueAt)
}
