import { randomUUID } from 'node:crypto'
import { getDossier, getDossierForUpdate, ledgerOf, listReconciliations } from '@motcua/db'
import { instant } from '@motcua/calendar'
import { Refused } from '@motcua/domain'
import { describe, expect, test } from 'vitest'
import { accept } from '../intake/accept.ts'
import { refuseIntake } from '../intake/refuse-intake.ts'
import type { Context } from '../operation.ts'
import { getTenantById } from '../tenants/tenant-cache.ts'
import { fileDossier, openOffices, type Province, type TestOffice } from '../testing.ts'
import { bringNotice } from './bring-notice.ts'
import { collectAtCounter, collectByPost } from './collect.ts'
import { demandFee, previewFee } from './demand.ts'
import { feeReceipt } from './fee-receipt.ts'
import { ownFee } from './fee-view.ts'
import { confirmHandOver, handOverByPost, handOverCash, heldMoney } from './hand-over-money.ts'
import { payByTransfer } from './pay-by-transfer.ts'
import { payOnline } from './pay-online.ts'
import { receive } from './receive.ts'
import { reconcile, reconcileYesterday } from './reconcile.ts'
import { decideRefund, payRefund, requestRefund } from './refunds.ts'
import { decideLine, listBank, takeInStatement } from './statements.ts'
import { openFarEnd, type FarEnd } from './testing-gateway.ts'

const { open } = await openOffices()
const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Refused ? error.refusal.code : String(error)),
  )

let office: TestOffice
let far: FarEnd
const wired = (context: Context): Context => ({ ...context, gateways: () => far.gateway })
const dossierOf = (id: string) => office.db.read(office.tenant, (tx) => getDossier(tx, id))
const ledger = (id: string) => office.db.read(office.tenant, (tx) => ledgerOf(tx, id))

/** An office, a citizen and what they filed, with the staff of the body that received it. */
async function filed(province: Province, procedureCode: string, at?: string) {
  office = await open(province, at ? { at } : {})
  far = openFarEnd()
  const citizen = wired(await office.citizen())
  const { dossierId } = await fileDossier(citizen, procedureCode)
  const { agencyId } = await dossierOf(dossierId)
  const officer = wired(await office.staff(agencyId))
  const accountant = wired(await office.staff(agencyId, 'accountant'))
  const head = wired(await office.staff(agencyId, 'one-stop-head'))
  return { citizen, dossierId, officer, accountant, head, visitor: wired(await office.visitor()) }
}

describe('at the counter', () => {
  test('LA19-8.2b: cash is taken once however often it is pressed, against a receipt', async () => {
    const { citizen, officer, dossierId } = await filed('long-an', '1.004222')
    await accept(officer, { dossierId })
    const cash = { dossierId, key: randomUUID(), amount: 10_000 }
    await Promise.all(Array.from({ length: 6 }, () => collectAtCounter(officer, cash)))
    expect(await ledger(dossierId)).toMatchObject([{ kind: 'paid', amount: 10_000, source: 'counter' }])
    const { paid } = (await dossierOf(dossierId)).fee!
    const receipt = await feeReceipt(citizen, { dossierId, paymentId: paid!.paymentId })
    expect(receipt).toMatchObject({ no: '0000001', amountInWords: 'Mười nghìn đồng', form: 'electronic' })
  })

  test('two officers at once, and the gateway with them, take one fee: the rest is surplus or refused', async () => {
    const { citizen, officer, visitor, dossierId } = await filed('long-an', '1.004222')
    const second = wired(await office.staff((await dossierOf(dossierId)).agencyId))
    await accept(officer, { dossierId })
    const { ref } = await payOnline(citizen, { dossierId })
    const cash = (by: Context) => collectAtCounter(by, { dossierId, key: randomUUID(), amount: 10_000 })
    const notice = far.notice(ref, { amount: 10_000 })
    await Promise.allSettled([cash(officer), bringNotice(visitor, { query: notice }), cash(second)])
    const kinds = (await ledger(dossierId)).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'paid')).toHaveLength(1)
    expect(kinds).toHaveLength(1 + ((await dossierOf(dossierId)).fee!.surplus?.length ?? 0))
    expect((await bringNotice(visitor, { query: notice })).RspCode).toBe('02')
  })

  test('less or more than what is owed is not taken', async () => {
    const { officer, dossierId } = await filed('long-an', '1.004222')
    await accept(officer, { dossierId })
    const cash = { dossierId, key: randomUUID(), amount: 9000 }
    expect(await refusal(collectAtCounter(officer, cash))).toBe('amount-differs')
  })

  test('cash is handed over in full by one and confirmed by another, once', async () => {
    const { officer, accountant, dossierId } = await filed('long-an', '1.004222')
    await accept(officer, { dossierId })
    await collectAtCounter(officer, { dossierId, key: randomUUID(), amount: 10_000 })
    expect((await heldMoney(officer, {})).total).toBe(10_000)
    expect(await refusal(handOverCash(officer, { total: 5000 }))).toBe('amount-differs')
    const twice = await Promise.allSettled([1, 2].map(() => handOverCash(officer, { total: 10_000 })))
    expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const { total, remittances } = await heldMoney(officer, {})
    expect([total, remittances.length]).toEqual([0, 1])
    await confirmHandOver(accountant, { id: remittances[0]!.id })
    expect(await refusal(confirmHandOver(accountant, { id: remittances[0]!.id }))).toBe('money-counted')
  })
})

