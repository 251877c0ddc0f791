import { getDossier } from '@motcua/db'
import { Refused } from '@motcua/domain'
import { describe, expect, test, vi } from 'vitest'
import { procedureView } from '../catalogue/procedure-view.ts'
import { accept } from '../intake/accept.ts'
import { compareOriginals } from '../returning/compare-originals.ts'
import { handOverResult } from '../returning/hand-over-result.ts'
import { recordResult } from '../returning/record-result.ts'
import { fileDossier, openOffices, pdf, takeIn, workThrough, type Province } from '../testing.ts'
import { collectAtCounter } from './collect.ts'
import { feeReceipt } from './fee-receipt.ts'
import { deskFee } from './fee-view.ts'
import { payByTransfer } from './pay-by-transfer.ts'

// Each test opens provinces of its own and compiles their law.
vi.setConfig({ testTimeout: 30_000 })

const { open } = await openOffices()

/** Đăng ký thường trú is of level 4 or full, cấp đổi thẻ căn cước of level 3 or partial; both have a fee. */
const residence = '1.004222'
const card = '1.014063'

describe('who owes', () => {
  test.each<[string, Province, { article: string; clause: string; point?: string }]>([
    ['TQ25-30.2b', 'tuyen-quang', { article: '30', clause: '2', point: 'b' }],
    ['HN19-25.3', 'ha-nam', { article: '25', clause: '3' }],
    ['PT20-26.4', 'phu-tho', { article: '26', clause: '4' }],
  ])('%s: in %s the applicant pays, and is told by which article', async (_, province, article) => {
    const office = await open(province)
    // A fee that is due before the result rests on the duty itself.
    await office.reapply((folder) => ({
      ...folder,
      fees: folder.fees.map((line) => ({ ...line, due: 'result' as const })),
    }))
    const { officer, dossierId } = await takeIn(office, card)
    const { fee } = await deskFee(officer, { dossierId })
    expect(fee!.amount).toBeGreaterThan(0)
    expect(fee!.basis).toContainEqual(expect.objectContaining(article))

    office.at('2026-06-30T09:00:00+07:00')
    await workThrough(office, dossierId)
    await recordResult(officer, { dossierId, outcome: 'granted', document: { name: 'kq.pdf', bytes: pdf } })
    await compareOriginals(officer, { dossierId, outcome: 'match', shown: 'original' })
    const handing = handOverResult(officer, {
      dossierId,
      channel: 'counter',
      to: 'Hoàng Văn Páo',
      identity: 'citizen-card',
      dossierChecked: true,
    })
    const error = await handing.catch((thrown: unknown) => thrown)
    expect((error as Refused).refusal.code).toBe('fee-unpaid')
  })

  test('HN19-11.4a: each amount that is asked for in Hà Nam names the law it comes from', async () => {
    const office = await open('ha-nam')
    const { officer, dossierId } = await takeIn(office, residence)
    const { fee } = await deskFee(officer, { dossierId })
    expect(fee!.lines.length).toBeGreaterThan(0)
    for (const { basis } of fee!.lines) expect(basis).toMatch(/Thông tư|Nghị quyết|Luật|Nghị định/)
  })
})

describe('how it is paid', () => {
  test('TQ25-17.3, TQ25-26.1c: a partial service is paid in cash, online or at a bank, and its receipt is electronic', async () => {
    const office = await open('tuyen-quang')
    const { officer, dossierId } = await takeIn(office, card)
    const { ways, fee } = await deskFee(officer, { dossierId })
    expect(ways.channels.toSorted()).toEqual(['bank-transfer', 'counter', 'online'])
    expect(ways.basis).toContainEqual(expect.objectContaining({ article: '26', clause: '1', point: 'c' }))
    expect(ways.basis).toContainEqual(expect.objectContaining({ article: '17', clause: '3' }))
    await collectAtCounter(officer, { dossierId, key: crypto.randomUUID(), amount: fee!.amount })
    const { paid } = (await deskFee(officer, { dossierId })).fee!
    expect(paid).toMatchObject({ channel: 'counter' })
    const receipt = await feeReceipt(officer, { dossierId, paymentId: paid!.paymentId })
    expect(receipt).toMatchObject({ no: '0000001', form: 'electronic' })
  })

  test('TQ25-26.2, TQ25-4.4: the page of a procedure says how it is paid, and where online: the national portal', async () => {
    const office = await open('tuyen-quang')
    const { officer, dossierId } = await takeIn(office, residence)
    expect((await deskFee(officer, { dossierId })).ways.channels).not.toContain('bank-transfer')
    expect((await deskFee(officer, { dossierId })).nationalPortalUrl).toBe('https://dichvucong.gov.vn')
    const { tenant } = officer
    for (const code of [residence, card]) {
      const { payment } = procedureView(tenant, tenant.procedures.get(code)!, officer.now())
      expect(payment.channels).toContain('online')
      expect(payment.basis).toContainEqual(expect.objectContaining({ article: '17' }))
    }
  })

  test('HN19-17.7, HN19-10.2c.2: in Hà Nam a transfer goes to the account at VietinBank Hà Nam', async () => {
    const office = await open('ha-nam')
    const citizen = await office.citizen()
    const { dossierId } = await fileDossier(citizen, residence)
    const { agencyId } = await office.db.read(office.tenant, (tx) => getDossier(tx, dossierId))
    await accept(await office.staff(agencyId), { dossierId })
    const { account } = await payByTransfer(citizen, { dossierId })
    expect(account.bank).toBe('Ngân hàng TMCP Công Thương Việt Nam, chi nhánh Hà Nam')
  })
})
