import type { Instant } from '@motcua/calendar'
import { grant, refuse, type Decision } from '../decision.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { DossierEvent } from '../dossier/events.ts'
import type { Channel } from '../words.ts'
import { verdictOf } from '../intake/signature.ts'
import type { HandOver, Result } from './events.ts'

export interface HandOverResult extends HandOver {
  /** The officer looked at the dossier's data once more, where the regulation asks for that (HN19-10.3b). */
  readonly dossierChecked?: boolean
}

/** What must be so before this result is handed over, as the law of the province says. */
export interface HandOverTerms {
  /** Ways the law opens for this dossier. */
  readonly channels: readonly Channel[]
  readonly originalsNeeded: boolean
  /** The applicant must be told before a result is returned early. */
  readonly earlyNotice: boolean
  /** A notice of the result reached the applicant. */
  readonly told: boolean
  /** What goes out electronically must bear the office's signature. */
  readonly sealNeeded: boolean
  /** The dossier's data must be looked at once more. */
  readonly checkNeeded: boolean
  readonly now: Instant
}

/** Ways on which the document itself travels; on the others it is paper. */
export const electronicWays: readonly Channel[] = ['portal', 'national-portal', 'email', 'zalo']

/** Trả kết quả: hands over what was decided, after everything the law wants before it. */
export function handOverResult(
  dossier: Dossier,
  command: HandOverResult,
  terms: HandOverTerms,
): Decision<DossierEvent> {
  if (dossier.phase === 'returned')
    return refuse({ code: 'result-already-handed-over', data: { at: dossier.handOver.at } })
  if (dossier.phase !== 'decided')
    return refuse({ code: 'result-not-recorded', data: { phase: dossier.phase } })
  const hindrance = hindranceOf(dossier, command, terms) ?? missingIn(dossier, command)
  if (hindrance) return refuse(hindrance)
  const { dossierChecked: _, ...handOver } = command
  return grant({ type: 'ResultHandedOver', ...handOver })
}

type DecidedDossier = Extract<Dossier, { phase: 'decided' }>
type Refusal = Extract<Decision<never>, { granted: false }>['refusal']

/** What still stands between the result and the applicant, whatever the officer enters. */
function hindranceOf(
  { originals, fee, processingClock, result }: DecidedDossier,
  { channel, dossierChecked }: HandOverResult,
  terms: HandOverTerms,
): Refusal | undefined {
  if (!terms.channels.includes(channel))
    return { code: 'channel-not-allowed', data: { channels: terms.channels } }
  if (terms.originalsNeeded && !originals) return { code: 'originals-not-compared' }
  if (originals?.outcome === 'differ') return { code: 'originals-differ' }
  if (fee && !fee.paid) return { code: 'fee-unpaid', data: { amount: fee.amount } }
  if (terms.checkNeeded && !dossierChecked) return { code: 'dossier-not-checked' }
  const early = processingClock.dueAt !== null && terms.now < processingClock.dueAt
  if (early && terms.earlyNotice && !terms.told && !result.announced && !isHere(channel))
    return { code: 'early-return-not-announced' }
  if (isElectronic(channel) && terms.sealNeeded && !isSigned(result)) return { code: 'result-not-sealed' }
  if (isElectronic(channel) && !result.document) return { code: 'no-document-to-return' }
  return undefined
}

/** Sealed here, or brought with signatures that were found valid. */
function isSigned({ seal, document }: Result): boolean {
  return seal !== undefined || verdictOf(document?.signatures ?? []) === 'valid'
}

/** Who stands at the counter was told, or would not be here. */
function isHere(channel: Channel): boolean {
  return channel === 'counter'
}

/** What the officer must enter so that the hand-over can be proven. */
function missingIn(
  { applicant, returnChannel }: DecidedDossier,
  { channel, to, identity, mandate, proof, change }: HandOverResult,
): Refusal | undefined {
  if (channel === 'counter' && (!to?.trim() || !identity)) return { code: 'recipient-not-identified' }
  if (channel === 'counter' && !isSamePerson(to!, applicant.fullName) && !mandate?.trim())
    return { code: 'mandate-missing' }
  if (channel === 'postal' && !proof?.trim()) return { code: 'consignment-number-missing' }
  if (channel === 'email' && !applicant.email) return { code: 'no-address-for-channel', data: { channel } }
  if (channel === 'zalo' && !applicant.phone) return { code: 'no-address-for-channel', data: { channel } }
  if (channel === 'portal' && !applicant.accountId)
    return { code: 'no-address-for-channel', data: { channel } }
  if (channel !== returnChannel && !change?.trim()) return { code: 'channel-change-unexplained' }
  return undefined
}

function isElectronic(channel: Channel): boolean {
  return electronicWays.includes(channel)
}

function isSamePerson(one: string, other: string): boolean {
  const plain = (name: string): string => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()
  return plain(one) === plain(other)
}
