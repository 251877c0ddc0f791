import type { Instant } from '@motcua/calendar'
import {
  verdictOf,
  type Channel,
  type Dossier,
  type LegalBasis,
  type ShownPaper,
  type SignatureVerdict,
} from '@motcua/domain'
import { determine, returnChannels } from '../rules/determine.ts'
import type { Tenant } from '../tenants/tenant.ts'

/** What the law of the province says of returning one result, each answer with its articles. */
export interface ReturningLaw {
  /** Ways it may come back, the one the applicant chose among them. */
  readonly channels: { readonly answer: readonly Channel[]; readonly basis: readonly LegalBasis[] }
  readonly originals: {
    readonly needed: boolean
    readonly accepted: readonly ShownPaper[]
    readonly when?: string
    readonly where?: string
    readonly basis: readonly LegalBasis[]
  }
  readonly earlyNotice: { readonly answer: boolean; readonly basis: readonly LegalBasis[] }
  /** What goes out electronically must be signed. */
  readonly seal: { readonly answer: boolean; readonly basis: readonly LegalBasis[] }
  /** What must be so before the dossier is complete (HN19-10.3b). */
  readonly requires: { readonly answer: readonly string[]; readonly basis: readonly LegalBasis[] }
}

/** Asks the law of the province how the result of this dossier is returned. */
export function returningLaw(tenant: Tenant, dossier: Dossier, now: Instant): ReturningLaw {
  const facts = factsOf(tenant, dossier, now)
  const early = determine<boolean | null>(tenant, 'return.earlyNotice', facts)
  const requires = determine<string[] | null>(tenant, 'completion.requires', facts)
  return {
    channels: channelsOf(tenant, dossier, facts),
    originals: originalsOf(tenant, facts),
    earlyNotice: { answer: early.answer === true, basis: early.basis },
    seal: sealOf(tenant, facts),
    requires: { answer: requires.answer ?? [], basis: requires.basis },
  }
}

type Facts = ReturnType<typeof factsOf>

function factsOf(tenant: Tenant, { procedure, mode, papers }: Dossier, asOf: Instant) {
  return {
    level: procedure.level,
    mode,
    // Signed by who filed it, by a signature that was found valid (LA19-6.2).
    signed: isSigned(papers.map(({ signatures = [] }) => verdictOf(signatures))),
    // The national catalogue names the papers that sector law wants shown.
    sectorRequired:
      tenant.procedures.get(procedure.code)?.procedure.papers.some(({ presentedOnly }) => presentedOnly) ??
      false,
    asOf,
  }
}

/** A signature that was found broken takes the worth of the whole ones beside it. */
function isSigned(verdicts: readonly (SignatureVerdict | undefined)[]): boolean {
  return verdicts.includes('valid') && !verdicts.includes('invalid')
}

/** Paper comes back on the ways for paper, and an electronic result on its own, where there may be one (LA19-10.2). */
function channelsOf(tenant: Tenant, { returnChannel }: Dossier, facts: Facts): ReturningLaw['channels'] {
  const paper = returnChannels(tenant, { ...facts, resultForm: 'paper' })
  const electronic = determine<boolean | null>(tenant, 'result.electronic', facts)
  const besides =
    electronic.answer === false
      ? { channels: [], basis: electronic.basis }
      : returnChannels(tenant, { ...facts, resultForm: 'electronic' })
  return {
    answer: [...new Set([returnChannel, ...paper.channels, ...besides.channels])],
    basis: uniqueBasis([...paper.basis, ...besides.basis]),
  }
}

/** Two ways in which a regulation asks for the comparison: outright, or where sector law demands it (AMB-26). */
function originalsOf(tenant: Tenant, facts: Facts): ReturningLaw['originals'] {
  const check = determine<boolean | null>(tenant, 'originals.check', facts)
  const when = determine<string | null>(tenant, 'originals.when', facts)
  const where = determine<string | null>(tenant, 'originals.where', facts)
  const accepted = determine<ShownPaper[] | null>(tenant, 'originals.accepted', facts)
  const onDemand = check.answer === null && when.answer === 'on-demand' && facts.sectorRequired
  const needed = check.answer === true || onDemand
  return {
    needed,
    accepted: accepted.answer ?? ['original', 'principal-copy'],
    ...(when.answer && { when: when.answer }),
    ...(where.answer && { where: where.answer }),
    basis: uniqueBasis([...check.basis, ...(needed ? [...when.basis, ...accepted.basis] : [])]),
  }
}

function sealOf(tenant: Tenant, facts: Facts): ReturningLaw['seal'] {
  const signed = determine<boolean | null>(tenant, 'result.signed', facts)
  const forms = determine<string[] | null>(tenant, 'result.forms', facts)
  const byForm = forms.answer?.includes('signed-electronic') ?? false
  return {
    answer: signed.answer ?? byForm,
    basis: signed.answer === null ? forms.basis : signed.basis,
  }
}

function uniqueBasis(basis: readonly LegalBasis[]): LegalBasis[] {
  return [...new Map(basis.map((one) => [JSON.stringify(one), one])).values()]
}
