import { randomUUID } from 'node:crypto'
import { workingSecondsBetween, toMoment, type Instant } from '@motcua/calendar'
import {
  MomentInput,
  NotFound,
  shareWork as decide,
  heightOf,
  type Agency,
  type Dossier,
  type LegalBasis,
  type Share,
  type SharingMode,
  type SharingTerms,
} from '@motcua/domain'
import { z } from 'zod'
import { getDossierAtDesk, getDossierToWorkOn } from '../dossier/reach.ts'
import { operation, reading, type Room } from '../operation.ts'
import { record } from '../record.ts'
import { determine } from '../rules/determine.ts'
import type { Tenant } from '../tenants/tenant.ts'
import { deedOf } from './at-step.ts'
import { addHours } from './step-time.ts'

/** Whether a dossier travels on paper or electronically: it decides the order of the bodies (PT20-11.1). */
export const media = ['paper', 'electronic'] as const
export type Medium = (typeof media)[number]

/** Chuyển liên thông: sends the dossier to the bodies that have a part in it, with the work and the time of each. */
export const shareWork = operation({
  name: 'processing.shareWork',
  may: 'work:share',
  input: z.object({
    dossierId: z.uuid(),
    medium: z.enum(media),
    leadAgencyId: z.string().max(100),
    shares: z
      .array(
        z.object({
          agencyId: z.string().max(100),
          task: z.string().trim().min(1).max(2000),
          hours: z.number().positive().max(2000),
        }),
      )
      .min(1)
      .max(20),
  }),

  async run(room, { dossierId, medium, leadAgencyId, shares }): Promise<void> {
    const { tenant, now } = room
    for (const id of [leadAgencyId, ...shares.map(({ agencyId }) => agencyId)])
      if (!tenant.agencies.has(id)) throw new NotFound('agency')
    const dossier = await getDossierToWorkOn(room, dossierId)
    const law = sharingLaw(tenant, now, medium)
    const { accountId: _, ...deed } = deedOf(room)
    const command = { ...deed, leadAgencyId, shares: timed(tenant, now, law.mode, shares) }
    const terms = termsOf(room, dossier, medium, [leadAgencyId, ...shares.map(({ agencyId }) => agencyId)])
    await record(room, dossier, decide(dossier, command, terms))
  },
})

/** What the desk shows before the work is shared: the order the law prescribes, and the time that is left. */
export const sharingOffer = reading({
  name: 'processing.sharingOffer',
  may: 'work:share',
  input: z.object({ dossierId: z.uuid() }),

  async run(
    room,
    { dossierId },
  ): Promise<{
    modes: Record<Medium, { mode: SharingMode; basis: readonly LegalBasis[] }>
    mostHours: number | null
    agencies: { id: string; name: string }[]
  }> {
    const dossier = await getDossierAtDesk(room, dossierId)
    const { tenant, now } = room
    return {
      modes: { paper: sharingLaw(tenant, now, 'paper'), electronic: sharingLaw(tenant, now, 'electronic') },
      mostHours: hoursLeft(tenant, dossier, now),
      agencies: [...tenant.agencies.values()].map(({ id, name }) => ({ id, name })),
    }
  },
})

/** The way the law prescribes; where it is silent, paper one after the other, electronic at once (ND61 19.6). */
function sharingLaw(
  tenant: Tenant,
  asOf: Instant,
  medium: Medium,
): { mode: SharingMode; basis: readonly LegalBasis[] } {
  const { answer, basis } = determine<SharingMode | null>(tenant, 'interagency.mode', { asOf, medium })
  return { mode: answer ?? (medium === 'paper' ? 'sequential' : 'parallel'), basis }
}

function termsOf(room: Room, dossier: Dossier, medium: Medium, bodies: readonly string[]): SharingTerms {
  const { tenant, now } = room
  const { mode, basis } = sharingLaw(tenant, now, medium)
  const receivers = determine<string[] | null>(tenant, 'interagency.resultTo', { asOf: now, medium })
  const above = crossed(tenant, dossier, bodies)
  const crossLevel = determine<string[] | null>(tenant, 'interagency.crossLevel', { asOf: now })
  const supervisor = crossLevel.answer?.includes('data-to-higher-section') ? above : undefined
  const paper =
    above && medium === 'paper' && dossier.phase === 'processing'
      ? determine<Instant | null>(tenant, 'interagency.crossLevelPaper', { acceptedAt: dossier.acceptedAt })
      : undefined
  return {
    mode,
    receivers: receivers.answer ?? [],
    mostHours: hoursLeft(tenant, dossier, now),
    ...(supervisor && { supervisorId: supervisor.id }),
    ...(paper?.answer && { paperDueAt: paper.answer }),
    basis: [...basis, ...(supervisor ? crossLevel.basis : []), ...(paper?.answer ? paper.basis : [])],
  }
}

/** Working hours until the promised moment. */
function hoursLeft(tenant: Tenant, dossier: Dossier, now: Instant): number | null {
  const dueAt = dossier.phase === 'processing' ? dossier.processingClock.dueAt : null
  if (dueAt === null) return null
  const seconds = workingSecondsBetween(tenant.rules.calendar, toMoment(now), toMoment(dueAt))
  return Math.max(0, Math.floor(seconds / 360) / 10)
}

/** The end of each part: one after the other each begins where the one before it ends; at once, all begin now. */
function timed(
  tenant: Tenant,
  now: Instant,
  mode: SharingMode,
  shares: readonly { agencyId: string; task: string; hours: number }[],
): Omit<Share, 'done'>[] {
  let hoursBefore = 0
  return shares.map((share) => {
    if (mode === 'sequential') hoursBefore += share.hours
    const dueAt = addHours(tenant, now, mode === 'sequential' ? hoursBefore : share.hours)
    return { id: randomUUID(), ...share, dueAt }
  })
}

/** Where a part goes to a higher level: the one-stop section there, which supervises (PT20-11.2a). */
function crossed(tenant: Tenant, dossier: Dossier, bodies: readonly string[]): Agency | undefined {
  const own = tenant.agencies.get(dossier.agencyId)
  if (!own) return undefined
  const height = (level: string): number => heightOf(tenant.tiers, level)
  const above = bodies
    .map((id) => tenant.agencies.get(id)!)
    .filter(({ level }) => height(level) > height(own.level))
    .toSorted((a, b) => height(b.level) - height(a.level))[0]
  if (!above) return undefined
  return above.hasOneStopSection ? above : sectionAbove(tenant, above)
}

/** The one-stop section that receives for a body: of its own level, under the same body or above it. */
function sectionAbove(tenant: Tenant, body: Agency): Agency | undefined {
  const sections = [...tenant.agencies.values()].filter(
    ({ hasOneStopSection, level }) => hasOneStopSection && level === body.level,
  )
  return sections.find(({ parentId }) => parentId === body.parentId) ?? sections[0]
}
