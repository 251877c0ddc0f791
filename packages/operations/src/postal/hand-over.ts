import { randomUUID } from 'node:crypto'
import {
  addHandover,
  append,
  changeCollection,
  changeHandover,
  getCollectionForUpdate,
  getDossierForUpdate,
  getHandoverForUpdate,
  logRead,
} from '@motcua/db'
import {
  handOverCollection,
  NotFound,
  prepareHandover,
  Refused,
  signHandover,
  type Collection,
  type Handover,
  type HandoverLine,
} from '@motcua/domain'
import { z } from 'zod'
import { procedureOf } from '../catalogue/procedure-view.ts'
import { agenciesOf, staffOf } from '../dossier/reach.ts'
import { operation, type Room } from '../operation.ts'
import { granted } from '../record.ts'
import { fileCollected } from './file-collected.ts'
import { logDeed } from './log-deed.ts'
import { getOwnCollectionForUpdate, postalNo, postalOfficer } from './own-post.ts'
import { postalLaw } from './terms.ts'

/** Puts collected dossiers of one body on a hand-over record. What must be filed online first was (LA19-19.2). */
export const prepareHandOver = operation({
  name: 'postal.prepareHandOver',
  may: 'postal:carry',
  input: z.object({
    /** Chosen by the window, so that pressing twice writes one record. */
    key: z.uuid(),
    collectionIds: z.array(z.uuid()).max(100),
  }),

  async run(room, { key: id, collectionIds }): Promise<{ handoverId: string }> {
    const { tx, tenant, actor, now } = room
    const found = []
    // In one order, so that two records never wait for each other.
    for (const one of [...new Set(collectionIds)].toSorted())
      found.push(await getOwnCollectionForUpdate(tx, actor, one))
    const [first] = found
    const lines = found.map(({ state }) => lineOf(room, state, first!.state.agencyId))
    const officer = postalOfficer(actor)
    const [handover] = granted(
      prepareHandover({
        id,
        no: lines.length === 0 ? '' : await postalNo(tx, 'BB', now),
        officer,
        agencyId: first?.state.agencyId ?? '',
        preparedAt: now,
        lines,
      }),
    )
    await addHandover(tx, handover!)
    for (const one of found) await changeCollection(tx, one, one.state, id)
    const agency = tenant.agencies.get(handover!.agencyId)?.name
    await logDeed(room, 'handover', handover!, 'prepared', { agency, dossiers: lines.length })
    return { handoverId: id }
  },
})

function lineOf({ tenant, now }: Room, collection: Collection, agencyId: string): HandoverLine {
  if (collection.agencyId !== agencyId) throw new Refused({ code: 'handover-one-body' })
  const offered = procedureOf(tenant, collection.procedureCode)
  if (collection.phase === 'confirmed') {
    const { filesOnline, basis } = postalLaw(tenant, offered, now)
    if (filesOnline) throw new Refused({ code: 'file-before-transport', data: { basis } })
  } else if (collection.phase !== 'filed')
    throw new Refused({ code: 'collection-moved-on', data: { phase: collection.phase } })
  return {
    collectionId: collection.id,
    collectionNo: collection.no,
    applicantName: collection.applicant.fullName,
    procedureName: offered.procedure.name,
    sheets: collection.counted.reduce((sum, { originals, copies }) => sum + originals + copies, 0),
  }
}

/**
 * The office counts what lies on its table and signs. What was not filed online is filed by this signature (QĐ
 * 45/2016/QĐ-TTg, art. 7.4); what was not there stays with the post.
 */
export const signHandOver = operation({
  name: 'postal.signHandOver',
  may: 'postal:sign',
  input: z.object({
    handoverId: z.uuid(),
    missing: z.array(z.uuid()).max(100).default([]),
    note: z.string().trim().max(1000).optional(),
  }),

  async run(room, { handoverId, missing, note }): Promise<{ dossiers: number }> {
    const { tx, tenant, actor, now } = room
    const found = await getHandoverForUpdate(tx, handoverId)
    if (!agenciesOf(tenant, actor).includes(found.state.agencyId)) throw new NotFound('handover')
    const { accountId, fullName } = staffOf(actor)
    const signature = { at: now, accountId, by: fullName, missing, ...(note && { note }) }
    const [signed] = granted(signHandover(found.state, signature))
    await changeHandover(tx, found, signed!)
    const absent = new Set(signed!.signed!.missing)
    let filedBySigning = 0
    for (const { collectionId } of signed!.lines.toSorted((a, b) =>
      a.collectionId < b.collectionId ? -1 : 1,
    ))
      if (absent.has(collectionId)) await sendBack(room, collectionId)
      else filedBySigning += Number(await receive(room, signed!, collectionId))
    const dossiers = signed!.lines.length - absent.size
    const counted = { no: signed!.no, dossiers, filedBySigning, missing: absent.size }
    await logDeed(room, 'handover', signed!, 'signed', counted)
    await logRead(tx, { actor, thing: 'handover', thingId: handoverId, why: 'postal.signHandOver', at: now })
    return { dossiers }
  },
})

/** @returns whether it was filed by this signature */
async function receive(room: Room, handover: Handover, collectionId: string): Promise<boolean> {
  const { tx, actor, now } = room
  let found = await getCollectionForUpdate(tx, collectionId)
  const files = found.state.phase === 'confirmed'
  if (files) {
    await fileCollected(room, found, { filedOnline: false })
    found = await getCollectionForUpdate(tx, collectionId)
  }
  const [next] = granted(handOverCollection(found.state, { at: now }))
  await changeCollection(tx, found, next!)
  const dossier = await getDossierForUpdate(tx, next!.dossierId!)
  const received = {
    type: 'PaperReceived',
    at: now,
    by: staffOf(actor).fullName,
    recordNo: handover.no,
    broughtBy: handover.officer.fullName,
  } as const
  await append(tx, dossier, [received])
  return files
}

/** It did not lie on the table: it may stand on another record. */
async function sendBack({ tx }: Room, collectionId: string): Promise<void> {
  const found = await getCollectionForUpdate(tx, collectionId)
  await changeCollection(tx, found, found.state, null)
}
