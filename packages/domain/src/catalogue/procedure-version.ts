import type { CivilDate, Instant } from '@motcua/calendar'
import { z } from 'zod'
import { grant, refuse, type Decision } from '../decision.ts'
import type { LegalClock } from '../determination.ts'
import { FeeRate } from '../fees/fee-rate.ts'
import { Form } from '../intake/form.ts'
import { Procedure } from '../procedure/procedure.ts'
import { serviceLevels } from '../words.ts'
import type { CatalogueFault } from './check-procedure.ts'

/** A procedure as a province offers it: what it says, at which level, who takes it in, with which form and fees. */
export const ProcedureContent = z.object({
  procedure: Procedure,
  level: z.enum(serviceLevels),
  /** Ids of the bodies that receive it. */
  agencies: z.array(z.string()).min(1),
  form: Form,
  fees: z.array(FeeRate),
})
export type ProcedureContent = z.infer<typeof ProcedureContent>

/** Where a version stands on its way to the portal and off it again. */
export type ProcedureStage =
  'drafted' | 'proposed' | 'appraised' | 'scheduled' | 'published' | 'replaced' | 'ended' | 'dropped'

/** Stages of a version that is still on its way. */
export const comingStages: readonly ProcedureStage[] = ['drafted', 'proposed', 'appraised', 'scheduled']

/** The decision that announces new, changed or ended procedures (quyết định công bố). */
export interface AnnouncementDecision {
  readonly number: string
  readonly signedBy: string
  readonly issuedOn: CivilDate
  readonly effectiveOn: CivilDate
  /** When the body that has to act received it. */
  readonly receivedAt: Instant
  /** The procedure's name in it, where it is not the version's own. */
  readonly announcedName?: string
}

/** Somebody of the office, and when. */
export interface ByWhom {
  readonly at: Instant
  readonly by: string
  readonly accountId?: string
}

/** One version of a procedure, with what was decided about it. */
export interface ProcedureVersion {
  readonly code: string
  readonly version: number
  // INVARIANT: grows by one with every change; whoever saw an older one is told.
  readonly revision: number
  readonly stage: ProcedureStage
  /** Whether it begins, changes or ends the procedure. */
  readonly kind: 'new' | 'changed' | 'ended'
  readonly content: ProcedureContent
  readonly reason?: string
  readonly drafted: ByWhom
  readonly decision?: AnnouncementDecision
  /** What the bodies said that directly receive and settle it (LA19-6.1). */
  readonly consultation?: string
  readonly proposed?: ByWhom
  readonly appraised?: ByWhom & { readonly finding: string }
  readonly returned?: ByWhom & { readonly reason: string }
  readonly published?: ByWhom & { readonly from: Instant }
  readonly over?: { readonly at: Instant; readonly byVersion?: number }
  /** By when what is to be done, as the law said when the clock began. */
  readonly clocks: {
    readonly appraisal?: LegalClock
    readonly publish?: LegalClock
    readonly warning?: LegalClock
  }
}

/** What the regulation and the province's other declarations say about a version. */
export interface CatalogueTerms {
  readonly faults: readonly CatalogueFault[]
  /** True where the regulation wants those heard who directly receive and settle the procedure. */
  readonly consults: boolean
  readonly clocks: ProcedureVersion['clocks']
}

/** A new version of a procedure. */
export function draftProcedure(
  version: number,
  {
    kind,
    content,
    reason,
    ...done
  }: Pick<ProcedureVersion, 'kind' | 'content'> & { readonly reason?: string } & ByWhom,
): ProcedureVersion {
  return {
    code: content.procedure.code,
    version,
    revision: 1,
    stage: 'drafted',
    kind,
    content,
    ...(reason && { reason }),
    drafted: done,
    clocks: {},
  }
}

/** Changes a draft. What was proposed is first given back. */
export function reviseProcedure(
  version: ProcedureVersion,
  { content, reason, ...done }: { content: ProcedureContent; reason?: string } & ByWhom,
): Decision<ProcedureVersion> {
  if (version.stage !== 'drafted') return outOfTurn(version)
  return grant(next(version, { content, ...(reason && { reason }), drafted: done }))
}

/** Đề xuất, đăng ký: the version goes to those who appraise it, and the law's clocks begin (TQ19-11.2a). */
export function proposeProcedure(
  version: ProcedureVersion,
  { decision, consultation, ...done }: { decision: AnnouncementDecision; consultation?: string } & ByWhom,
  { faults, consults, clocks }: CatalogueTerms,
): Decision<ProcedureVersion> {
  if (version.stage !== 'drafted') return outOfTurn(version)
  if (faults.length > 0) return refuse({ code: 'procedure-unsound', data: { faults } })
  if (consults && !consultation) return refuse({ code: 'consultation-missing' })
  const { returned: _, ...rest } = version
  return grant(
    next(rest, {
      stage: 'proposed',
      decision,
      ...(consultation && { consultation }),
      proposed: done,
      clocks,
    }),
  )
}

