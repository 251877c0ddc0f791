import { toMoment, workingSecondsBetween, type CivilDate, type Instant } from '@motcua/calendar'
import type {
  Channel,
  Determination,
  IntakeMode,
  LegalBasis,
  LegalClock,
  Limit,
  Phase,
  ServiceLevel,
  Timeliness,
} from '@motcua/domain'
import { ask, type Answer } from '@motcua/dsl'
import type { Tenant } from '../tenants/tenant.ts'

/**
 * Asks the law of a province one question and gives its answer as it will be kept: with its articles, its reasons and
 * the hash of the program that gave it. No number of law stands outside the rules.
 */
export function determine<T>(
  tenant: Tenant,
  question: string,
  facts: Readonly<Record<string, unknown>>,
): Determination<T> {
  return kept(ask(tenant.rules, question, facts)) as Determination<T>
}

/** The part of an answer that is written into a dossier. */
function kept({
  startedAt: _,
  binds: _binds,
  readings: _readings,
  defaultChannel: _channel,
  ...answer
}: Answer) {
  return answer
}

/** By when the office must have decided on a submission, counted once and kept (AMB-17). */
export function intakeClock(tenant: Tenant, submittedAt: Instant, mode: IntakeMode): LegalClock {
  return clockOf(ask(tenant.rules, 'intake.decision', { submittedAt, mode }), submittedAt)
}

/** The day on which a submission counts as received, where the province says one (LA19-9.1). */
export function receiptDay(
  tenant: Tenant,
  submittedAt: Instant,
  mode: IntakeMode,
): Determination<CivilDate | null> | undefined {
  const day = determine<CivilDate | null>(tenant, 'intake.receiptDay', { submittedAt, mode })
  return day.answer === null ? undefined : day
}

/** A stretch in which a dossier stood still, as the law is told of it; without its end while it lasts. */
export interface Standstill {
  readonly reason: string
  readonly from: Instant
  readonly to?: Instant
}

/** By when the result is due, of a dossier accepted at this moment, counted through the stretches in which it stood. */
export function processingClock(
  tenant: Tenant,
  acceptedAt: Instant,
  limit: Limit,
  pauses: readonly Standstill[] = [],
): LegalClock {
  const facts = { acceptedAt, limit, ...(pauses.length > 0 && { pauses }) }
  return clockOf(ask(tenant.rules, 'processing.due', facts), acceptedAt)
}

/** Ways the law opens, and the one taken when the applicant says nothing (LA19-10.2c); none where it is silent. */
export interface Channels {
  readonly channels: readonly Channel[]
  readonly preset?: Channel
  readonly basis: readonly LegalBasis[]
}

export interface ChannelFacts {
  readonly level: ServiceLevel
  readonly mode: IntakeMode
  readonly asOf: Instant
}

/** How long an applicant has to add what was asked for at this moment; undefined where the law does not say. */
export function supplementWindow(tenant: Tenant, noticedAt: Instant): LegalClock | undefined {
  const clock = clockOf(ask(tenant.rules, 'supplement.window', { noticedAt }), noticedAt)
  return clock.dueAt === null ? undefined : clock
}

/** How fees may be paid. */
export function paymentChannels(tenant: Tenant, facts: ChannelFacts): Channels {
  return channelsOf(ask(tenant.rules, 'payment.channels', { ...facts }))
}

/** How a result may be returned: one on paper, unless another form is named. */
export function returnChannels(
  tenant: Tenant,
  facts: ChannelFacts & { readonly resultForm?: 'paper' | 'electronic' },
): Channels {
  return channelsOf(ask(tenant.rules, 'return.channels', { ...facts }))
}

function channelsOf({ answer, basis, defaultChannel }: Answer): Channels {
  const channels = (answer ?? []) as Channel[]
  return { channels, basis, ...(defaultChannel && { preset: defaultChannel as Channel }) }
}

/** Where applicants file online (TQ25-5.1). Where the law is silent, at the province's own portal. */
export function filingVia(tenant: Tenant, asOf: Instant): Determination<'portal' | 'national-portal' | null> {
  return determine(tenant, 'filing.via', { asOf })
}

/** Whether any one-stop section takes in what another body settles (TQ25-22). */
export function boundaryFree(tenant: Tenant, asOf: Instant): Determination<boolean | null> {
  return determine(tenant, 'filing.boundaryFree', { asOf })
}

/** How applicants sign in (TQ25-5.2); null where the law leaves it open. */
export function applicantSignIn(
  tenant: Tenant,
  asOf: Instant,
): Determination<readonly ('national-eid' | 'local-account' | 'federated-account')[] | null> {
  return determine(tenant, 'auth.applicant', { asOf })
}

/** Whether a person may open an account at the province's portal (TQ25-5.2). */
export function localRegistration(tenant: Tenant, asOf: Instant): Determination<boolean | null> {
  return determine(tenant, 'accounts.localRegistration', { asOf })
}

/** Early, on time or late, as the regulation defines it (LA19-14.4). */
export function timeliness(
  tenant: Tenant,
  { dueAt, resultAt }: { dueAt: Instant; resultAt: Instant },
): Determination<Timeliness | null> {
  return determine(tenant, 'dossier.timeliness', { dueAt, resultAt })
}

/** What a look-up by code shows, in the order of the article; null where the regulation lists nothing. */
export function lookupFields(tenant: Tenant, asOf: Instant): Determination<string[] | null> {
  return determine(tenant, 'lookup.fields', { asOf })
}

/**
 * Working minutes from now to a due moment, negative once it passed; null without a due moment. Before acceptance they
 * are those in which dossiers are taken in, which may be other hours than those of the work.
 */
export function remainingMinutes(
  { rules }: Tenant,
  now: Instant,
  dueAt: Instant | null,
  phase?: Phase,
): number | null {
  if (dueAt === null) return null
  const calendar = phase === 'submitted' ? rules.intakeCalendar : rules.calendar
  const seconds = workingSecondsBetween(calendar, toMoment(now), toMoment(dueAt))
  return seconds < 0 ? Math.floor(seconds / 60) : Math.ceil(seconds / 60)
}

/** A clock that the law starts; where it is silent, it runs from the act itself and ends never. */
function clockOf(answer: Answer, from: Instant): LegalClock {
  const why = kept(answer) as Determination<Instant | null>
  return { startedAt: answer.startedAt ?? from, dueAt: why.answer, why }
}
