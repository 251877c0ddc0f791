import type { Instant } from '@motcua/calendar'
import { processing } from '../dossier/kept.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { Evolvers } from '../dossier/evolve.ts'
import type { ProcessingEvent } from './events.ts'
import type { Opinion } from './opinion.ts'
import { movedToSuccessor } from './successor.ts'
import type { StepStart, Work } from './work.ts'

export const evolveProcessing: Evolvers<ProcessingEvent> = {
  WorkStarted(dossier, { at, workflow, next }) {
    return { ...processing(dossier), work: { ...workflow, ...begun(next, at), done: [] } }
  },

  StepAssigned: (dossier, { holder }) => withWork(dossier, (work) => ({ ...work, holder })),

  StepTaken: (dossier, { holder }) => withWork(dossier, (work) => ({ ...work, holder })),

  StepDone: (dossier, { at, note, next }) =>
    withWork(dossier, (work) => moved(work, { at, outcome: 'done', ...(note && { note }) }, next)),

  ResultSubmitted: (dossier, { type: _, stepId: _step, next, ...proposal }) =>
    withWork(dossier, (work) => ({ ...moved(work, { at: proposal.at, outcome: 'done' }, next), proposal })),

  ResultSigned: (dossier, { type: _, stepId: _step, next, ...signed }) =>
    withWork(dossier, (work) => ({ ...moved(work, { at: signed.at, outcome: 'done' }, next), signed })),

  // What was put before the leader, or signed, is put before them anew.
  StepSentBack: (dossier, { at, reason, next }) =>
    withWork(dossier, (work) => {
      const {
        proposal: _,
        signed: _signed,
        ...rest
      } = moved(work, { at, outcome: 'sent-back', note: reason }, next)
      return rest
    }),

  StepReassigned: (dossier, { holder }) => withWork(dossier, (work) => ({ ...work, holder })),

  OpinionAsked: (dossier, { type: _, at: askedAt, by: askedBy, ...asked }) =>
    withWork(dossier, (work) => ({
      ...work,
      opinions: [...(work.opinions ?? []), { ...asked, askedAt, askedBy }],
    })),

  OpinionGiven: (dossier, { type: _, id, ...answer }) =>
    withOpinion(dossier, id, (opinion) => ({ ...opinion, answer })),

  OpinionOverdue: (dossier, { id, at, meaning, basis }) =>
    withOpinion(dossier, id, (opinion) => ({ ...opinion, silent: { at, meaning, basis } })),

  WorkShared: (dossier, { type: _, ...sharing }) => withWork(dossier, (work) => ({ ...work, sharing })),

  ShareDone: (dossier, { type: _, id, ...done }) =>
    withWork(dossier, (work) => {
      if (!work.sharing) throw new Error('the work was not shared')
      const shares = work.sharing.shares.map((share) => (share.id === id ? { ...share, done } : share))
      return { ...work, sharing: { ...work.sharing, shares } }
    }),

  // A visit that was not made yet is planned anew.
  VisitPlanned: (dossier, { type: _, at: plannedAt, by: plannedBy, ...visit }) =>
    withWork(dossier, (work) => ({
      ...work,
      visits: [...(work.visits ?? []).filter(({ report }) => report), { ...visit, plannedAt, plannedBy }],
    })),

  VisitRecorded: (dossier, { type: _, id, ...report }) =>
    withWork(dossier, (work) => ({
      ...work,
      visits: (work.visits ?? []).map((visit) => (visit.id === id ? { ...visit, report } : visit)),
    })),

  DossierReassigned: (dossier, { fromAgencyId, toAgencyId }) =>
    movedToSuccessor(dossier, fromAgencyId, toAgencyId),
}

function withWork(dossier: Dossier, change: (work: Work) => Work): Dossier {
  const before = processing(dossier)
  if (!before.work) throw new Error('the work on the dossier was not started')
  return { ...before, work: change(before.work) }
}

function withOpinion(dossier: Dossier, id: string, change: (opinion: Opinion) => Opinion): Dossier {
  return withWork(dossier, (work) => ({
    ...work,
    opinions: (work.opinions ?? []).map((opinion) => (opinion.id === id ? change(opinion) : opinion)),
  }))
}

function begun({ stepId, ...start }: StepStart, at: Instant) {
  return { ...start, at: stepId, since: at }
}

/** The present step goes into the record, the next one begins. */
function moved(
  { holder, ...work }: Work,
  end: { readonly at: Instant; readonly outcome: 'done' | 'sent-back'; readonly note?: string },
  next: StepStart,
): Work {
  if (!holder) throw new Error('a step is done by who holds it')
  const { at: doneAt, ...how } = end
  const { at: stepId, agencyId, since, dueAt } = work
  const record = { stepId, agencyId, since, dueAt, doneAt, holder, ...how }
  return { ...work, ...begun(next, doneAt), done: [...work.done, record] }
}