test('who handed money over does not confirm it, whatever else they may do', async () => {
  const { officer, accountant, dossierId } = await filed('long-an', '1.004222')
  await accept(officer, { dossierId })
  await collectAtCounter(officer, { dossierId, key: randomUUID(), amount: 10_000 })
  const { id } = await handOverCash(accountant, { total: 10_000 })
  expect(await refusal(confirmHandOver(accountant, { id }))).toBe('second-person-needed')
  const { agencyId } = await dossierOf(dossierId)
  expect(await refusal(confirmHandOver(await office.staff(agencyId, 'accountant'), { id }))).toBe('done')
})

test('PT20-28.2, LA19-8.1b: what the post took is paid for the applicant and held until it is handed over in full', async () => {
  const { officer, dossierId } = await filed('long-an', '1.004222')
  await accept(officer, { dossierId })
  const post = wired(await office.staff((await dossierOf(dossierId)).agencyId, 'postal-officer'))
  await collectByPost(post, { dossierId, key: randomUUID(), amount: 10_000 })
  expect((await dossierOf(dossierId)).fee!.paid).toMatchObject({ channel: 'postal', amount: 10_000 })
  expect(await refusal(handOverByPost(post, { total: 9000 }))).toBe('amount-differs')
  expect(await refusal(handOverByPost(post, { total: 10_000 }))).toBe('done')
  expect((await ledger(dossierId)).map(({ kind }) => kind)).toEqual(['paid', 'remitted'])
})

describe('ways to pay', () => {
  const channels = async (province: Province, code: string, at?: string): Promise<string[]> => {
    const { citizen, officer, dossierId } = await filed(province, code, at)
    if (!(await dossierOf(dossierId)).fee) await accept(officer, { dossierId })
    return (await ownFee(citizen, { dossierId })).ways.channels
  }

  test('LA19-8.1b, LA19-8.2b: level 4 at the counter, online or by post; level 3 not online', async () => {
    expect(await channels('long-an', '1.004222')).toEqual(['counter', 'online', 'postal'])
    expect(await channels('long-an', '1.014063')).toEqual(['counter', 'postal'])
  })

  test('HN19-10.2c, HN19-10.2c.2: level 3 at the agency or by post; level 4 online, by transfer or post', async () => {
    expect(await channels('ha-nam', '1.014063')).toEqual(['counter', 'postal'])
    expect(await channels('ha-nam', '1.004222')).toEqual(['bank-transfer', 'online', 'postal'])
  })

  test('PT20-13.1, PT20-13.2.2: level 3 at the counter; level 4 online or by transfer', async () => {
    expect(await channels('phu-tho', '1.014063')).toEqual(['counter'])
    expect(await channels('phu-tho', '1.004222')).toEqual(['bank-transfer', 'online'])
  })
})

