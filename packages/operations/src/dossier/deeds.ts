import {
  documentToSeal,
  isAllowed,
  isInstant,
  mayWithdraw,
  openPause,
  unreachedStep,
  type Actor,
  type Dossier,
  type Permission,
} from '@motcua/domain'
import { feeDeeds } from '../fees/fee-deeds.ts'
import { promiseOf } from '../clocks/promise.ts'
import { processingDeeds } from '../processing/deeds.ts'

export interface Deed {
  readonly may: Permission
  /** Whether the dossier stands so that it can be done, where the law has the steps kept or leaves them free. */
  readonly when: (dossier: Dossier, workflowEnforced: boolean) => boolean
  /** Whose it is, where not everybody's who may. */
  readonly by?: (dossier: Dossier, actor: Actor) => boolean
}

/** What staff may do to a dossier, named as the page on the desk on which they do it. */
const deeds = {
  accept: { may: 'dossier:accept', when: ({ phase }) => phase === 'submitted' },
  'request-completion': { may: 'dossier:request-completion', when: ({ phase }) => phase === 'submitted' },
  supply: {
    may: 'dossier:enter-at-counter',
    when: ({ phase }) => phase === 'completion-requested' || phase === 'supplement-requested',
  },
  refuse: {
    may: 'dossier:refuse-intake',
    when: ({ phase }) => phase === 'submitted' || phase === 'completion-requested',
  },
  redirect: { may: 'dossier:redirect', when: ({ phase }) => phase === 'submitted' },
  'instant-result': {
    may: 'dossier:give-instant-result',
    when: (dossier) => dossier.phase === 'submitted' && isInstant(dossier),
  },
  'request-supplement': {
    may: 'dossier:request-supplement',
    when: (dossier) => dossier.phase === 'processing' && !openPause(dossier.pauses),
  },
  amend: {
    may: 'dossier:amend-at-counter',
    when: ({ phase }) => phase === 'submitted' || phase === 'processing',
  },
  withdraw: { may: 'dossier:withdraw-at-counter', when: (dossier) => mayWithdraw(dossier, 'before-result') },
  'pause-clock': {
    may: 'dossier:pause-clock',
    when: (dossier) => dossier.phase === 'processing' && !openPause(dossier.pauses),
  },
  'resume-clock': {
    may: 'dossier:pause-clock',
    when: (dossier) => dossier.phase === 'processing' && openPause(dossier.pauses) !== undefined,
  },
  'issue-apology': { may: 'dossier:issue-apology', when: (dossier) => promiseOf(dossier) !== undefined },
  'record-result': {
    may: 'dossier:record-result',
    when: (dossier, workflowEnforced) =>
      dossier.phase === 'processing' &&
      !openPause(dossier.pauses) &&
      unreachedStep(dossier.work, workflowEnforced) === undefined,
  },
  'compare-originals': {
    may: 'result:return',
    when: (dossier) =>
      (dossier.phase === 'processing' || dossier.phase === 'decided') &&
      dossier.originals?.outcome !== 'match',
  },
  'seal-result': { may: 'result:seal', when: (dossier) => documentToSeal(dossier).granted },
  'announce-result': {
    may: 'result:return',
    when: (dossier) => dossier.phase === 'decided' && !dossier.result.announced,
  },
  'hand-over-result': { may: 'result:return', when: ({ phase }) => phase === 'decided' },
  'correct-result': {
    may: 'result:correct',
    when: ({ phase }) => phase === 'decided' || phase === 'returned',
  },
  ...processingDeeds,
  ...feeDeeds,
} as const satisfies Record<string, Deed>

export type DeedName = keyof typeof deeds

/**
 * What can be done to a dossier as it stands, by this actor and by others. `isOwn` says whether it is one of the actor's
 * bodies', and not only one in whose work they have a part.
 */
export function deedsOf(
  actor: Actor,
  dossier: Dossier,
  { isOwn, workflowEnforced }: { readonly isOwn: boolean; readonly workflowEnforced: boolean },
): { deeds: DeedName[]; deedsOfOthers: DeedName[] } {
  const open = (Object.keys(deeds) as DeedName[]).filter((name) =>
    deeds[name].when(dossier, workflowEnforced),
  )
  const mine = open.filter((name) => {
    const { may, by }: Deed = deeds[name]
    return isAllowed(actor, may) && (by ? by(dossier, actor) : isOwn)
  })
  return { deeds: mine, deedsOfOthers: open.filter((name) => !mine.includes(name)) }
}
