import { randomUUID } from 'node:crypto'
import { getDossier } from '@motcua/db'
import { NotFound, Refused } from '@motcua/domain'
import { expect, test } from 'vitest'
import type { Context } from '../operation.ts'
import { openOffices, pdf, type Province, type TestOffice } from '../testing.ts'
import { confirmCollected, fileOnline, giveBackCollected } from './carry.ts'
import { collect, recount } from './collect.ts'
import { takeConsignment } from './deliver.ts'
import { prepareHandOver, signHandOver } from './hand-over.ts'
import { getCollected, getHandOver, postalDay, postalProcedure, postalRound } from './round.ts'

const { open } = await openOffices()
// Confirmation of marital status: every province takes it in by post; nothing is required in every case.
const code = '1.004873'
const form = 'to-khai-cap-giay-xac-nhan'
const proof = { name: 'phiếu nhận hộ.pdf', bytes: pdf }

interface Post {
  readonly office: TestOffice
  readonly carrier: Context
  readonly agencyId: string
}

async function post(province: Province, at = '2026-03-02T09:00:00+07:00'): Promise<Post> {
  const office = await open(province, { at })
  const { tenant } = await office.visitor()
  const agencyId = tenant.procedures.get(code)!.agencies[0]!.id
  return { office, agencyId, carrier: await office.staff(agencyId, 'postal-officer') }
}

type Input = Parameters<typeof collect>[1]
const entry = (agencyId: string, change: Partial<Input> = {}): Input => ({
  key: randomUUID(),
  procedureCode: code,
  caseId: 'thong-thuong',
  agencyId,
  applicant: { fullName: 'Trần Thị Đan', citizenId: '080185000123', phone: '0900 000 039' },
  counted: [{ paperId: form, originals: 1, copies: 0 }],
  photos: [{ paperId: form, name: 'tờ khai.pdf', bytes: pdf }],
  receipt: ['sms'],
  returnChannel: 'postal',
  place: 'customer-address',
  prepaid: { fees: 0, returnPostage: 26_000 },
  ...change,
})

async function confirmed({ carrier, agencyId }: Post, change: Partial<Input> = {}): Promise<string> {
  const { id } = await collect(carrier, entry(agencyId, change))
  await confirmCollected(carrier, { collectionId: id, proof })
  return id
}

const refusal = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => (error instanceof Refused ? error.refusal.code : error),
  )

test('LA19-19.2: the post files online under its own account before transport, and that moment counts', async () => {
  const there = await post('long-an')
  const { office, carrier, agencyId } = there
  const id = await confirmed(there)
  expect(await refusal(prepareHandOver(carrier, { key: randomUUID(), collectionIds: [id] }))).toBe(
    'file-before-transport',
  )
  const { dossierId } = await fileOnline(carrier, { collectionId: id })
  expect((await fileOnline(carrier, { collectionId: id })).dossierId).toBe(dossierId)
  office.at('2026-03-03T08:00:00+07:00')
  const { handoverId } = await prepareHandOver(carrier, { key: randomUUID(), collectionIds: [id] })
  const officer = await office.staff(agencyId)
  await signHandOver(officer, { handoverId })

  const dossier = await office.db.read(office.tenant, (tx) => getDossier(tx, dossierId))
  expect(dossier).toMatchObject({
    mode: 'postal',
    submittedAt: '2026-03-02T09:00:00+07:00',
    applicant: { fullName: 'Trần Thị Đan', phone: '0900000039' },
    cameBy: {
      mandate: {
        agent: {
          kind: 'postal-officer',
          accountId: carrier.actor.kind === 'staff' && carrier.actor.accountId,
        },
        scopes: ['file', 'receive-result'],
      },
      postal: { receipt: ['sms'], filedOnline: true },
    },
    custody: { received: { at: '2026-03-03T08:00:00+07:00' } },
  })
})

test('PT20-28.1, QĐ45-7.4, AMB-45: where nothing is filed online before, the hand-over record files it at the moment it is signed', async () => {
  const there = await post('phu-tho')
  const { office, carrier, agencyId } = there
  const id = await confirmed(there)
  expect(await refusal(fileOnline(carrier, { collectionId: id }))).toBe('filed-by-handover')
  const { handoverId } = await prepareHandOver(carrier, { key: randomUUID(), collectionIds: [id] })
  office.at('2026-03-04T10:15:00+07:00')
  const officer = await office.staff(agencyId)
  expect(await getHandOver(officer, { id: handoverId })).toMatchObject({
    filesBySigning: true,
    maySign: true,
  })
  await signHandOver(officer, { handoverId })
  const { dossierId, phase } = await getCollected(carrier, { id })
  const dossier = await office.db.read(office.tenant, (tx) => getDossier(tx, dossierId!))
  expect([phase, dossier.submittedAt, dossier.mode]).toEqual([
    'handed-over',
    '2026-03-04T10:15:00+07:00',
    'postal',
  ])
})

