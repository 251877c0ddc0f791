import { getDraftForUpdate, type Draft } from '@motcua/db'
import { Forbidden, Refused, type Actor } from '@motcua/domain'
import type { Room } from '../operation.ts'

/** The citizen who acts. @throws Forbidden for anybody else */
export function citizenOf(actor: Actor): Extract<Actor, { kind: 'citizen' }> {
  if (actor.kind !== 'citizen') throw new Forbidden('draft:own')
  return actor
}

/** The citizen's own draft, locked and still open. @throws NotFound, Refused once it was submitted */
export async function getOpenDraft({ tx, actor }: Room, id: string): Promise<Draft> {
  const draft = await getDraftForUpdate(tx, id, citizenOf(actor).accountId)
  if (draft.finishedAt) {
    throw new Refused({ code: 'draft-already-submitted', data: { dossierId: draft.dossierId } })
  }
  return draft
}
