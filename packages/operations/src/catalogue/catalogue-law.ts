import type { CivilDate, Instant } from '@motcua/calendar'
import {
  checkProcedure,
  serviceLevels,
  type AnnouncementDecision,
  type CatalogueFault,
  type CatalogueTerms,
  type Determination,
  type LegalClock,
  type ProcedureContent,
  type ProcedureVersion,
  type ServiceLevel,
} from '@motcua/domain'
import { BadFacts } from '@motcua/dsl'
import { determine } from '../rules/determine.ts'
import type { Tenant } from '../tenants/tenant.ts'

/** Parts of a procedure page, as the regulation lists them (TQ19-8.1b, PT20-5.1b, HN19-5.1). */
export function fieldsOfLaw(tenant: Tenant, asOf: Instant): Determination<string[] | null> {
  return determine(tenant, 'procedure.fields', { asOf })
}

/** Lowest level at which a procedure may be offered (LA19-5.1, PT20-25.2). */
export function leastLevel(tenant: Tenant, asOf: Instant): Determination<ServiceLevel | null> {
  return determine(tenant, 'service.minLevel', { asOf })
}

/** Whether every procedure has to be there, or those of an announced list (PT20-25.2). */
export function coverageOfLaw(tenant: Tenant, asOf: Instant): Determination<string | null> {
  return determine(tenant, 'service.coverage', { asOf })
}

/** Who proposes, is heard, takes registrations, edits and announces, as the regulation names them. */
export function bodiesOfLaw(tenant: Tenant, asOf: Instant) {
  const ask = <T>(question: string): Determination<T | null> => determine(tenant, question, { asOf })
  return {
    proposer: ask<string>('service.proposer'),
    consulted: ask<string[]>('service.consulted'),
    registerWith: ask<string>('service.registerWith'),
    editor: ask<string>('procedure.editor'),
    levelsBy: ask<string>('service.levelsBy'),
    updateManner: ask<string>('procedure.updateManner'),
    master: ask<string>('procedure.master'),
    places: ask<string[]>('procedure.places'),
    copies: ask<string[]>('procedure.copies'),
  }
}

/** What is wrong with what a version says, by the law of this moment and the province's bodies. */
export function faultsOf(
  tenant: Tenant,
  content: ProcedureContent,
  { asOf, announcedName }: { asOf: Instant; announcedName?: string | undefined },
): CatalogueFault[] {
  const least = leastLevel(tenant, asOf).answer
  const named = determine<boolean | null>(tenant, 'service.nameAsAnnounced', { asOf }).answer === true
  return checkProcedure(content, {
    bodies: new Map(
      [...tenant.agencies.values()].map(({ id, hasOneStopSection }) => [id, hasOneStopSection]),
    ),
    fieldsOfLaw: fieldsOfLaw(tenant, asOf).answer ?? [],
    ...(least && isLevel(least) && { leastLevel: least }),
    ...(named && announcedName && { announcedName }),
  })
}

/** What a proposed version is held against. */
export function proposalTerms(
  tenant: Tenant,
  { content, kind }: ProcedureVersion,
  { decision, now }: { decision: AnnouncementDecision; now: Instant },
): CatalogueTerms {
  const { announcedName } = decision
  return {
    // What is taken off the portal need not be sound any more.
    faults: kind === 'ended' ? [] : faultsOf(tenant, content, { asOf: now, announcedName }),
    consults: (bodiesOfLaw(tenant, now).consulted.answer ?? []).length > 0,
    clocks: proposalClocks(tenant, decision, now),
  }
}

/** What an appraised version is held against: a clock of the law may run from the appraisal (TQ19-11.2b.2). */
export function appraisalTerms(
  tenant: Tenant,
  { content, kind, decision }: ProcedureVersion,
  now: Instant,
): CatalogueTerms {
  const publish = decision && publishClock(tenant, decision, now)
  return {
    faults:
      kind === 'ended'
        ? []
        : faultsOf(tenant, content, { asOf: now, announcedName: decision?.announcedName }),
    consults: false,
    clocks: publish ? { publish } : {},
  }
}

function proposalClocks(
  tenant: Tenant,
  decision: AnnouncementDecision,
  now: Instant,
): ProcedureVersion['clocks'] {
  const appraisal = clock(tenant, 'service.appraisal', { registrationReceivedAt: now }, now)
  const issuedAt = startOf(decision.issuedOn)
  const warning = clock(tenant, 'procedure.publishWarning', { decisionIssuedAt: issuedAt }, issuedAt)
  const publish = publishClock(tenant, decision)
  return { ...(appraisal && { appraisal }), ...(publish && { publish }), ...(warning && { warning }) }
}

/** By when the portal has to show it: from the decision's receipt, its first day or the appraisal, as the law says. */
function publishClock(
  tenant: Tenant,
  { receivedAt, effectiveOn }: AnnouncementDecision,
  appraisedAt?: Instant,
): LegalClock | undefined {
  const facts = {
    decisionReceivedAt: receivedAt,
    decisionEffectiveAt: startOf(effectiveOn),
    ...(appraisedAt && { appraisalReceivedAt: appraisedAt }),
  }
  return clock(tenant, 'procedure.publish', facts, appraisedAt ?? receivedAt)
}

function clock(
  tenant: Tenant,
  question: string,
  facts: Readonly<Record<string, unknown>>,
  startedAt: Instant,
): LegalClock | undefined {
  try {
    const why = determine<Instant | null>(tenant, question, facts)
    return why.answer === null ? undefined : { startedAt, dueAt: why.answer, why }
  } catch (error) {
    // What the regulation counts from has not happened yet: its clock begins when it does.
    if (error instanceof BadFacts && error.code === 'missing-fact') return undefined
    throw error
  }
}

/** The first moment of a day at the office. */
export function startOf(day: CivilDate): Instant {
  return `${day}T00:00:00+07:00` as Instant
}

function isLevel(word: string): word is ServiceLevel {
  return serviceLevels.some((level) => level === word)
}
