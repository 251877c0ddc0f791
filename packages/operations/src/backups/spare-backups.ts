import { toMoment, type Instant } from '@motcua/calendar'
import type { DoneBackup } from '@motcua/db'

const day = 86_400

/**
 * Which backups are kept: every one of the last eight days, the latest of each week for nine weeks, of each month for
 * thirteen months; the latest one always, and one made to hand the province over for ever.
 */
export function spare(backups: readonly DoneBackup[], now: Instant): ReadonlySet<string> {
  const latestFirst = backups.toSorted((a, b) => toMoment(b.beganAt) - toMoment(a.beganAt))
  const spared = new Set<string>()
  if (latestFirst[0]) spared.add(latestFirst[0].id)
  const filled = new Set<string>()
  for (const { id, reason, beganAt } of latestFirst) {
    const at = toMoment(beganAt)
    const age = toMoment(now) - at
    const place = age < 9 * 7 * day ? `week ${Math.floor(at / (7 * day))}` : `month ${beganAt.slice(0, 7)}`
    if (reason === 'hand-over' || age < 8 * day) spared.add(id)
    else if (age < 13 * 31 * day && !filled.has(place)) spared.add(id)
    filled.add(place)
  }
  return spared
}
