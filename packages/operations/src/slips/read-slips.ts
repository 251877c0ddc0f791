import { eventsOf, getDossier, logRead, slipsOf } from '@motcua/db'
import { NotFound, type Dossier, type SlipDocument } from '@motcua/domain'
import { z } from 'zod'
import { getDossierAtDesk } from '../dossier/reach.ts'
import { operation, type Room } from '../operation.ts'
import type { SlipLine } from '../views.ts'
import { buildSlip } from './build-slip.ts'
import { isForApplicant, slipsIn, type SlipRef } from './slips-in.ts'

/** The slips of a dossier, for staff or for its applicant, in the order of issue (LA19-9.2, PT20-10.1b). */
export const listSlips = operation({
  name: 'slips.list',
  may: 'slip:read',
  input: z.object({ dossierId: z.uuid() }),

  async run(room, { dossierId }): Promise<SlipLine[]> {
    await ofReader(room, dossierId, 'slips.list')
    const source = await sourceOf(room, dossierId)
    return shownTo(room, slipsIn(source.events)).map((slip) => {
      const { title, head, issuedAt } = buildSlip(room.tenant, room.portal, source, slip)
      return {
        ref: slip.ref,
        kind: slip.kind,
        title,
        ...(head.number !== undefined && { number: head.number }),
        at: issuedAt,
      }
    })
  },
})

/** One slip of a dossier, for staff or for its applicant. */
export const getSlip = operation({
  name: 'slips.get',
  may: 'slip:read',
  input: z.object({ dossierId: z.uuid(), slip: z.string().max(60) }),

  async run(room, { dossierId, slip: ref }): Promise<SlipDocument> {
    await ofReader(room, dossierId, `slips.get ${ref}`)
    const source = await sourceOf(room, dossierId)
    const slip = shownTo(room, slipsIn(source.events)).find((one) => one.ref === ref)
    if (!slip) throw new NotFound('slip')
    return buildSlip(room.tenant, room.portal, source, slip)
  },
})

function shownTo({ actor }: Room, slips: readonly SlipRef[]): SlipRef[] {
  return slips.filter(({ kind }) => actor.kind === 'staff' || isForApplicant(kind))
}

async function sourceOf({ tx }: Room, dossierId: string) {
  return { events: await eventsOf(tx, dossierId), issued: await slipsOf(tx, dossierId) }
}

/** The dossier, if it is the reader's own or lies on his desk; a reading at the desk is logged. @throws NotFound */
async function ofReader(room: Room, dossierId: string, why: string): Promise<Dossier> {
  const { tx, actor, now } = room
  if (actor.kind === 'staff') {
    const dossier = await getDossierAtDesk(room, dossierId)
    await logRead(tx, { actor, thing: 'dossier', thingId: dossierId, why, at: now })
    return dossier
  }
  const dossier = await getDossier(tx, dossierId)
  if (actor.kind !== 'citizen' || dossier.applicant.accountId !== actor.accountId)
    throw new NotFound('dossier')
  return dossier
}
