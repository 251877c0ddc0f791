import { changeKey, getKeyForUpdate } from '@motcua/db'
import { Forbidden, Refused, type Actor, type ApiKey, type KeyDecision } from '@motcua/domain'
import type { Room } from '../operation.ts'

/** Decides on a key and writes what became of it. @throws Refused, NotFound */
export async function changeStored<Key extends ApiKey>(
  { tx }: Pick<Room, 'tx'>,
  id: string,
  decide: (key: ApiKey) => KeyDecision<Key>,
): Promise<Key> {
  const stored = await getKeyForUpdate(tx, id)
  const decision = decide(stored.key)
  if (!decision.granted) throw new Refused(decision.refusal)
  await changeKey(tx, stored, decision.key)
  return decision.key
}

/** Who manages keys. @throws Forbidden */
export function managerOf(actor: Actor): Extract<Actor, { kind: 'staff' }> {
  if (actor.kind !== 'staff') throw new Forbidden('key:manage')
  return actor
}

/** What an owner's name and reason for a key may be. */
export const longestText = 200
