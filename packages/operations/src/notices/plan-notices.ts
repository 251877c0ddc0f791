import { channels as known, type Applicant, type Channel, type DossierEventType } from '@motcua/domain'

/** Channels that regulations name and the office has under another name or not at all. */
type LawChannel = 'system-account' | 'social-network' | 'other-means'

/** What a regulation says about a notice: through which channels, and whether all of them or one of them. */
export interface NotificationRule {
  /** `one` and `any` ask for at least one; `all` and `each-available` for every one the applicant can be reached by. */
  readonly mode: 'all' | 'one' | 'any' | 'each-available'
  readonly channels: readonly (Channel | LawChannel)[]
  /** Channels that come in addition, whatever the mode. */
  readonly plus?: readonly (Channel | LawChannel)[]
}

export interface PlannedNotice {
  readonly channel: Channel
  /** Address, number or account it goes to; a notice without one is not applicable, not failed. */
  readonly recipient?: string
}

export interface NoticePlan {
  /** Told through each of them. */
  readonly each: readonly PlannedNotice[]
  /** Told through the first of them that works. */
  readonly firstOf: readonly PlannedNotice[]
  /** Asked for, but the applicant cannot be reached this way. */
  readonly notApplicable: readonly Channel[]
}

/** The question of the regulation that governs the notice of an event; the others are governed by none. */
export const questionOf: { readonly [Type in DossierEventType]?: string } = {
  DossierAccepted: 'notify.acceptance',
  CompletionRequested: 'notify.supplement',
  SupplementRequested: 'notify.supplement',
  IntakeRefused: 'notify.supplement',
  ApologyIssued: 'notify.extension',
}

/** What an applicant is told where no regulation speaks: the account, and a letter to whoever gave an address. */
const courtesy: NotificationRule = { mode: 'each-available', channels: ['email'] }

/**
 * Turns what the regulation asks into what can be done for this applicant (AMB-25). The account is always told; a
 * channel the applicant gave no contact for is not applicable, not failed.
 */
export function planNotices(applicant: Applicant, rule: NotificationRule | null): NoticePlan {
  const { mode, ...named } = rule ?? courtesy
  const [channels, plus] = [ourWays(named.channels), ourWays(named.plus ?? [])]
  const asked = withoutEchoes(channels)
  const always: Channel[] = ['portal', ...plus]
  const oneIsEnough = mode === 'any' || mode === 'one'
  const each = unique(oneIsEnough ? always : [...always, ...asked])
  const firstOf = oneIsEnough ? asked.filter((channel) => !each.includes(channel)) : []

  const reach = (channel: Channel): PlannedNotice => {
    const recipient = recipientOf(channel, applicant)
    return { channel, ...(recipient !== undefined && { recipient }) }
  }
  const reachable = (list: readonly Channel[]): PlannedNotice[] =>
    list.map(reach).filter(({ recipient }) => recipient !== undefined)
  return {
    each: reachable(each),
    firstOf: reachable(firstOf),
    notApplicable: [...each, ...firstOf].filter((channel) => reach(channel).recipient === undefined),
  }
}

/**
 * The channels of a regulation as the office has them: the account on the System is the portal's own. What the law only
 * permits and the office does not have, such as a social network, is no way to tell anybody.
 */
function ourWays(named: readonly string[]): Channel[] {
  const ours: ReadonlySet<string> = new Set(known)
  return named
    .map((name) => (name === 'system-account' ? 'portal' : name))
    .filter((name) => ours.has(name)) as Channel[]
}

/** A machine does not call: a notice by telephone is a message to it, and one message is enough. */
function withoutEchoes(channels: readonly Channel[]): Channel[] {
  return channels.filter((channel) => channel !== 'phone' || !channels.includes('sms'))
}

function recipientOf(channel: Channel, applicant: Applicant): string | undefined {
  switch (channel) {
    case 'portal':
      return applicant.accountId
    case 'email':
      return applicant.email || undefined
    case 'sms':
    case 'phone':
    case 'zalo':
      return applicant.phone || undefined
    case 'bank-transfer':
    case 'counter':
    case 'kiosk':
    case 'mobile':
    case 'national-portal':
    case 'online':
    case 'postal':
    case 'written':
      return undefined
    default:
      return channel satisfies never
  }
}

function unique(channels: readonly Channel[]): Channel[] {
  return [...new Set(channels)]
}
