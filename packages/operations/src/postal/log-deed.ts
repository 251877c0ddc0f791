import { logPostal, type PostalDeed } from '@motcua/db'
import type { Room } from '../operation.ts'
import { staffOf } from '../dossier/reach.ts'

/** Adds to the log of the post what was done to something a postal officer carries: day reports are counted from it. */
export async function logDeed(
  { tx, actor, now }: Room,
  thing: PostalDeed['thing'],
  { id, officer }: { readonly id: string; readonly officer: { readonly accountId: string } },
  deed: string,
  detail: Record<string, unknown>,
): Promise<void> {
  const officerId = officer.accountId
  const actorId = staffOf(actor).accountId
  await logPostal(tx, { at: now, officerId, actorId, deed, thing, thingId: id, detail })
}
