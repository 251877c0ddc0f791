import { randomUUID } from 'node:crypto'
import { getAccount, getDossier } from '@motcua/db'
import { Refused } from '@motcua/domain'
import { expect, test, vi } from 'vitest'
import { procedureView } from '../catalogue/procedure-view.ts'
import { getOwn } from '../dossier/get-own.ts'
import { accept } from '../intake/accept.ts'
import type { Context } from '../operation.ts'
import { compareOriginals } from '../returning/compare-originals.ts'
import { getReturningTerms } from '../returning/get-terms.ts'
import { handOverResult } from '../returning/hand-over-result.ts'
import { recordResult } from '../returning/record-result.ts'
import { fileDossier, openOffices, pdf, workThrough, type Province, type TestOffice } from '../testing.ts'
import { confirmCollected, fileOnline } from './carry.ts'
import { collect } from './collect.ts'
import { takeConsignment, tryDelivery } from './deliver.ts'
import { prepareHandOver, signHandOver } from './hand-over.ts'
import { getCollected, postalProcedure } from './round.ts'

// Each test opens provinces of its own and compiles their law.
vi.setConfig({ testTimeout: 30_000 })

const { open } = await openOffices()

/** Xác nhận tình trạng hôn nhân, of level 4; nothing is required in every case. */
const marital = '1.004873'
/** Đăng ký kết hôn, of level 3, with papers that are only shown. */
const marriage = '1.000894'

const refusalOf = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Refused)
  return (error as Refused).refusal.code
}

interface Post {
  readonly office: TestOffice
  readonly carrier: Context
  readonly agencyId: string
}

async function post(province: Province, procedureCode = marital): Promise<Post> {
  const office = await open(province, { at: '2026-03-02T09:00:00+07:00' })
  await office.reapply((folder) => ({ ...folder, fees: [] }))
  const { tenant } = await office.visitor()
  const agencyId = tenant.procedures.get(procedureCode)!.agencies[0]!.id
  return { office, agencyId, carrier: await office.staff(agencyId, 'postal-officer') }
}

/** Takes a dossier in at the applicant's door, counted and confirmed. */
async function confirmed(
  { carrier, agencyId }: Post,
  { procedureCode = marital, citizenId = '080185000123' } = {},
): Promise<string> {
  const { procedure } = carrier.tenant.procedures.get(procedureCode)!
  const papers = procedure.papers.filter(({ required, presentedOnly }) => required && !presentedOnly)
  const { id } = await collect(carrier, {
    key: randomUUID(),
    procedureCode,
    caseId: procedure.cases[0]!.id,
    agencyId,
    applicant: { fullName: 'Trần Thị Đan', citizenId, phone: '0900 000 039' },
    counted: papers.map(({ id: paperId }) => ({ paperId, originals: 1, copies: 0 })),
    photos: [],
    receipt: [],
    returnChannel: 'postal',
    place: 'customer-address',
    prepaid: { fees: 0, returnPostage: 26_000 },
  })
  await confirmCollected(carrier, { collectionId: id, proof: { name: 'phiếu.pdf', bytes: pdf } })
  return id
}

test('TQ25-2.2, TQ25-29.8: in Tuyên Quang the post takes a dossier in, brings it to the office and its result to the door', async () => {
  const there = await post('tuyen-quang')
  const { office, carrier, agencyId } = there
  const id = await confirmed(there)
  const { handoverId } = await prepareHandOver(carrier, { key: randomUUID(), collectionIds: [id] })
  const officer = await office.staff(agencyId)
  await signHandOver(officer, { handoverId })
  const { dossierId } = await getCollected(carrier, { id })
  const { submissionNo, mode } = await office.db.read(office.tenant, (tx) => getDossier(tx, dossierId!))
  expect(mode).toBe('postal')

  const parcel = { reference: submissionNo, no: 'EB123456789VN', what: 'result' as const }
  await accept(officer, { dossierId: dossierId! })
  expect(await refusalOf(takeConsignment(carrier, parcel))).toBe('nothing-to-deliver')
  await workThrough(office, dossierId!)
  const document = { name: 'ket-qua.pdf', bytes: pdf }
  await recordResult(officer, { dossierId: dossierId!, outcome: 'granted', document })
  const { consignmentId } = await takeConsignment(carrier, parcel)
  await tryDelivery(carrier, { consignmentId, outcome: 'delivered', note: 'Trần Thị Đan' })
  const delivering = tryDelivery(carrier, { consignmentId, outcome: 'delivered', note: 'Trần Thị Đan' })
  await expect(delivering).rejects.toBeInstanceOf(Refused)
})

