import { dateOf, type Instant } from '@motcua/calendar'
import {
  channels as channelWords,
  countedBy,
  feeOf,
  groupsOf,
  refundFacts,
  totalOf,
  type Channel,
  type Dossier,
  type FeeQuestion,
  type FeeTerms,
  type IntakeMode,
  type LegalBasis,
  type RefundTerms,
} from '@motcua/domain'
import { ask } from '@motcua/dsl'
import { determine, paymentChannels } from '../rules/determine.ts'
import type { Tenant } from '../tenants/tenant.ts'

/** What the fee table is asked about a dossier. */
export interface FeeFacts {
  readonly procedureCode: string
  readonly caseId: string
  readonly mode: IntakeMode
  readonly answers: Readonly<Record<string, unknown>>
  readonly now: Instant
  readonly forWhom?: string | undefined
  /** Counts the office found, in place of what the form says. */
  readonly counts?: Readonly<Record<string, string>> | undefined
}

/**
 * What is owed, and before what. A payment before acceptance is asked for only where the regulation sends an unpaid
 * dossier back (TQ19-12.2c, PT20-9.2c); elsewhere the fee is due before the result.
 */
export function feeTermsOf(tenant: Tenant, facts: FeeFacts): FeeTerms | undefined {
  const found = feeOf(tenant.fees, questionOf(facts))
  if (!found) return undefined
  const prepaid = prepayment(tenant, facts.now)
  const before = found.due === 'filing' && prepaid.known ? 'acceptance' : 'result'
  return {
    lines: found.lines,
    before,
    basis: before === 'acceptance' ? prepaid.basis : dutyBasis(tenant, facts.now),
    ...(facts.forWhom && { forWhom: facts.forWhom }),
  }
}

/** The same of a dossier that is there. */
export function feeTermsOfDossier(
  tenant: Tenant,
  dossier: Dossier,
  now: Instant,
  found: Pick<FeeFacts, 'forWhom' | 'counts'> = {},
): FeeTerms | undefined {
  return feeTermsOf(tenant, { ...factsOf(dossier, now), ...found })
}

/** Groups of people and counts the office may find to apply. */
export function feeChoices(tenant: Tenant, dossier: Dossier, now: Instant) {
  const question = questionOf(factsOf(dossier, now))
  const counts = countedBy(tenant.fees, question).map(({ field, per }) => ({
    field,
    per,
    count: question.counts[field] ?? '',
  }))
  return { groups: groupsOf(tenant.fees, question), counts }
}

/**
 * Đồng a dossier of these facts may owe: the usual sum, then that of each group with lines of its own. Undefined where
 * the table has no line, or counts something only the office can count.
 */
export function possibleTotals(tenant: Tenant, facts: FeeFacts): number[] | undefined {
  const question = questionOf(facts)
  if (countedBy(tenant.fees, question).length > 0) return undefined
  const found = [undefined, ...groupsOf(tenant.fees, question)].flatMap(
    (forWhom) => feeOf(tenant.fees, { ...question, forWhom }) ?? [],
  )
  return found.length === 0 ? undefined : found.map(({ lines }) => totalOf(lines))
}

function factsOf({ procedure, mode, answers }: Dossier, now: Instant): FeeFacts {
  return { procedureCode: procedure.code, caseId: procedure.caseId, mode, answers, now }
}

function questionOf({ procedureCode, caseId, mode, answers, counts, now, forWhom }: FeeFacts): FeeQuestion {
  const said = Object.entries(answers).filter((one): one is [string, string] => typeof one[1] === 'string')
  return {
    procedure: procedureCode,
    caseId,
    mode,
    on: dateOf(now),
    counts: { ...Object.fromEntries(said), ...counts },
    forWhom,
  }
}

/** Whether the regulation knows payments before acceptance: an unpaid dossier is then one to be completed. */
function prepayment(tenant: Tenant, asOf: Instant): { known: boolean; basis: readonly LegalBasis[] } {
  const facts = { asOf, complete: true, valid: true, competent: true }
  const unpaid = ask(tenant.rules, 'intake.outcome', { ...facts, prepaid: false })
  const paid = ask(tenant.rules, 'intake.outcome', { ...facts, prepaid: true })
  return { known: unpaid.answer === 'to-supplement' && paid.answer === 'to-accept', basis: unpaid.basis }
}

/** That applicants pay what is due (TQ25-30.2b, HN19-25.3, PT20-26.4), and that nothing ends unpaid (HN19-10.3b). */
function dutyBasis(tenant: Tenant, asOf: Instant): readonly LegalBasis[] {
  return ask(tenant.rules, 'payment.duty', { asOf }).basis
}

/** Ways to pay that are open for a dossier now: an act follows the rule of its day (AMB-17.2). */
export interface OpenWays {
  readonly channels: readonly Channel[]
  readonly basis: readonly LegalBasis[]
  /** True where the law names no way for this level, so that the office collects at its counter. */
  readonly silent: boolean
}

export function openWays(
  tenant: Tenant,
  { procedure, mode }: Pick<Dossier, 'procedure' | 'mode'>,
  { now, onlineFailed }: { now: Instant; onlineFailed: boolean },
): OpenWays {
  const { channels, basis } = paymentChannels(tenant, { level: procedure.level, mode, asOf: now })
  const general = generalWays(tenant, now)
  if (channels.length === 0)
    return general.channels.length > 0
      ? { ...general, silent: false }
      : { channels: ['counter'], basis, silent: true }
  // AMB-27: what the regulation lists in general stands in where paying online did not work, and beside a partial service.
  const wider = onlineFailed || !channels.every((one) => one === 'online') ? general.channels : []
  const more = wider.filter((one) => one === 'bank-transfer' && !channels.includes(one))
  return {
    channels: [...channels, ...more],
    basis: more.length > 0 ? [...basis, ...general.basis] : basis,
    silent: false,
  }
}

/** What the regulation lists as ways to pay without saying for which level; a bank's counter leads to the same account as a transfer. */
function generalWays(tenant: Tenant, asOf: Instant): { channels: Channel[]; basis: readonly LegalBasis[] } {
  const { answer, basis } = ask(tenant.rules, 'payment.general', { asOf })
  const named = ((answer ?? []) as string[]).map((one) => (one === 'bank-counter' ? 'bank-transfer' : one))
  const known = channelWords.filter(
    (one) => named.includes(one) && ['online', 'counter', 'bank-transfer', 'postal'].includes(one),
  )
  return { channels: known, basis }
}

/** Whether money goes back, by the regulation in force when it was paid (AMB-17.5). */
export function refundTermsOf(tenant: Tenant, dossier: Dossier, paidAt: Instant): RefundTerms {
  const { answer, basis } = determine<boolean | null>(tenant, 'refund.due', {
    ...refundFacts(dossier),
    asOf: paidAt,
  })
  return { due: answer, basis }
}

/** When the service fails money goes back: the sentence shown where it is paid, or undefined where the regulation is silent. */
export function refundRule(tenant: Tenant, asOf: Instant): readonly LegalBasis[] | undefined {
  const { answer, basis } = ask(tenant.rules, 'refund.due', { asOf, completed: false, collected: false })
  return answer === true ? basis : undefined
}
