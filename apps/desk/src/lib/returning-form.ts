import { announcementWays, identityPapers, shownPapers, type Channel } from '@motcua/domain'
import type { ReturningView } from '@motcua/api/client'
import type { ShownError } from '@motcua/ui/field-errors'
import { tooLong } from './completion-request.ts'
import type { Words } from './words/index.ts'

export const comparisons = ['match', 'differ'] as const
export const mostReturningNote = 2000

export interface TypedComparison {
  outcome: (typeof comparisons)[number] | ''
  shown: (typeof shownPapers)[number] | ''
  note: string
}

/** What is wrong with a comparison: no outcome, nothing shown, a difference that is not named. */
export function comparisonErrors({ outcome, shown, note }: TypedComparison, say: Words): ShownError[] {
  const { originals } = say
  return [
    ...(outcome ? [] : [{ href: '#outcome', text: originals.outcomeMissing }]),
    ...(shown ? [] : [{ href: '#shown', text: originals.shownMissing }]),
    ...(outcome === 'differ' && !note ? [{ href: '#note', text: originals.noteMissing }] : []),
    ...tooLong('#note', originals.note, note, mostReturningNote, say),
  ]
}

export interface TypedAnnouncement {
  how: (typeof announcementWays)[number] | ''
  note: string
}

export function announcementErrors({ how, note }: TypedAnnouncement, say: Words): ShownError[] {
  return [
    ...(how ? [] : [{ href: '#how', text: say.announce.howMissing }]),
    ...tooLong('#note', say.announce.note, note, 500, say),
  ]
}

export interface TypedHandOver {
  channel: Channel | ''
  to: string
  identity: (typeof identityPapers)[number] | ''
  mandate: string
  proof: string
  change: string
  checked: string
}

/** What is missing of a hand-over for the way that was chosen. */
export function handOverErrors(
  typed: TypedHandOver,
  { checkNeeded }: Pick<ReturningView, 'checkNeeded'>,
  chosen: Channel,
  say: Words,
): ShownError[] {
  const { handOver } = say
  const { channel, to, identity, proof, change, checked } = typed
  const error = (wrong: boolean, field: string, text: string): ShownError[] =>
    wrong ? [{ href: `#${field}`, text }] : []
  return [
    ...error(!channel, 'channel', handOver.channelMissing),
    ...error(channel === 'counter' && !to, 'to', handOver.toMissing),
    ...error(channel === 'counter' && !identity, 'identity', handOver.identityMissing),
    ...error(channel === 'postal' && !proof, 'proof', handOver.proofMissing),
    ...error(channel !== '' && channel !== chosen && !change, 'change', handOver.changeMissing),
    ...error(checkNeeded && !checked, 'checked', handOver.checkedMissing),
  ]
}

export function correctionErrors({ reason }: { reason: string }, say: Words): ShownError[] {
  return [
    ...(reason ? [] : [{ href: '#reason', text: say.correct.reasonMissing }]),
    ...tooLong('#reason', say.correct.reason, reason, mostReturningNote, say),
  ]
}

/** One of a few words that was posted, or nothing. */
export function oneOf<Word extends string>(words: readonly Word[], posted: string): Word | '' {
  return words.find((word) => word === posted) ?? ''
}
