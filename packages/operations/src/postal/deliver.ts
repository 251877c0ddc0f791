import { randomUUID } from 'node:crypto'
import {
  addConsignment,
  append,
  changeConsignment,
  findDossierByNo,
  getConsignmentForUpdate,
  getDossierForUpdate,
  logRead,
  type Versioned,
} from '@motcua/db'
import {
  attemptDelivery,
  consignedThings,
  NotFound,
  Refused,
  returnConsignment,
  type Consignment,
  type Dossier,
  type DossierEvent,
} from '@motcua/domain'
import { z } from 'zod'
import { operation, type Room } from '../operation.ts'
import { granted } from '../record.ts'
import { logDeed } from './log-deed.ts'
import { postalOfficer } from './own-post.ts'

/** Takes something of a dossier to bring it to the applicant, by the number the post tracks it by. */
export const takeConsignment = operation({
  name: 'postal.takeConsignment',
  may: 'postal:carry',
  input: z.object({
    /** Dossier code or submission number. */
    reference: z.string().trim().min(1).max(60),
    no: z.string().trim().min(4).max(40),
    what: z.enum(consignedThings),
  }),

  async run(room, { reference, no, what }): Promise<{ consignmentId: string }> {
    const { tx, actor, now } = room
    const id = await findDossierByNo(tx, reference)
    if (!id) throw new NotFound('dossier')
    const dossier = await getDossierForUpdate(tx, id)
    mustGoByPost(dossier, what)
    const officer = postalOfficer(actor)
    const { fullName, address, phone } = dossier.applicant
    const consignment: Consignment = {
      id: randomUUID(),
      no,
      dossierId: id,
      dossierNo: 'code' in dossier && dossier.code ? dossier.code : dossier.submissionNo,
      what,
      agencyId: dossier.agencyId,
      officer,
      to: { fullName, ...(address && { address }), ...(phone && { phone }) },
      takenAt: now,
      attempts: [],
      phase: 'on-the-way',
    }
    await addConsignment(tx, consignment)
    await append(tx, dossier, [{ type: 'ConsignmentTaken', at: now, by: officer.fullName, no, what }])
    await logDeed(room, 'consignment', consignment, 'taken', { no, what })
    await logRead(tx, { actor, thing: 'dossier', thingId: id, why: 'postal.takeConsignment', at: now })
    return { consignmentId: consignment.id }
  },
})

/** Only what the applicant asked the post to bring, and only once it is there (LA19-19.3c, AMB-26). */
function mustGoByPost(dossier: Dossier, what: Consignment['what']): void {
  const { returnChannel, cameBy } = dossier
  const wanted =
    what === 'slip'
      ? (cameBy?.postal?.receipt.includes('postal-delivery') ?? false)
      : returnChannel === 'postal'
  if (!wanted) throw new Refused({ code: 'not-by-post', data: { what, returnChannel } })
  const isThere =
    what === 'slip'
      ? 'code' in dossier && dossier.code !== undefined
      : dossier.phase === 'decided' || dossier.phase === 'returned'
  if (!isThere) throw new Refused({ code: 'nothing-to-deliver', data: { what, phase: dossier.phase } })
}

/** Records a try to deliver: who took it, or why nobody did. */
export const tryDelivery = operation({
  name: 'postal.tryDelivery',
  may: 'postal:carry',
  input: z.object({
    consignmentId: z.uuid(),
    outcome: z.enum(['delivered', 'failed']),
    note: z.string().trim().max(300),
  }),

  async run(room, { consignmentId, outcome, note }): Promise<void> {
    const { actor, now } = room
    const found = await getOwn(room, consignmentId)
    const [next] = granted(attemptDelivery(found.state, { at: now, outcome, note }))
    const { no } = next!
    const by = postalOfficer(actor).fullName
    await change(room, found, next!, { type: 'DeliveryTried', at: now, by, no, outcome, note })
    await logDeed(room, 'consignment', next!, outcome, { no, note })
  },
})

/** Brings back to the office what could not be delivered. */
export const returnToOffice = operation({
  name: 'postal.returnToOffice',
  may: 'postal:carry',
  input: z.object({ consignmentId: z.uuid() }),

  async run(room, { consignmentId }): Promise<void> {
    const { actor, now } = room
    const found = await getOwn(room, consignmentId)
    const [next] = granted(returnConsignment(found.state))
    const { no } = next!
    const by = postalOfficer(actor).fullName
    await change(room, found, next!, { type: 'ConsignmentReturned', at: now, by, no })
    await logDeed(room, 'consignment', next!, 'returned', { no })
  },
})

async function change(
  { tx }: Room,
  found: Versioned<Consignment>,
  next: Consignment,
  event: DossierEvent,
): Promise<void> {
  await changeConsignment(tx, found, next)
  await append(tx, await getDossierForUpdate(tx, next.dossierId), [event])
}

async function getOwn({ tx, actor }: Room, id: string): Promise<Versioned<Consignment>> {
  const found = await getConsignmentForUpdate(tx, id)
  if (found.state.officer.accountId !== postalOfficer(actor).accountId) throw new NotFound('consignment')
  return found
}