describe('HN19-10.2c.2: a transfer to the published account', () => {
  const statement = (rows: string) => ({
    name: 'saoke.csv',
    bytes: new TextEncoder().encode(`Ngày;Số tham chiếu;Ghi nợ;Ghi có;Nội dung\n${rows}`),
  })

  test('is found in the statement by its number and counted once, in however many files it comes', async () => {
    const { citizen, officer, accountant, dossierId } = await filed('ha-nam', '1.004222')
    await accept(officer, { dossierId })
    const { content, amount, account } = await payByTransfer(citizen, { dossierId })
    expect([amount, account.number]).toEqual([10_000, '1090000000025'])
    expect((await payByTransfer(citizen, { dossierId })).content).toBe(content)
    const row = `02/03/2026 08:30;FT1;;10.000;CT DEN ${content.toLowerCase()}.NGUYEN VAN A\n`
    const other = '02/03/2026;FT2;;77.000;tien dien\n02/03/2026;FT3;5.000;;phi\n'
    const first = await takeInStatement(accountant, statement(row + other))
    expect(first).toEqual({ lines: 3, known: 0, matched: 1, unmatched: 2 })
    expect(await takeInStatement(accountant, statement(row + other))).toMatchObject({ known: 3, matched: 0 })
    const overlapping = statement(`${row}${other}03/03/2026;FT4;;1.000;x\n`)
    expect(await takeInStatement(accountant, overlapping)).toMatchObject({
      known: 3,
      matched: 0,
      unmatched: 1,
    })
    expect(await ledger(dossierId)).toMatchObject([{ kind: 'paid', amount: 10_000, source: 'bank' }])
  })

  test('the same file taken in by two at once is counted once', async () => {
    const { citizen, officer, accountant, dossierId } = await filed('ha-nam', '1.004222')
    await accept(officer, { dossierId })
    const { content } = await payByTransfer(citizen, { dossierId })
    const file = statement(`02/03/2026;FT1;;10.000;${content}\n`)
    await Promise.all([1, 2, 3].map(() => takeInStatement(accountant, file)))
    expect(await ledger(dossierId)).toHaveLength(1)
  })

  test('of another amount waits for a person, who says what it is', async () => {
    const { citizen, officer, accountant, dossierId } = await filed('ha-nam', '1.004222')
    await accept(officer, { dossierId })
    const { content } = await payByTransfer(citizen, { dossierId })
    await takeInStatement(
      accountant,
      statement(`02/03/2026;FT1;;9.000;${content}\n02/03/2026;FT2;;10.000;HS\n`),
    )
    const { waiting } = await listBank(accountant, {})
    expect((await dossierOf(dossierId)).fee!.paid).toBeUndefined()
    await decideLine(accountant, { lineId: waiting[1]!.id, ref: content })
    expect((await dossierOf(dossierId)).fee!.paid).toMatchObject({ amount: 10_000 })
    expect(await refusal(decideLine(accountant, { lineId: waiting[1]!.id, ref: content }))).toBe(
      'money-counted',
    )
    expect(await refusal(decideLine(accountant, { lineId: waiting[0]!.id }))).toBe('reason-missing')
    await decideLine(accountant, { lineId: waiting[0]!.id, note: 'Tiền của đơn vị khác' })
    expect((await listBank(accountant, {})).waiting).toEqual([])
  })

  test('a file that cannot be read changes nothing and is told line by line', async () => {
    const { accountant } = await filed('ha-nam', '1.004222')
    const bad = takeInStatement(accountant, statement('02/03/2026;FT1;;10.00,0;x\n99/03/2026;FT2;;1.000;y\n'))
    await expect(bad).rejects.toMatchObject({
      refusal: { code: 'statement-unreadable', data: { faults: [{ line: 2 }, { line: 3 }] } },
    })
    expect((await listBank(accountant, {})).statements).toEqual([])
  })
})

describe('a fee worked out anew', () => {
  test('for a group of people is what the table says for them', async () => {
    const { officer, dossierId } = await filed('phu-tho', '3.000333')
    const found = { dossierId, forWhom: 'Học sinh, sinh viên, người có công với cách mạng' }
    expect((await previewFee(officer, { dossierId })).amount).toBe(200_000)
    expect((await previewFee(officer, found)).amount).toBe(100_000)
    await demandFee(officer, { ...found, reason: 'Có thẻ sinh viên' })
    expect((await dossierOf(dossierId)).fee).toMatchObject({ amount: 100_000, before: 'acceptance' })
    await demandFee(officer, {
      dossierId,
      forWhom: 'Trẻ em, người cao tuổi, người khuyết tật, người thuộc hộ nghèo',
      reason: 'Có sổ hộ nghèo',
    })
    expect((await dossierOf(dossierId)).fee).toBeUndefined()
    expect(await refusal(accept(officer, { dossierId }))).toBe('done')
  })

  test('closes the payment of the old amount; should its money come all the same, it is surplus', async () => {
    const { citizen, officer, visitor, dossierId } = await filed('phu-tho', '3.000333')
    const { ref } = await payOnline(citizen, { dossierId })
    const forWhom = 'Học sinh, sinh viên, người có công với cách mạng'
    await demandFee(officer, { dossierId, forWhom, reason: 'Sinh viên' })
    const next = await payOnline(citizen, { dossierId })
    expect([next.amount, next.ref === ref]).toEqual([100_000, false])
    await bringNotice(visitor, { query: far.notice(ref) })
    const { fee } = await dossierOf(dossierId)
    expect([fee!.paid, fee!.surplus!.length]).toEqual([undefined, 1])
  })
})

