import { randomUUID } from 'node:crypto'
import { instant } from '@motcua/calendar'
import { eventsOf, getDossier, getReceipt, ledgerOf, listPayments, putErrandAgain } from '@motcua/db'
import { Refused } from '@motcua/domain'
import { beforeEach, describe, expect, test } from 'vitest'
import { runErrands } from '../errands/run-errands.ts'
import { accept } from '../intake/accept.ts'
import type { Delivery } from '../notices/deliver-notices.ts'
import { ruleInForce } from '../notices/rule-in-force.ts'
import type { Context } from '../operation.ts'
import { fileDossier, openOffices, type TestOffice } from '../testing.ts'
import { bringNotice } from './bring-notice.ts'
import { checkPayments, comeBack } from './check-payments.ts'
import { collectAtCounter } from './collect.ts'
import { payOnline } from './pay-online.ts'
import { openFarEnd, type FarEnd } from './testing-gateway.ts'

const { open, worker } = await openOffices()

// A passport in Phú Thọ, filed online at level 4: 200,000 đồng, paid before acceptance.
const procedureCode = '1.001456'
let office: TestOffice
let far: FarEnd
let citizen: Context
let visitor: Context
let dossierId: string
beforeEach(async () => {
  office = await open('phu-tho', { at: '2026-03-02T09:00:00+07:00' })
  far = openFarEnd()
  const gateways = () => far.gateway
  citizen = { ...(await office.citizen()), gateways }
  visitor = { ...(await office.visitor()), gateways }
  dossierId = (await fileDossier(citizen, procedureCode)).dossierId
})

const inside = <T>(fn: Parameters<typeof office.db.read<T>>[1]) => office.db.read(office.tenant, fn)
const dossier = () => inside((tx) => getDossier(tx, dossierId))
const ledger = () => inside((tx) => ledgerOf(tx, dossierId))
const types = async (): Promise<string[]> =>
  (await inside((tx) => eventsOf(tx, dossierId))).map(({ type }) => type)
const bring = (query: string) => bringNotice(visitor, { query })
const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Refused ? error.refusal.code : String(error)),
  )
const asking = () => ({
  db: office.db,
  tenant: citizen.tenant,
  now: citizen.now(),
  gateway: far.gateway,
})

/** The worker does everything that is due at this time of the day. */
async function workAt(time: string): Promise<void> {
  office.at(`2026-03-02T${time}+07:00`)
  const nothing = async (): Promise<void> => {}
  const delivery: Delivery = {
    worker,
    db: office.db,
    tenants: office.tenants,
    senders: { email: nothing, sms: nothing, zalo: nothing },
    gateways: () => far.gateway,
    now: citizen.now,
    portalUrl: () => 'http://localhost:3000',
    rule: ruleInForce,
    log: () => {},
  }
  while ((await runErrands(delivery)) > 0);
}

describe('PT20-9.2c, PT20-13.2.2: a fee due before acceptance', () => {
  test('is asked for with the filing, and the dossier is not accepted until it is paid', async () => {
    const officer = await office.staff((await dossier()).agencyId)
    expect((await dossier()).fee).toMatchObject({ amount: 200_000, before: 'acceptance' })
    expect(await refusal(accept(officer, { dossierId }))).toBe('fee-unpaid')
    const { ref } = await payOnline(citizen, { dossierId })
    await bring(far.notice(ref))
    expect(await refusal(accept(officer, { dossierId }))).toBe('done')
  })

  test('is not taken at the counter at level 4', async () => {
    const officer = await office.staff((await dossier()).agencyId)
    const cash = { dossierId, key: randomUUID(), amount: 200_000 }
    expect(await refusal(collectAtCounter(officer, cash))).toBe('channel-not-allowed')
  })
})

describe('paying online', () => {
  test('however often and in however many windows the button is pressed opens one payment', async () => {
    const opened = await Promise.all(Array.from({ length: 12 }, () => payOnline(citizen, { dossierId })))
    expect(new Set(opened.map(({ ref }) => ref)).size).toBe(1)
    expect(await inside((tx) => listPayments(tx, dossierId))).toHaveLength(1)
  })

  test('is nobody’s but the applicant’s', async () => {
    const other = { ...(await office.citizen()), gateways: () => far.gateway }
    await expect(payOnline(other, { dossierId })).rejects.toThrow('not found')
  })

  test('of what is paid is refused', async () => {
    const { ref } = await payOnline(citizen, { dossierId })
    await bring(far.notice(ref))
    expect(await refusal(payOnline(citizen, { dossierId }))).toBe('fee-already-paid')
  })
})

