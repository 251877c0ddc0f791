import { writeAudit, type AuditDetail } from '@motcua/db'
import type { Room } from '../operation.ts'
import type { Deed } from './deeds.ts'

/**
 * Leaves the trace of a deed in the province's trail, in the deed's own transaction: who did it and when is the room's.
 * `detail` says what changed and why; never who it is about by name, number or address.
 */
export async function audit(
  { tx, actor, now }: Pick<Room, 'tx' | 'actor' | 'now'>,
  { deed, thing, thingId, detail }: { deed: Deed; thing: string; thingId: string; detail?: AuditDetail },
): Promise<void> {
  await writeAudit(tx, { at: now, actor, deed, thing, thingId, ...(detail && { detail }) })
}
