import {
  allDone,
  isProposing,
  openShares,
  openVisit,
  stepOf,
  stepsBefore,
  type Actor,
  type Dossier,
  type StepKind,
  type Work,
} from '@motcua/domain'
import type { Deed } from '../dossier/deeds.ts'
import { hasRole } from './at-step.ts'

/** What can be done to the work on a dossier. */
export const processingDeeds = {
  'take-step': {
    may: 'work:do',
    when: (d) => isFree(d) && !isAt(d, 'assign') && !isAt(d, 'record'),
    by: fitsStep,
  },
  'assign-step': {
    may: 'work:assign',
    when: (d) => (isFree(d) && !isAt(d, 'record')) || isAt(d, 'assign'),
    by: leadsWork,
  },
  'do-step': {
    may: 'work:do',
    when: (d) => {
      const work = workOf(d)
      return work?.holder !== undefined && !isProposing(work) && !ownVerb.includes(stepOf(work).kind)
    },
    by: holds,
  },
  'submit-result': {
    may: 'work:do',
    when: (d) => {
      const work = workOf(d)
      return work?.holder !== undefined && isProposing(work)
    },
    by: holds,
  },
  'sign-result': { may: 'work:sign', when: (d) => isAt(d, 'approve') && !isFree(d), by: holds },
  'send-back': {
    may: 'work:do',
    when: (d) => {
      const work = workOf(d)
      return work?.holder !== undefined && stepsBefore(work).length > 0
    },
    by: holds,
  },
  'ask-opinion': { may: 'work:do', when: (d) => isWorking(d), by: holds },
  'give-opinion': {
    may: 'work:answer',
    when: (d) => (workOf(d)?.opinions ?? []).some(({ answer }) => !answer),
    by: (d, actor) =>
      (workOf(d)?.opinions ?? []).some(({ answer, agencyId }) => !answer && isOf(actor, agencyId)),
  },
  'share-work': {
    may: 'work:share',
    when: (d) => {
      const work = workOf(d)
      return work !== undefined && !work.signed && (!work.sharing || allDone(work.sharing))
    },
    by: (d, actor) => isOf(actor, d.agencyId),
  },
  'finish-share': {
    may: 'work:answer',
    when: (d) => openShares(workOf(d)?.sharing).length > 0,
    by: (d, actor) => openShares(workOf(d)?.sharing).some(({ agencyId }) => isOf(actor, agencyId)),
  },
  'plan-visit': { may: 'work:do', when: (d) => isWorking(d), by: holds },
  'record-visit': { may: 'work:do', when: (d) => openVisit(workOf(d)?.visits) !== undefined, by: holds },
  'reassign-step': { may: 'work:assign', when: (d) => workOf(d)?.holder !== undefined, by: leadsWork },
} as const satisfies Record<string, Deed>

/** Kinds of steps that are ended by a deed of their own. */
const ownVerb: readonly StepKind[] = ['assign', 'approve', 'record']

function workOf(dossier: Dossier): Work | undefined {
  return dossier.phase === 'processing' ? dossier.work : undefined
}

function isFree(dossier: Dossier): boolean {
  const work = workOf(dossier)
  return work !== undefined && !work.holder
}

function isAt(dossier: Dossier, kind: StepKind): boolean {
  const work = workOf(dossier)
  return work !== undefined && stepOf(work).kind === kind
}

/** Somebody holds the dossier and the result is not signed yet. */
function isWorking(dossier: Dossier): boolean {
  const work = workOf(dossier)
  return work?.holder !== undefined && !work.signed
}

function holds(dossier: Dossier, actor: Actor): boolean {
  return actor.kind === 'staff' && workOf(dossier)?.holder?.accountId === actor.accountId
}

function fitsStep(dossier: Dossier, actor: Actor): boolean {
  const work = workOf(dossier)
  return (
    work !== undefined &&
    isOf(actor, work.agencyId) &&
    actor.kind === 'staff' &&
    hasRole(actor.roles, stepOf(work).role)
  )
}

function leadsWork(dossier: Dossier, actor: Actor): boolean {
  const work = workOf(dossier)
  return work !== undefined && (isOf(actor, work.agencyId) || isOf(actor, dossier.agencyId))
}

function isOf(actor: Actor, agencyId: string): boolean {
  return actor.kind === 'staff' && actor.agencyId === agencyId
}