describe('a notice of the gateway', () => {
  test('that comes twenty times at once, while the payer comes back and the gateway is asked, counts the money once', async () => {
    const { ref } = await payOnline(citizen, { dossierId })
    far.says.set(ref, { status: '00', amount: 200_000, no: '14000001' })
    const notice = far.notice(ref)
    const notices = Array.from({ length: 20 }, () => bring(notice))
    const [answers] = await Promise.all([
      Promise.all(notices),
      ...Array.from({ length: 4 }, () => comeBack(citizen, { dossierId, query: notice })),
      ...Array.from({ length: 4 }, () => checkPayments(asking(), dossierId)),
    ])
    expect(answers.filter(({ RspCode }) => RspCode === '00').length).toBeLessThanOrEqual(1)
    expect(answers.filter(({ RspCode }) => RspCode !== '00' && RspCode !== '02')).toEqual([])
    expect(await types()).toEqual(['DossierSubmitted', 'FeePaid'])
    expect(await ledger()).toMatchObject([{ kind: 'paid', amount: 200_000, sourceRef: `${ref}/14000001` }])
    const { paid } = (await dossier()).fee!
    expect(paid).toMatchObject({ amount: 200_000, receiptNo: '26/0000001', at: '2026-03-02T09:00:00+07:00' })
    expect((await inside((tx) => getReceipt(tx, paid!.paymentId))).no).toBe(1)
  })

  test('of a failed try that comes after the payment changes nothing', async () => {
    const { ref } = await payOnline(citizen, { dossierId })
    expect((await bring(far.notice(ref))).RspCode).toBe('00')
    expect((await bring(far.notice(ref, { code: '51' }))).RspCode).toBe('02')
    expect((await dossier()).fee!.paid).toBeDefined()
  })

  test('of a payment that comes after a failed try counts: the money is there', async () => {
    const { ref } = await payOnline(citizen, { dossierId })
    expect((await bring(far.notice(ref, { code: '24' }))).RspCode).toBe('00')
    expect((await bring(far.notice(ref))).RspCode).toBe('00')
    expect(await types()).toEqual(['DossierSubmitted', 'FeePaid'])
  })

  test('with a wrong signature, another amount or an unknown number settles nothing and says which', async () => {
    const { ref } = await payOnline(citizen, { dossierId })
    const answers = [
      await bring(far.notice(ref, { key: 'another key' })),
      await bring(far.notice('HSUNKNOWN22')),
      await bring(far.notice(ref, { amount: 2_000_000 })),
      await bring(far.notice(ref, { amount: 2_000_000 })),
      await bring('nothing=at-all'),
    ]
    expect(answers.map(({ RspCode }) => RspCode)).toEqual(['97', '01', '04', '04', '97'])
    expect((await dossier()).fee!.paid).toBeUndefined()
    expect((await ledger()).map(({ kind, amount }) => [kind, amount])).toEqual([['notice-refused', 0]])
    expect((await bring(far.notice(ref))).RspCode).toBe('00')
  })

  test('of another province is unknown here', async () => {
    const { ref } = await payOnline(citizen, { dossierId })
    const elsewhere = await open('long-an')
    const there = { ...(await elsewhere.visitor()), gateways: () => far.gateway }
    expect((await bringNotice(there, { query: far.notice(ref) })).RspCode).toBe('01')
  })
})

describe('money that comes twice', () => {
  test('by two payments of one dossier is paid once and surplus once', async () => {
    const first = await payOnline(citizen, { dossierId })
    office.at('2026-03-02T09:20:00+07:00')
    const second = await payOnline(citizen, { dossierId })
    expect(second.ref).not.toBe(first.ref)
    await Promise.all([
      bring(far.notice(first.ref, { no: '1' })),
      bring(far.notice(second.ref, { no: '2' })),
      bring(far.notice(second.ref, { no: '2' })),
      bring(far.notice(first.ref, { no: '1' })),
    ])
    expect((await types()).toSorted()).toEqual(['DossierSubmitted', 'FeeOverpaid', 'FeePaid'])
    expect((await ledger()).map(({ kind }) => kind).toSorted()).toEqual(['paid', 'surplus'])
  })

  test('by two transactions of one payment is paid once and surplus once, each with its receipt', async () => {
    const { ref } = await payOnline(citizen, { dossierId })
    for (const no of ['1', '2', '1', '2']) await bring(far.notice(ref, { no }))
    const { fee } = await dossier()
    expect(fee!.surplus).toMatchObject([{ amount: 200_000, receiptNo: '26/0000002' }])
    expect(fee!.surplus![0]!.paymentId).not.toBe(fee!.paid!.paymentId)
  })
})

