import type { Instant } from '@motcua/calendar'
import { staffNames, type AuditEntry, type Tx } from '@motcua/db'
import { deeds } from './deeds.ts'

/** An entry of the trail as the auditor reads it. */
export interface AuditView {
  /** Lane and number: what names it in `audit verify`. */
  place: string
  at: Instant
  actorKind: string
  actorId: string
  /** Name and user name of a member of staff. Who files is named by the account alone. */
  actorName?: string
  address?: string
  deed: string
  says: { vi: string; en: string }
  thing: string
  thingId: string
  detail: string
  hash: string
}

const reading = { vi: 'Đọc dữ liệu cá nhân', en: 'Read personal data' }

/** Words the entries, with the names of the staff who acted. */
export async function viewsOf(tx: Tx, entries: readonly AuditEntry[]): Promise<AuditView[]> {
  const staff = entries.filter(({ actorKind }) => actorKind === 'staff').map(({ actorId }) => actorId)
  const names = await staffNames(tx, [...new Set(staff)])
  return entries.map((entry) => {
    const name = names.get(entry.actorId)
    return {
      place: `${entry.lane}/${entry.seq}`,
      at: entry.at,
      actorKind: entry.actorKind,
      actorId: entry.actorId,
      ...(name !== undefined && { actorName: name }),
      ...(entry.address !== undefined && { address: entry.address }),
      deed: entry.deed,
      says: sayingOf(entry.deed),
      thing: entry.thing,
      thingId: entry.thingId,
      detail: Object.entries(entry.detail)
        .map(([key, value]) => `${key}: ${Array.isArray(value) ? value.join(', ') : String(value)}`)
        .join('; '),
      hash: entry.hash,
    }
  })
}

/** A deed in the auditor's words; one that is no longer in the list keeps its name. */
export function sayingOf(deed: string): { vi: string; en: string } {
  if (deed === 'read') return reading
  return (deeds as Record<string, { vi: string; en: string }>)[deed] ?? { vi: deed, en: deed }
}