/** Thẩm định: somebody else finds content, form and level in order (TQ19-11.2a.2). */
export function appraiseProcedure(
  version: ProcedureVersion,
  { finding, ...done }: { finding: string } & ByWhom,
  { faults, clocks }: CatalogueTerms,
): Decision<ProcedureVersion> {
  if (version.stage !== 'proposed') return outOfTurn(version)
  if (isSame(version.proposed, done) || isSame(version.drafted, done)) {
    return refuse({ code: 'second-person-needed' })
  }
  if (faults.length > 0) return refuse({ code: 'procedure-unsound', data: { faults } })
  return grant(
    next(version, {
      stage: 'appraised',
      appraised: { ...done, finding },
      clocks: { ...version.clocks, ...clocks },
    }),
  )
}

/** Back to the one who drew it up, with what has to be mended; it may come again. */
export function returnProcedure(
  version: ProcedureVersion,
  { reason, ...done }: { reason: string } & ByWhom,
): Decision<ProcedureVersion> {
  if (version.stage !== 'proposed' && version.stage !== 'appraised') return outOfTurn(version)
  const { appraised: _, proposed: _proposed, ...rest } = version
  return grant(next(rest, { stage: 'drafted', returned: { ...done, reason }, clocks: {} }))
}

/** Gives up a version that is not published. */
export function dropProcedure(
  version: ProcedureVersion,
  { reason, at }: { reason: string } & ByWhom,
): Decision<ProcedureVersion> {
  if (!comingStages.includes(version.stage)) return outOfTurn(version)
  return grant(next(version, { stage: 'dropped', reason, over: { at } }))
}

/**
 * Công bố, đăng tải: an appraised version goes onto the portal on the day its decision takes effect, not before; where
 * that lies ahead, it waits for the day.
 */
export function publishProcedure(
  version: ProcedureVersion,
  { today, ...done }: { today: CivilDate } & ByWhom,
  { faults }: Pick<CatalogueTerms, 'faults'>,
): Decision<ProcedureVersion> {
  if (version.stage !== 'appraised' && version.stage !== 'scheduled') return outOfTurn(version)
  if (faults.length > 0) return refuse({ code: 'procedure-unsound', data: { faults } })
  const { decision } = version
  if (!decision) return refuse({ code: 'basis-missing' })
  if (decision.effectiveOn > today) {
    if (version.stage === 'scheduled') return outOfTurn(version)
    return grant(next(version, { stage: 'scheduled', published: { ...done, from: done.at } }))
  }
  const by = version.stage === 'scheduled' && version.published ? version.published : done
  return grant(putOnPortal(version, { ...by, from: done.at }))
}

/** The version as it stands on the portal, or off it where it ends the procedure. */
export function putOnPortal(
  version: ProcedureVersion,
  published: ByWhom & { readonly from: Instant },
): ProcedureVersion {
  const ends = version.kind === 'ended'
  return next(version, {
    stage: ends ? 'ended' : 'published',
    published,
    ...(ends && { over: { at: published.from } }),
  })
}

/** The version that was on the portal before, once another takes its place. */
export function replaceProcedure(
  version: ProcedureVersion,
  at: Instant,
  byVersion?: number,
): ProcedureVersion {
  return next(version, { stage: 'replaced', over: { at, ...(byVersion && { byVersion }) } })
}

/** What has to be done next about a version, and by when; undefined where nothing is waited for. */
export function procedureDuty({
  stage,
  clocks,
}: Pick<ProcedureVersion, 'stage' | 'clocks'>):
  { readonly kind: 'appraise' | 'publish'; readonly clock?: LegalClock } | undefined {
  if (stage === 'proposed') {
    const clock = clocks.appraisal ?? clocks.publish
    return { kind: 'appraise', ...(clock && { clock }) }
  }
  if (stage === 'appraised') return { kind: 'publish', ...(clocks.publish && { clock: clocks.publish }) }
  return undefined
}

function isSame(one: ByWhom | undefined, other: ByWhom): boolean {
  if (!one) return false
  return one.accountId && other.accountId ? one.accountId === other.accountId : one.by === other.by
}

function next(version: ProcedureVersion, change: Partial<ProcedureVersion>): ProcedureVersion {
  return { ...version, ...change, revision: version.revision + 1 }
}

function outOfTurn({ stage }: ProcedureVersion) {
  return refuse({ code: 'procedure-out-of-turn', data: { stage } })
}
