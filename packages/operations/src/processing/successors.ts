import { dossiersOfBody, getDossierForUpdate } from '@motcua/db'
import {
  moveToSuccessor as decide,
  NotFound,
  Refused,
  type RefusalCode,
  type Succession,
} from '@motcua/domain'
import { z } from 'zod'
import { staffOf } from '../dossier/reach.ts'
import { operation, reading, type Room } from '../operation.ts'
import { record } from '../record.ts'
import { agencyName } from '../tenants/agency-name.ts'

/** How many dossiers are moved at once. */
const atOnce = 200

/** A body that was dissolved or merged, and how many dossiers still stand there. */
export interface SuccessionLine extends Succession {
  fromName: string
  toName: string
  on: string
  dossiers: { id: string; reference: string }[]
  /** True where more stand there than are listed. */
  more: boolean
}

/** Bodies that were dissolved or merged by now, with the dossiers their successors have to take over. */
export const listSuccessions = reading({
  name: 'processing.listSuccessions',
  may: 'agency:succeed',
  input: z.object({}),

  async run({ tx, tenant, now }): Promise<SuccessionLine[]> {
    const today = now.slice(0, 10)
    const due = tenant.successions.filter(({ on }) => on <= today)
    return Promise.all(
      due.map(async ({ from, to, on, decision }) => {
        const found = await dossiersOfBody(tx, from, atOnce + 1)
        return {
          fromAgencyId: from,
          toAgencyId: to,
          fromName: agencyName(tenant, from),
          toName: agencyName(tenant, to),
          on,
          reason: decision,
          dossiers: found
            .slice(0, atOnce)
            .map(({ id, code, submissionNo }) => ({ id, reference: code || submissionNo })),
          more: found.length > atOnce,
        }
      }),
    )
  },
})

/** What became of one dossier of a bulk. */
export interface Moved {
  id: string
  refused?: RefusalCode
}

/** Gives the dossiers of a dissolved body to its successor, with a result for each of them. */
export const moveToSuccessor = operation({
  name: 'processing.moveToSuccessor',
  may: 'agency:succeed',
  input: z.object({ fromAgencyId: z.string().max(100), dossierIds: z.array(z.uuid()).min(1).max(atOnce) }),

  async run(room, { fromAgencyId, dossierIds }): Promise<Moved[]> {
    const { tenant, now } = room
    const succession = tenant.successions.find(
      ({ from, on }) => from === fromAgencyId && on <= now.slice(0, 10),
    )
    if (!succession) throw new NotFound('succession')
    const { to: toAgencyId, decision: reason } = succession
    const moved: Moved[] = []
    // In one order, so that two who do it at once do not wait for each other.
    for (const id of dossierIds.toSorted())
      moved.push(await move(room, id, { fromAgencyId, toAgencyId, reason }))
    return moved
  },
})

async function move({ tx, actor, now }: Room, id: string, succession: Succession): Promise<Moved> {
  try {
    const dossier = await getDossierForUpdate(tx, id)
    await record({ tx }, dossier, decide(dossier, { ...succession, at: now, by: staffOf(actor).fullName }))
    return { id }
  } catch (error) {
    if (error instanceof NotFound) return { id, refused: 'not-of-that-body' }
    if (error instanceof Refused) return { id, refused: error.refusal.code }
    throw error
  }
}
