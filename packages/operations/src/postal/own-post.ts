import { dateOf, type Instant } from '@motcua/calendar'
import { getCollection, getCollectionForUpdate, nextCodeNumber, type Tx, type Versioned } from '@motcua/db'
import { NotFound, type Actor, type Collection } from '@motcua/domain'
import { staffOf } from '../dossier/reach.ts'

/** The postal officer who acts, as slips name them. @throws Forbidden for anybody who is not of the staff */
export function postalOfficer(actor: Actor): { accountId: string; fullName: string } {
  const { accountId, fullName } = staffOf(actor)
  return { accountId, fullName }
}

/** A collection of this officer. Another officer's is not found. @throws NotFound */
export async function getOwnCollection(tx: Tx, actor: Actor, id: string): Promise<Collection> {
  return own(await getCollection(tx, id), actor)
}

/** The same, locked until the work is done. @throws NotFound */
export async function getOwnCollectionForUpdate(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<Versioned<Collection>> {
  const found = await getCollectionForUpdate(tx, id)
  own(found.state, actor)
  return found
}

function own(collection: Collection, actor: Actor): Collection {
  if (collection.officer.accountId !== staffOf(actor).accountId) throw new NotFound('collection')
  return collection
}

/** The next number of the post's own slips of one kind: `BC-260302-0001`. */
export async function postalNo(tx: Tx, kind: 'BC' | 'BB', now: Instant): Promise<string> {
  const day = dateOf(now)
  const n = await nextCodeNumber(tx, `post ${kind}`, day)
  return `${kind}-${day.slice(2).replaceAll('-', '')}-${String(n).padStart(4, '0')}`
}
