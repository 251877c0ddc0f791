import { addDays, dateOf, instant, type CivilDate } from '@motcua/calendar'
import {
  getHandover,
  listCollections,
  listConsignments,
  listHandovers,
  listPostalDeeds,
  logRead,
  type PostalDeed,
} from '@motcua/db'
import {
  DayInput,
  countAgainst,
  isAllowed,
  lackingPapers,
  NotFound,
  type Collection,
  type Handover,
} from '@motcua/domain'
import { z } from 'zod'
import { procedureOf } from '../catalogue/procedure-view.ts'
import { agenciesOf, staffOf } from '../dossier/reach.ts'
import { operation, reading, type Room } from '../operation.ts'
import { determine } from '../rules/determine.ts'
import { agencyName } from '../tenants/agency-name.ts'
import { getOwnCollection, postalOfficer } from './own-post.ts'
import { postalLaw } from './terms.ts'
import type {
  CollectionLine,
  CollectionView,
  HandoverSummary,
  HandoverView,
  PostalDay,
  PostalProcedure,
  PostalRound,
} from './views.ts'

/** What this postal officer has in hands: to confirm, to file, to hand over, to deliver. */
export const postalRound = operation({
  name: 'postal.round',
  may: 'postal:carry',
  input: z.object({}).default({}),

  async run(room): Promise<PostalRound> {
    const { tx, actor, now } = room
    const { accountId: officerId } = postalOfficer(actor)
    const collections = await listCollections(tx, { officerId, phases: ['counted', 'confirmed', 'filed'] })
    const handovers = await listHandovers(tx, { officerId, limit: 20 })
    const consignments = await listConsignments(tx, { officerId })
    await logRead(tx, { actor, thing: 'postal-round', thingId: officerId, why: 'list', at: now })
    return {
      collections: collections.map((one) => lineOf(room, one)),
      handovers: handovers.map((one) => summaryOf(room, one)),
      consignments: consignments.filter(({ phase }) => phase === 'on-the-way'),
    }
  },
})

function lineOf(
  { tenant, now }: Room,
  { handoverId, ...collection }: Collection & { handoverId?: string },
): CollectionLine {
  const { id, no, phase, applicant, agencyId, collectedAt, procedureCode } = collection
  const offered = tenant.procedures.get(procedureCode)
  const filesOnline = offered ? postalLaw(tenant, offered, now).filesOnline : false
  return {
    id,
    no,
    phase,
    applicantName: applicant.fullName,
    procedureName: offered?.procedure.name ?? procedureCode,
    agencyId,
    agencyName: agencyName(tenant, agencyId),
    collectedAt,
    ...(handoverId && { handoverId }),
    ready: !handoverId && (phase === 'filed' || (phase === 'confirmed' && !filesOnline)),
  }
}

function summaryOf({ tenant }: Room, handover: Handover): HandoverSummary {
  const { id, no, agencyId, preparedAt, lines, signed } = handover
  return {
    id,
    no,
    agencyName: agencyName(tenant, agencyId),
    preparedAt,
    dossiers: lines.length,
    ...(signed && { signedAt: signed.at }),
  }
}

/** One collection of this officer. */
export const getCollected = operation({
  name: 'postal.collection',
  may: 'postal:carry',
  input: z.object({ id: z.uuid() }),

  async run(room, { id }): Promise<CollectionView> {
    const { tx, tenant, actor, now } = room
    const collection = await getOwnCollection(tx, actor, id)
    await logRead(tx, { actor, thing: 'collection', thingId: id, why: 'postal.collection', at: now })
    const offered = procedureOf(tenant, collection.procedureCode)
    const { procedure } = offered
    const { filesOnline, basis } = postalLaw(tenant, offered, now)
    const lines = countAgainst(procedure.papers, collection.counted)
    return {
      ...collection,
      procedureName: procedure.name,
      caseName: procedure.cases.find(({ id }) => id === collection.caseId)?.name ?? collection.caseId,
      agencyName: agencyName(tenant, collection.agencyId),
      lines,
      lacking: lackingPapers(lines).map(({ paperId }) => paperId),
      filesOnline,
      basis: [...basis],
    }
  },
})