test('HN19-11.2a, HN19-11.2b: a dossier filed by the post is taken in like one filed online', async () => {
  const there = await post('ha-nam', '2026-03-02T20:00:00+07:00')
  const id = await confirmed(there)
  const { dossierId } = await fileOnline(there.carrier, { collectionId: id })
  const dossier = await there.office.db.read(there.office.tenant, (tx) => getDossier(tx, dossierId))
  expect(dossier.intakeClock.why.facts).toMatchObject({ mode: 'online' })
})

test('HN19-11.1b, HN19-11.1d: a count that lacks papers cannot be confirmed before it was counted again', async () => {
  const { office, agencyId, carrier } = await post('ha-nam')
  const birth = office.tenants && '1.001193'
  const paper = 'giay-chung-sinh-truong-hop-khong'
  const { tenant } = carrier
  const body = tenant.procedures.get(birth)!.agencies[0]!.id
  const { id } = await collect(
    carrier,
    entry(body ?? agencyId, { procedureCode: birth, counted: [], photos: [] }),
  )
  expect((await getCollected(carrier, { id })).lacking).toEqual([paper])
  expect(await refusal(confirmCollected(carrier, { collectionId: id, proof }))).toBe('papers-missing')
  await recount(carrier, { collectionId: id, counted: [{ paperId: paper, originals: 1, copies: 0 }] })
  await confirmCollected(carrier, { collectionId: id, proof })
  expect((await getCollected(carrier, { id })).phase).toBe('confirmed')
})

test('LA19-19.3: the way to get the slip is chosen, one and only one; Phú Thọ asks for none', async () => {
  const { carrier, agencyId } = await post('long-an')
  expect(await refusal(collect(carrier, entry(agencyId, { receipt: [] })))).toBe('receipt-option-not-single')
  expect(await refusal(collect(carrier, entry(agencyId, { receipt: ['sms', 'counter'] })))).toBe(
    'receipt-option-not-single',
  )
  const elsewhere = await post('phu-tho')
  expect(
    await refusal(collect(elsewhere.carrier, entry(elsewhere.agencyId, { receipt: [] }))),
  ).toBeUndefined()
})

test('LA19-19.3a, LA19-19.3b, LA19-19.3c: in person with the voucher, by message, or brought by the post', async () => {
  const { carrier } = await post('long-an')
  const law = await postalProcedure(carrier, { code })
  expect(law.receiptOptions).toEqual(['counter', 'email', 'postal-delivery', 'sms', 'zalo'])
  expect([law.exactlyOne, law.voucher]).toEqual([true, true])
})

test('LA19-19.1, HN19-11.1a: at an outlet or at the customer’s address', async () => {
  for (const province of ['long-an', 'ha-nam'] as const) {
    const { carrier } = await post(province)
    expect((await postalProcedure(carrier, { code })).places).toEqual(['customer-address', 'postal-outlet'])
  }
})

test('a procedure that is not taken in by post is not collected for', async () => {
  const { carrier } = await post('long-an')
  const body = carrier.tenant.procedures.get('2.000815')!.agencies[0]!.id
  const work = collect(carrier, entry(body, { procedureCode: '2.000815', counted: [], photos: [] }))
  expect(await refusal(work)).toBe('postal-not-offered')
})

test('pressing twice collects once', async () => {
  const { carrier, agencyId } = await post('long-an')
  const twice = entry(agencyId)
  const [one, two] = [await collect(carrier, twice), await collect(carrier, twice)]
  expect(two).toEqual(one)
  expect((await postalRound(carrier, {})).collections).toHaveLength(1)
})

test('what another postal officer collected is not found, nor may an officer of the counter collect', async () => {
  const { office, carrier, agencyId } = await post('long-an')
  const { id } = await collect(carrier, entry(agencyId))
  const other = await office.staff(agencyId, 'postal-officer')
  await expect(getCollected(other, { id })).rejects.toBeInstanceOf(NotFound)
  await expect(confirmCollected(other, { collectionId: id, proof })).rejects.toBeInstanceOf(NotFound)
  await expect(collect(await office.staff(agencyId), entry(agencyId))).rejects.toThrow('postal:carry')
})