describe('a refund', () => {
  const turnedAway = async () => {
    const all = await filed('phu-tho', '1.001456')
    const { ref } = await payOnline(all.citizen, { dossierId: all.dossierId })
    await bringNotice(all.visitor, { query: far.notice(ref) })
    const { paymentId } = (await dossierOf(all.dossierId)).fee!.paid!
    const { dossierId } = all
    return { ...all, which: { dossierId, paymentId } }
  }

  test('PT20-13.3: of a fee paid for a dossier that was not taken on goes through two people and leaves the ledger once', async () => {
    const { officer, head, accountant, dossierId, which } = await turnedAway()
    await refuseIntake(officer, { dossierId, reason: 'Không thuộc thẩm quyền', basis: 'Điều 9' })
    const asked = { ...which, ground: 'agency-failed', reason: 'Không thực hiện được' } as const
    await requestRefund(head, asked)
    expect(await refusal(decideRefund(head, { ...which, approved: true }))).toBe('second-person-needed')
    const other = wired(await office.staff((await dossierOf(dossierId)).agencyId, 'one-stop-head'))
    const paying = { ...which, channel: 'bank-transfer', reference: 'UNC 15' } as const
    expect(await refusal(payRefund(accountant, paying))).toBe('refund-not-requested')
    await decideRefund(other, { ...which, approved: true })
    const paid = await Promise.all([1, 2, 3].map(() => refusal(payRefund(accountant, paying))))
    expect(paid.toSorted()).toEqual(['done', 'refund-already-paid', 'refund-already-paid'])
    expect((await ledger(dossierId)).map(({ kind, amount }) => [kind, amount])).toEqual([
      ['paid', 200_000],
      ['refunded', -200_000],
    ])
  })

  test('an officer does not approve, and a specialist does not ask', async () => {
    const { officer, which } = await turnedAway()
    await expect(decideRefund(officer, { ...which, approved: true })).rejects.toThrow('not allowed')
  })

  test('AMB-17.5, AMB-28: of Tuyên Quang follows the regulation of the day it was paid', async () => {
    office = await open('tuyen-quang', { at: '2025-12-01T09:00:00+07:00' })
    far = openFarEnd()
    const citizen = wired(await office.citizen())
    const { dossierId } = await fileDossier(citizen, '1.001456')
    const dossier = await dossierOf(dossierId)
    expect(dossier.fee).toMatchObject({ amount: 200_000, before: 'acceptance' })
    const officer = wired(await office.staff(dossier.agencyId))
    const paid = async (at: string): Promise<string> => {
      await office.db.transact(office.tenant, async (tx) => {
        const locked = await getDossierForUpdate(tx, dossierId)
        const { openOrReuse } = await import('./pay-online.ts')
        const payment = await openOrReuse(tx, locked, { channel: 'online', by: 'x', now: instant(at) })
        const money = {
          payment,
          amount: 200_000,
          source: 'vnpay',
          sourceRef: at,
          at: instant(at),
          by: 'VNPAY',
        } as const
        await receive({ tx, tenant: citizen.tenant, now: instant(at) }, locked, money)
      })
      return (await dossierOf(dossierId)).fee!.paid!.paymentId
    }
    const paymentId = await paid('2025-12-01T10:00:00+07:00')
    office.at('2026-01-05T09:00:00+07:00')
    await refuseIntake(officer, { dossierId, reason: 'Không thuộc thẩm quyền', basis: 'Điều 9' })
    const asked = { dossierId, paymentId, ground: 'agency-failed', reason: 'Không thực hiện được' } as const
    expect(await refusal(requestRefund(officer, asked))).toBe('done')
  })
})

