import { fromMoment, toMoment, type Instant } from '@motcua/calendar'
import type { Determination, TenantManifest } from '@motcua/domain'
import { determine } from '../rules/determine.ts'
import type { Tenant } from '../tenants/tenant.ts'

/** How long a period of the law lasts, in hours: a week is seven times twenty-four of them (AMB-33). */
const hoursOf: Readonly<Record<string, number>> = {
  daily: 24,
  weekly: 168,
  monthly: 28 * 24,
  quarterly: 90 * 24,
  'half-yearly': 181 * 24,
  yearly: 365 * 24,
}

/** The platform's floor: no province is backed up less often than weekly, whatever its law leaves open (AMB-33). */
const floorHours = 168

/** Hours before the latest backup is too old at which those concerned are told. */
const warningHours = 48

interface Schedule {
  readonly periods: readonly string[]
  readonly atLeast?: number
}

/** How often a province is backed up, and by when. */
export interface BackupTerms {
  /** The latest backup is never to be older than this: what the law says, or the platform's floor where it is shorter. */
  readonly limitHours: number
  /** How often one is made: what the province chose, never less often than the limit. */
  readonly everyHours: number
  /** What the law says, with its articles; its answer is null where it names no period. */
  readonly law: Determination<Schedule | null>
  /** Whether the law demands backups at all, with its articles. */
  readonly required: Determination<boolean | null>
}

export function backupTerms(tenant: Tenant, asOf: Instant): BackupTerms {
  const law = determine<Schedule | null>(tenant, 'backup.schedule', { asOf })
  const required = determine<boolean | null>(tenant, 'backup.required', { asOf })
  const limitHours = limitOf(law.answer)
  return { limitHours, everyHours: chosenHours(tenant.manifest, limitHours), law, required }
}

/** Daily unless the province chose otherwise. */
const chosenHours = ({ backup }: TenantManifest, limitHours: number): number =>
  Math.min(backup?.everyHours ?? 24, limitHours)

function limitOf(schedule: Schedule | null): number {
  if (!schedule) return floorHours
  const times = schedule.atLeast ?? 1
  return Math.min(floorHours, ...schedule.periods.map((period) => (hoursOf[period] ?? floorHours) / times))
}

/** How the latest backup stands against the terms. */
export interface BackupHealth {
  /** `none`: there never was one. */
  readonly state: 'fine' | 'soon-too-old' | 'too-old' | 'none'
  readonly latestAt?: Instant
  /** When the next one is due by the province's own schedule; at once where none is there. */
  readonly dueAt: Instant
  /** When those concerned are told. */
  readonly warnAt: Instant
  /** From when on the latest one is too old; counted from `since` where none is there. */
  readonly tooOldAt: Instant
}

/** @param since the moment the province came in, where there is no backup yet */
export function backupHealth(
  { limitHours, everyHours }: BackupTerms,
  { latestAt, since, now }: { latestAt?: Instant | undefined; since: Instant; now: Instant },
): BackupHealth {
  const from = latestAt ?? since
  const tooOldAt = later(from, limitHours)
  const warnAt = later(from, Math.max(limitHours - warningHours, limitHours / 2))
  const state = now >= tooOldAt ? 'too-old' : now >= warnAt ? 'soon-too-old' : latestAt ? 'fine' : 'none'
  return {
    state,
    ...(latestAt && { latestAt }),
    dueAt: latestAt ? later(latestAt, everyHours) : since,
    warnAt,
    tooOldAt,
  }
}

const later = (from: Instant, hours: number): Instant => fromMoment(toMoment(from) + Math.floor(hours * 3600))
