import { fromMoment, toMoment, type Instant } from '@motcua/calendar'
import { getTenantStateForUpdate, setStanding, type Database, type TenantState } from '@motcua/db'
import { Refused, type Actor, type Bilingual, type TenantStanding } from '@motcua/domain'
import { audit } from '../audit/audit.ts'
import type { Deed } from '../audit/deeds.ts'

/** What may be done to a province as a whole; the purge itself is the last deed and has a file of its own. */
export const standingDeeds = ['suspend', 'resume', 'note-export', 'confirm-archive'] as const
export type StandingDeed = (typeof standingDeeds)[number]

/** Days between the moment the archive is confirmed and the first at which anything is purged. */
export const fewestWaitingDays = 30

/** From which standings a deed may be done, where it leads, and what the trail calls it. */
const moves: Readonly<
  Record<StandingDeed, { from: readonly TenantStanding[]; to: TenantStanding; deed: Deed }>
> = {
  suspend: { from: ['in-service'], to: 'suspended', deed: 'tenant:suspend' },
  // A province that changes its mind comes back, until the day of the purge.
  resume: { from: ['suspended', 'exported', 'archived'], to: 'in-service', deed: 'tenant:resume' },
  'note-export': { from: ['suspended', 'exported'], to: 'exported', deed: 'tenant:export' },
  'confirm-archive': { from: ['exported'], to: 'archived', deed: 'tenant:purge' },
}

export interface StandingChange {
  readonly deed: StandingDeed
  readonly actor: Actor
  readonly now: Instant
  /** Why, for the trail; it names nobody. */
  readonly reason?: string | undefined
  /** Said on the portal while it is closed. */
  readonly note?: Bilingual | undefined
  /** With `confirm-archive`: days to wait before the purge, never fewer than the house's own. */
  readonly waitingDays?: number | undefined
}

/**
 * Moves a province one step: out of service and back, or on its way out of the house (suspended, archive handed over,
 * archive confirmed by who received it, purge after the waiting time). No step is left out.
 * @throws Refused where the province does not stand where the deed begins
 */
export async function changeStanding(
  db: Database,
  tenant: string,
  { deed, actor, now, reason, note, waitingDays = fewestWaitingDays }: StandingChange,
): Promise<TenantState> {
  const { from, to, deed: traced } = moves[deed]
  return db.transact(tenant, async (tx) => {
    const before = await getTenantStateForUpdate(tx)
    if (!from.includes(before.standing))
      throw new Refused({ code: 'not-from-this-standing', data: { standing: before.standing } })
    const purgeAfter =
      to === 'archived'
        ? fromMoment(toMoment(now) + Math.max(waitingDays, fewestWaitingDays) * 86_400)
        : undefined
    const said = to === 'in-service' ? undefined : (note ?? before.note)
    await setStanding(tx, { standing: to, at: now, note: said, purgeAfter })
    const detail = { from: before.standing, to, ...(purgeAfter && { purgeAfter }), ...(reason && { reason }) }
    await audit({ tx, actor, now }, { deed: traced, thing: 'tenant', thingId: tenant, detail })
    return getTenantStateForUpdate(tx)
  })
}

/** What a deed of the house may be answered with instead of being done; for the command line, which words it. */
export { NotFound, Refused } from '@motcua/domain'