test('TQ19-9.4, HN19-11.1c: the page of a procedure says whether the post takes it in, and the post takes in no other', async () => {
  for (const province of ['tuyen-quang', 'ha-nam'] as const) {
    const { office, carrier } = await post(province)
    const { tenant } = carrier
    const announced: string[] = []
    const taken: string[] = []
    for (const [code, offered] of tenant.procedures) {
      if (procedureView(tenant, offered, carrier.now()).channels.includes('postal')) announced.push(code)
      if ((await postalProcedure(await office.visitor(), { code })).offered) taken.push(code)
    }
    expect(announced.length).toBeGreaterThan(10)
    expect(announced.length).toBeLessThan(tenant.procedures.size)
    expect(taken).toEqual(announced)
  }
})

test('HN19-11.1e, AMB-45: the applicant enters it with an own account, or the post does; either way it is the applicant’s', async () => {
  const there = await post('ha-nam')
  const { office, carrier } = there
  const citizen = await office.citizen({ fullName: 'Trần Thị Đan' })
  const own = await fileDossier(citizen, marital, { agencyId: there.agencyId, returnChannel: 'postal' })
  const accountId = citizen.actor.kind === 'citizen' ? citizen.actor.accountId : ''
  const account = await office.db.read(office.tenant, (tx) => getAccount(tx, accountId))
  const id = await confirmed(there, { citizenId: account?.kind === 'citizen' ? account.citizenId : '' })
  const { dossierId } = await fileOnline(carrier, { collectionId: id })
  expect((await getOwn(citizen, { id: dossierId })).cameBy?.mandate).toMatchObject({
    agent: { kind: 'postal-officer' },
  })
  expect((await getOwn(citizen, { id: own.dossierId })).cameBy?.mandate).toBeUndefined()
})

test('HN19-11.3a: the post takes originals by registered mail or at the door, with the fee and the return postage', async () => {
  const { carrier } = await post('ha-nam')
  const { originals, prepaid } = await postalProcedure(carrier, { code: marital })
  expect(originals).toEqual(['home-pickup', 'registered-mail'])
  expect(prepaid).toEqual(['charges', 'fees', 'return-postage'])
})

test('HN19-11.3b: what came by post goes back by post after the originals were compared, not before', async () => {
  const there = await post('ha-nam', marriage)
  const { office, carrier, agencyId } = there
  const id = await confirmed(there, { procedureCode: marriage })
  const { dossierId } = await fileOnline(carrier, { collectionId: id })
  const officer = await office.staff(agencyId)
  await accept(officer, { dossierId })
  await workThrough(office, dossierId)
  await recordResult(officer, { dossierId, outcome: 'granted', document: { name: 'kq.pdf', bytes: pdf } })
  office.at('2026-06-30T09:00:00+07:00')
  expect((await getReturningTerms(officer, { id: dossierId })).originals).toMatchObject({
    needed: true,
    when: 'before-postal-return',
  })
  const handing = { dossierId, channel: 'postal' as const, proof: 'EB123456789VN', dossierChecked: true }
  expect(await refusalOf(handOverResult(officer, handing))).toBe('originals-not-compared')
  await compareOriginals(officer, { dossierId, outcome: 'match', shown: 'original' })
  await handOverResult(officer, handing)
  expect(await office.db.read(office.tenant, (tx) => getDossier(tx, dossierId))).toMatchObject({
    phase: 'returned',
  })
})
