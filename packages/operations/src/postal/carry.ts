import { changeCollection, putFile } from '@motcua/db'
import {
  confirmCollection,
  giveBackCollection,
  Refused,
  type Mandate,
  type MandateScope,
} from '@motcua/domain'
import { z } from 'zod'
import { procedureOf } from '../catalogue/procedure-view.ts'
import { takeFile, Upload } from '../files/take-file.ts'
import { operation } from '../operation.ts'
import { granted } from '../record.ts'
import { fileCollected } from './file-collected.ts'
import { logDeed } from './log-deed.ts'
import { getOwnCollectionForUpdate, postalOfficer } from './own-post.ts'
import { postalLaw } from './terms.ts'

/** The applicant confirmed the count and signed the mandate: the signed paper is photographed. */
export const confirmCollected = operation({
  name: 'postal.confirm',
  may: 'postal:carry',
  input: z.object({
    collectionId: z.uuid(),
    proof: Upload,
  }),

  async run(room, { collectionId, proof }): Promise<void> {
    const { tx, tenant, actor, now } = room
    const found = await getOwnCollectionForUpdate(tx, actor, collectionId)
    const { procedureCode, receipt, returnChannel, no } = found.state
    const law = postalLaw(tenant, procedureOf(tenant, procedureCode), now)
    const { fileId, name, type } = await takeFile(room, 'mandate', proof)
    const officer = postalOfficer(actor)
    const scopes: MandateScope[] = [
      'file',
      ...(receipt.includes('postal-delivery') ? (['receive-slip'] as const) : []),
      ...(returnChannel === 'postal' ? (['receive-result'] as const) : []),
    ]
    const mandate: Mandate = {
      agent: { kind: 'postal-officer', ...officer },
      scopes,
      givenAt: now,
      proof: { fileId, number: no },
    }
    const [next] = granted(confirmCollection(found.state, mandate, law))
    await putFile(tx, {
      id: fileId,
      name,
      type,
      content: proof.bytes,
      accountId: officer.accountId,
      at: now,
    })
    await changeCollection(tx, found, next!)
    await logDeed(room, 'collection', next!, 'confirmed', {})
  },
})

/** Files online what was collected, before it is carried to the office (LA19-19.2, HN19-11.2a). */
export const fileOnline = operation({
  name: 'postal.fileOnline',
  may: 'postal:carry',
  input: z.object({ collectionId: z.uuid() }),

  async run(room, { collectionId }): Promise<{ dossierId: string }> {
    const { tx, tenant, actor, now } = room
    const found = await getOwnCollectionForUpdate(tx, actor, collectionId)
    if (found.state.dossierId) return { dossierId: found.state.dossierId }
    const law = postalLaw(tenant, procedureOf(tenant, found.state.procedureCode), now)
    if (!law.filesOnline) throw new Refused({ code: 'filed-by-handover', data: { basis: law.basis } })
    const next = await fileCollected(room, found, { filedOnline: true })
    await logDeed(room, 'collection', next, 'filed', {})
    return { dossierId: next.dossierId! }
  },
})

/** Gives the papers back to the applicant before anything was filed. */
export const giveBackCollected = operation({
  name: 'postal.giveBack',
  may: 'postal:carry',
  input: z.object({ collectionId: z.uuid(), reason: z.string().trim().max(500) }),

  async run(room, { collectionId, reason }): Promise<void> {
    const { tx, actor, now } = room
    const found = await getOwnCollectionForUpdate(tx, actor, collectionId)
    const [next] = granted(giveBackCollection(found.state, { at: now, reason }))
    await changeCollection(tx, found, next!)
    const { fees, returnPostage } = next!.prepaid
    await logDeed(room, 'collection', next!, 'given-back', { fees, returnPostage })
  },
})
