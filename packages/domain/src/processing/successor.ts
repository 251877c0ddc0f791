import type { Instant } from '@motcua/calendar'
import { grant, refuse, type Decision } from '../decision.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { DossierEvent } from '../dossier/events.ts'
import type { Work } from './work.ts'

/** A body that was dissolved or merged, and the one that goes on with its dossiers, from a day on. */
export interface Succession {
  readonly fromAgencyId: string
  readonly toAgencyId: string
  /** The decision that says so. */
  readonly reason: string
}

/** Gives a dossier of a dissolved body to its successor. Its code, its promise and its history stay as they are. */
export function moveToSuccessor(
  dossier: Dossier,
  { at, by, ...succession }: Succession & { readonly at: Instant; readonly by: string },
): Decision<DossierEvent> {
  if (hasEnded(dossier)) return refuse({ code: 'dossier-ended', data: { phase: dossier.phase } })
  if (!concerns(dossier, succession.fromAgencyId)) return refuse({ code: 'not-of-that-body' })
  return grant({ type: 'DossierReassigned', at, by, ...succession })
}

/** The dossier as the successor takes it over: its own, and every open part of the work that the body had. */
export function movedToSuccessor(dossier: Dossier, from: string, to: string): Dossier {
  const agencyId = dossier.agencyId === from ? to : dossier.agencyId
  if (!('work' in dossier) || !dossier.work) return { ...dossier, agencyId }
  return { ...dossier, agencyId, work: movedWork(dossier.work, from, to) }
}

function movedWork(work: Work, from: string, to: string): Work {
  const steps = work.steps.map((step) => (step.agencyId === from ? { ...step, agencyId: to } : step))
  const { holder, ...rest } = work
  const stays = work.agencyId !== from
  const opinions = work.opinions?.map((opinion) =>
    opinion.agencyId === from && !opinion.answer ? { ...opinion, agencyId: to } : opinion,
  )
  const sharing = work.sharing && {
    ...work.sharing,
    leadAgencyId: work.sharing.leadAgencyId === from ? to : work.sharing.leadAgencyId,
    shares: work.sharing.shares.map((share) =>
      share.agencyId === from && !share.done ? { ...share, agencyId: to } : share,
    ),
  }
  return {
    ...rest,
    steps,
    agencyId: stays ? work.agencyId : to,
    // Whoever held it worked for a body that is no more.
    ...(stays && holder && { holder }),
    ...(opinions && { opinions }),
    ...(sharing && { sharing }),
  }
}

/** Whether a body has the dossier or an open part of its work. */
export function concerns(dossier: Dossier, agencyId: string): boolean {
  if (dossier.agencyId === agencyId) return true
  if (!('work' in dossier) || !dossier.work) return false
  const { work } = dossier
  return (
    work.agencyId === agencyId ||
    work.steps.some((step) => step.agencyId === agencyId) ||
    (work.opinions ?? []).some((opinion) => opinion.agencyId === agencyId && !opinion.answer) ||
    work.sharing?.leadAgencyId === agencyId ||
    (work.sharing?.shares ?? []).some((share) => share.agencyId === agencyId && !share.done)
  )
}

function hasEnded({ phase }: Dossier): boolean {
  return phase === 'refused' || phase === 'withdrawn' || phase === 'closed' || phase === 'returned'
}