test('only the body a record is put before signs it, and what was not there stays with the post', async () => {
  const there = await post('long-an')
  const { office, carrier, agencyId } = there
  const [one, two] = [await confirmed(there), await confirmed(there)]
  for (const collectionId of [one, two]) await fileOnline(carrier, { collectionId })
  const key = randomUUID()
  const { handoverId } = await prepareHandOver(carrier, { key, collectionIds: [one, two] })
  const elsewhere = [...carrier.tenant.agencies.keys()].find((id) => id !== agencyId)!
  await expect(signHandOver(await office.staff(elsewhere), { handoverId })).rejects.toBeInstanceOf(NotFound)

  const officer = await office.staff(agencyId)
  expect(await refusal(signHandOver(officer, { handoverId, missing: [two] }))).toBe('reason-missing')
  await signHandOver(officer, { handoverId, missing: [two], note: 'Không có trên bàn' })
  expect(await refusal(signHandOver(officer, { handoverId }))).toBe('handover-already-signed')
  const { collections } = await postalRound(carrier, {})
  expect(collections).toMatchObject([{ id: two, phase: 'filed', ready: true }])
})

test('two officers sign one record at the same moment: it is received once', async () => {
  const there = await post('phu-tho')
  const { office, carrier, agencyId } = there
  const id = await confirmed(there)
  const { handoverId } = await prepareHandOver(carrier, { key: randomUUID(), collectionIds: [id] })
  const officers = [await office.staff(agencyId), await office.staff(agencyId)]
  const outcomes = await Promise.allSettled(officers.map((officer) => signHandOver(officer, { handoverId })))
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const { dossierId } = await getCollected(carrier, { id })
  expect((await office.db.read(office.tenant, (tx) => getDossier(tx, dossierId!))).version).toBe(2)
})

test('LA19-20.2: the day report counts what was done and what money was taken', async () => {
  const there = await post('long-an')
  const { office, carrier, agencyId } = there
  const prepaid = { fees: 15_000, returnPostage: 26_000 }
  const id = await confirmed(there, { prepaid })
  await fileOnline(carrier, { collectionId: id })
  const back = await confirmed(there, { prepaid })
  await giveBackCollected(carrier, { collectionId: back, reason: 'Người nộp đổi ý' })
  const { handoverId } = await prepareHandOver(carrier, { key: randomUUID(), collectionIds: [id] })
  await signHandOver(await office.staff(agencyId), { handoverId })
  expect(await postalDay(carrier, { day: '2026-03-02' })).toMatchObject({
    collected: 2,
    filed: 1,
    handedOver: 1,
    givenBack: 1,
    fees: 15_000,
    returnPostage: 26_000,
  })
  expect(await postalDay(carrier, { day: '2026-03-03' })).toMatchObject({ collected: 0, fees: 0, deeds: [] })
})

test('LA19-19.3c: the post takes the slip only where the applicant let it, and only once there is one', async () => {
  const there = await post('long-an')
  const { office, carrier } = there
  const refused = async (receipt: Input['receipt']): Promise<unknown> => {
    const id = await confirmed(there, { receipt })
    const { dossierId } = await fileOnline(carrier, { collectionId: id })
    const { submissionNo } = await office.db.read(office.tenant, (tx) => getDossier(tx, dossierId))
    return refusal(
      takeConsignment(carrier, { reference: submissionNo, no: `RL${id.slice(0, 9)}VN`, what: 'slip' }),
    )
  }
  expect([await refused(['sms']), await refused(['postal-delivery'])]).toEqual([
    'not-by-post',
    'nothing-to-deliver',
  ])
})

test('the applicant with an account of that number and name sees the dossier the post filed', async () => {
  const there = await post('long-an')
  const citizen = await there.office.citizen({ fullName: 'Trần Thị Đan' })
  const accountId = citizen.actor.kind === 'citizen' ? citizen.actor.accountId : ''
  const { citizenId } = await there.office.db.read(there.office.tenant, async (tx) => {
    const { getAccount } = await import('@motcua/db')
    return (await getAccount(tx, accountId)) as { citizenId: string }
  })
  const seen = async (fullName: string): Promise<string | undefined> => {
    const id = await confirmed(there, { applicant: { fullName, citizenId, phone: '0900000039' } })
    const { dossierId } = await fileOnline(there.carrier, { collectionId: id })
    return (await there.office.db.read(there.office.tenant, (tx) => getDossier(tx, dossierId))).applicant
      .accountId
  }
  expect([await seen('TRẦN THỊ ĐAN'), await seen('Lê Văn Tám')]).toEqual([accountId, undefined])
})