describe('the daily comparison', () => {
  const day = '2026-03-02'

  test('of a day on which all is well finds nothing', async () => {
    const { citizen, visitor, accountant, dossierId } = await filed('phu-tho', '1.001456')
    const { ref } = await payOnline(citizen, { dossierId })
    far.says.set(ref, { status: '00', amount: 200_000, no: '14000001' })
    await bringNotice(visitor, { query: far.notice(ref) })
    const report = await reconcile(accountant, { day })
    expect(report).toMatchObject({ totals: { online: 200_000 }, movements: 1, differences: [], notAsked: 0 })
  })

  test('finds money the gateway took and nobody told, and counts it', async () => {
    const { citizen, accountant, dossierId } = await filed('phu-tho', '1.001456')
    const { ref } = await payOnline(citizen, { dossierId })
    far.says.set(ref, { status: '00', amount: 200_000, no: '9' })
    const { differences } = await reconcile(accountant, { day })
    expect(differences).toMatchObject([
      { kind: 'gateway-without-ledger', about: ref, here: 0, there: 200_000 },
    ])
    expect((await dossierOf(dossierId)).fee!.paid).toBeDefined()
    expect((await reconcile(accountant, { day })).differences).toEqual([])
  })

  test('finds money here that the gateway knows nothing of, and of another amount', async () => {
    const { citizen, visitor, accountant, dossierId } = await filed('phu-tho', '1.001456')
    const { ref } = await payOnline(citizen, { dossierId })
    await bringNotice(visitor, { query: far.notice(ref) })
    far.says.set(ref, { status: '02', amount: 200_000, no: '0' })
    expect((await reconcile(accountant, { day })).differences).toMatchObject([
      { kind: 'ledger-without-gateway' },
    ])
    far.says.set(ref, { status: '00', amount: 150_000, no: '1' })
    expect((await reconcile(accountant, { day })).differences).toMatchObject([
      { kind: 'amount-at-gateway', here: 200_000, there: 150_000 },
    ])
    far.says.set(ref, 'down')
    expect(await reconcile(accountant, { day })).toMatchObject({ differences: [], notAsked: 1 })
  })

  test('finds a line of the bank that is nobody’s payment', async () => {
    const { accountant } = await filed('ha-nam', '1.004222')
    const text = 'Ngày;Số tham chiếu;Ghi có;Nội dung\n02/03/2026;FT9;50.000;khong ro\n'
    await takeInStatement(accountant, { name: 's.csv', bytes: new TextEncoder().encode(text) })
    const { differences } = await reconcile(accountant, { day })
    expect(differences).toEqual([{ kind: 'bank-without-payment', about: 'FT9', here: 0, there: 50_000 }])
  })

  test('finds a dossier that says it was paid where the ledger does not', async () => {
    const { citizen, accountant, dossierId } = await filed('phu-tho', '1.001456')
    await payOnline(citizen, { dossierId })
    const { append } = await import('@motcua/db')
    const forged = { at: instant(`${day}T09:00:00+07:00`), paymentId: randomUUID(), amount: 200_000 }
    await office.db.transact(office.tenant, async (tx) =>
      append(tx, await getDossierForUpdate(tx, dossierId), [
        { type: 'FeePaid', ...forged, channel: 'online', receiptNo: '26/9', by: 'ai đó' },
      ]),
    )
    expect((await reconcile(accountant, { day })).differences).toMatchObject([
      { kind: 'dossier-without-ledger', dossierId, here: 0, there: 200_000 },
    ])
  })
})

test('where one province cannot be compared, the others are, and it is tried again', async () => {
  const [broken, sound] = [await open('phu-tho'), await open('long-an')]
  const named = await Promise.all(
    [broken, sound].map(({ tenants, tenant }) => getTenantById(tenants, tenant)),
  )
  const done = new Set<string>()
  const compare = (fails: boolean) =>
    reconcileYesterday(
      {
        db: sound.db,
        tenants: { list: async () => named },
        now: () => instant('2026-03-03T01:00:00+07:00'),
        gateways: ({ id }) => {
          if (fails && id === broken.tenant) throw new Error('no key for this province')
          return undefined
        },
      },
      done,
    )
  const days = ({ db, tenant }: TestOffice) =>
    db.read(tenant, async (tx) => (await listReconciliations(tx)).map(({ day }) => day))
  await expect(compare(true)).rejects.toThrow('no key for this province')
  expect(await days(broken)).toEqual([])
  expect(await days(sound)).toEqual(['2026-03-02'])
  await compare(false)
  expect(await days(broken)).toEqual(['2026-03-02'])
  expect(await days(sound)).toEqual(['2026-03-02'])
})