describe('a gateway that is down, slow or lies', () => {
  test('leaves the payment waiting; the money is counted when it answers again', async () => {
    const { ref } = await payOnline(citizen, { dossierId })
    far.says.set(ref, 'down')
    const back = { dossierId, query: far.notice(ref) }
    expect((await comeBack(citizen, back)).state).toBe('waiting')
    office.at('2026-03-02T14:00:00+07:00')
    await expect(checkPayments(asking(), dossierId)).rejects.toThrow('does not answer')
    expect((await dossier()).fee!.paid).toBeUndefined()
    far.says.set(ref, { status: '00', amount: 200_000, no: '7' })
    await checkPayments(asking(), dossierId)
    expect((await comeBack(citizen, back)).state).toBe('paid')
    expect((await bring(far.notice(ref, { no: '7' }))).RspCode).toBe('02')
    expect(await ledger()).toHaveLength(1)
  })

  test('is not believed by what the payer’s browser brings: it is asked', async () => {
    const { ref } = await payOnline(citizen, { dossierId })
    far.says.set(ref, { status: '02', amount: 200_000, no: '0' })
    expect((await comeBack(citizen, { dossierId, query: far.notice(ref) })).state).toBe('failed')
    expect((await dossier()).fee!.paid).toBeUndefined()
  })

  test('that knows nothing of a payment whose time is over lets it end, and a notice that comes hours later still counts', async () => {
    const { ref } = await payOnline(citizen, { dossierId })
    office.at('2026-03-02T09:16:00+07:00')
    await checkPayments(asking(), dossierId)
    expect((await inside((tx) => listPayments(tx, dossierId))).map(({ status }) => status)).toEqual([
      'failed',
    ])
    office.at('2026-03-02T14:16:00+07:00')
    expect((await bring(far.notice(ref))).RspCode).toBe('00')
    expect((await dossier()).fee!.paid).toBeDefined()
  })
})

describe('the gateway is asked by itself', () => {
  test('about a payment opened after another one of the dossier was asked about', async () => {
    await payOnline(citizen, { dossierId })
    await workAt('09:16:00')
    office.at('2026-03-02T09:20:00+07:00')
    const { ref } = await payOnline(citizen, { dossierId })
    far.says.set(ref, { status: '00', amount: 200_000, no: '8' })
    await workAt('09:35:59')
    expect((await dossier()).fee!.paid).toBeUndefined()
    await workAt('09:36:00')
    expect((await dossier()).fee!.paid).toMatchObject({ amount: 200_000 })
  })

  test('again about a payment that was not over when it was asked', async () => {
    await payOnline(citizen, { dossierId })
    office.at('2026-03-02T09:15:30+07:00')
    const { ref } = await payOnline(citizen, { dossierId })
    // As if the first one's question came now: the second payment is still on its way.
    await office.db.transact(office.tenant, async (tx) => {
      const { version } = await getDossier(tx, dossierId)
      const dueAt = instant('2026-03-02T09:16:00+07:00')
      await putErrandAgain(tx, { dossierId, eventVersion: version, kind: 'CheckPayments', dueAt })
    })
    await workAt('09:16:00')
    far.says.set(ref, { status: '00', amount: 200_000, no: '9' })
    await workAt('09:31:30')
    expect((await dossier()).fee!.paid).toMatchObject({ amount: 200_000 })
  })
})

test('receipts of one province have no gap, however many are written at once', async () => {
  const others = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const one = { ...(await office.citizen()), gateways: () => far.gateway }
      const filed = await fileDossier(one, procedureCode)
      return { id: filed.dossierId, ...(await payOnline(one, { dossierId: filed.dossierId })) }
    }),
  )
  await Promise.all(others.map(({ ref }, i) => bring(far.notice(ref, { no: String(i + 1) }))))
  const numbers = await inside((tx) =>
    Promise.all(others.map(async ({ id }) => (await getDossier(tx, id)).fee!.paid!.receiptNo)),
  )
  expect(numbers.toSorted()).toEqual(Array.from({ length: 8 }, (_, i) => `26/000000${i + 1}`))
})
