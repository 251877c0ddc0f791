import { addCollection, changeCollection, findCollection, putFile } from '@motcua/db'
import {
  Answers,
  channels,
  collectDossier,
  collectionPlaces,
  NotFound,
  type Applicant,
  type Attachment,
  type ReceiptOption,
} from '@motcua/domain'
import { z } from 'zod'
import { procedureOf } from '../catalogue/procedure-view.ts'
import { answer } from '../identity/answer.ts'
import { attachmentsOf, CounterScan } from '../intake/counter-scan.ts'
import { operation, type Room } from '../operation.ts'
import { granted } from '../record.ts'
import { logDeed } from './log-deed.ts'
import { getOwnCollectionForUpdate, postalNo, postalOfficer } from './own-post.ts'
import { mustBeInTable } from './prepaid.ts'
import { postalLaw } from './terms.ts'

const Counted = z.object({
  paperId: z.string(),
  originals: z.int().min(0).max(999),
  copies: z.int().min(0).max(999),
})
const most = 100
const Money = z.int().min(0).max(1_000_000_000)

/** Counts a dossier in at the applicant's table or at an outlet. The same key is one collection. */
export const collect = operation({
  name: 'postal.collect',
  may: 'postal:carry',
  input: z.object({
    /** Chosen by the window, so that pressing twice collects once. */
    key: z.uuid(),
    procedureCode: z.string(),
    caseId: z.string(),
    agencyId: z.string(),
    applicant: z.object({
      fullName: answer('text', { maxLength: 120 }),
      citizenId: answer('citizen-id'),
      phone: answer('phone').optional(),
      email: answer('email').optional(),
      address: answer('text', { maxLength: 300 }).optional(),
    }),
    answers: Answers.default({}),
    counted: z.array(Counted).max(most),
    photos: z.array(CounterScan).max(most).default([]),
    receipt: z.array(z.enum([...channels, 'postal-delivery'])).max(20),
    returnChannel: z.enum(channels),
    place: z.enum(collectionPlaces),
    registeredMail: z.string().trim().max(40).optional(),
    prepaid: z.object({ fees: Money, returnPostage: Money }),
  }),

  async run(
    room,
    { key: id, photos, applicant, registeredMail, ...given },
  ): Promise<{ id: string; no: string }> {
    const { tx, tenant, actor, now } = room
    const before = await findCollection(tx, id)
    if (before) return { id, no: before.no }
    const offered = procedureOf(tenant, given.procedureCode)
    if (!offered.agencies.some(({ id }) => id === given.agencyId)) throw new NotFound('agency')
    if (!offered.procedure.cases.some(({ id }) => id === given.caseId)) throw new NotFound('case')
    mustBeInTable(tenant, given, now)
    const officer = postalOfficer(actor)
    const attachments = await attachmentsOf(room, photos, offered.procedure.papers)
    const command = {
      ...given,
      id,
      no: await postalNo(tx, 'BC', now),
      officer,
      applicant: applicant as Applicant,
      receipt: given.receipt as ReceiptOption[],
      photos: attachments,
      collectedAt: now,
      ...(registeredMail && { registeredMail }),
    }
    const [collection] = granted(collectDossier(command, postalLaw(tenant, offered, now)))
    await addCollection(tx, collection!)
    await keepPhotos(room, attachments, photos)
    await logDeed(room, 'collection', collection!, 'collected', { ...given.prepaid })
    return { id, no: collection!.no }
  },
})

/** Counts again after the applicant brought what was missing (HN19-11.1d). */
export const recount = operation({
  name: 'postal.recount',
  may: 'postal:carry',
  input: z.object({
    collectionId: z.uuid(),
    counted: z.array(Counted).max(most),
    photos: z.array(CounterScan).max(most).default([]),
  }),

  async run(room, { collectionId, counted, photos }): Promise<void> {
    const { tx, tenant, actor, now } = room
    const found = await getOwnCollectionForUpdate(tx, actor, collectionId)
    const { phase, ...collection } = found.state
    const offered = procedureOf(tenant, collection.procedureCode)
    const attachments = await attachmentsOf(room, photos, offered.procedure.papers)
    const all = { ...collection, counted, photos: [...collection.photos, ...attachments] }
    const [next] = granted(collectDossier(all, postalLaw(tenant, offered, now), phase))
    await changeCollection(tx, found, next!)
    await keepPhotos(room, attachments, photos)
    await logDeed(room, 'collection', next!, 'recounted', {})
  },
})

async function keepPhotos(
  { tx, actor, now }: Room,
  attachments: readonly Attachment[],
  photos: readonly CounterScan[],
): Promise<void> {
  const { accountId } = postalOfficer(actor)
  for (const [i, { fileId: id, name, type }] of attachments.entries())
    await putFile(tx, { id, name, type, content: photos[i]!.bytes, accountId, at: now })
}