/** What the law says of collecting for a procedure. */
export const postalProcedure = reading({
  name: 'postal.procedure',
  may: 'catalogue:read',
  input: z.object({ code: z.string() }),

  async run({ tenant, now }, { code }): Promise<PostalProcedure> {
    const { offered, places, receipt, filesOnline, basis, voucher, prepaid, originals } = postalLaw(
      tenant,
      procedureOf(tenant, code),
      now,
    )
    const { options, exactlyOne, basis: receiptBasis } = receipt
    return {
      code,
      offered,
      places,
      receiptOptions: options,
      exactlyOne,
      receiptBasis,
      filesOnline,
      basis,
      voucher,
      prepaid,
      originals,
    }
  },
})

/** Hand-over records put before the bodies this member of staff works for, those to sign first. */
export const handOversAtDesk = operation({
  name: 'postal.handOversAtDesk',
  may: 'postal:sign',
  input: z.object({}).default({}),

  async run(room): Promise<HandoverSummary[]> {
    const { tx, tenant, actor } = room
    const all = await listHandovers(tx, { agencyIds: agenciesOf(tenant, actor) })
    const rows = all.map((one) => summaryOf(room, one))
    return [...rows.filter(({ signedAt }) => !signedAt), ...rows.filter(({ signedAt }) => signedAt)]
  },
})

/** A hand-over record, for who brought it and for the body it is put before. */
export const getHandOver = operation({
  name: 'postal.handOver',
  may: 'identity:enter',
  input: z.object({ id: z.uuid() }),

  async run({ tx, tenant, actor, now }, { id }): Promise<HandoverView> {
    const handover = await getHandover(tx, id)
    const isOwn = handover.officer.accountId === staffOf(actor).accountId
    const isBefore = isAllowed(actor, 'postal:sign') && agenciesOf(tenant, actor).includes(handover.agencyId)
    if (!isOwn && !isBefore) throw new NotFound('handover')
    await logRead(tx, { actor, thing: 'handover', thingId: id, why: 'postal.handOver', at: now })
    const filed = determine<string | null>(tenant, 'postal.filed', { asOf: now })
    return {
      ...handover,
      agencyName: agencyName(tenant, handover.agencyId),
      maySign: isBefore && !handover.signed,
      filesBySigning: filed.answer === 'handover-record',
      basis: [...filed.basis],
    }
  },
})

/** What this postal officer did on a day (LA19-20.2); money given back is counted off. */
export const postalDay = reading({
  name: 'postal.day',
  may: 'postal:carry',
  /** Today where no day is named. */
  input: z.object({ day: DayInput.optional() }),

  async run({ tx, actor, now }, { day: on = dateOf(now) }): Promise<PostalDay> {
    const { accountId: officerId } = postalOfficer(actor)
    const from = instant(`${on}T00:00:00+07:00`)
    const until = instant(`${addDays(on, 1)}T00:00:00+07:00`)
    const deeds = await listPostalDeeds(tx, { officerId, from, until })
    const count = (thing: PostalDeed['thing'], deed: string): number =>
      deeds.filter((one) => one.thing === thing && one.deed === deed).length
    const money = (what: 'fees' | 'returnPostage'): number =>
      sum(deeds, 'collected', what) - sum(deeds, 'given-back', what)
    return {
      day: on,
      collected: count('collection', 'collected'),
      filed: count('collection', 'filed') + sum(deeds, 'signed', 'filedBySigning'),
      handedOver: sum(deeds, 'signed', 'dossiers'),
      givenBack: count('collection', 'given-back'),
      taken: count('consignment', 'taken'),
      delivered: count('consignment', 'delivered'),
      failed: count('consignment', 'failed'),
      returned: count('consignment', 'returned'),
      fees: money('fees'),
      returnPostage: money('returnPostage'),
      deeds: deeds.map(({ at, deed, thing, detail }) => ({ at, deed, thing, detail: { ...detail } })),
    }
  },
})

function sum(deeds: readonly PostalDeed[], deed: string, what: string): number {
  return deeds
    .filter((one) => one.deed === deed)
    .reduce((all, { detail }) => all + Number(detail?.[what] ?? 0), 0)
}
