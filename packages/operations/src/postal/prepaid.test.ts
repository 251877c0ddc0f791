import { randomUUID } from 'node:crypto'
import { getDossier, ledgerOf } from '@motcua/db'
import { Refused } from '@motcua/domain'
import { expect, test } from 'vitest'
import { accept } from '../intake/accept.ts'
import { handOverByPost, heldByPost } from '../fees/hand-over-money.ts'
import { openOffices, pdf, type Province } from '../testing.ts'
import { confirmCollected, fileOnline } from './carry.ts'
import { collect } from './collect.ts'
import { prepareHandOver, signHandOver } from './hand-over.ts'
import { getCollected } from './round.ts'

const { open } = await openOffices()
// Confirmation of marital status: due before the result, nothing for some groups of people.
const code = '1.004873'
const form = 'to-khai-cap-giay-xac-nhan'

async function postOf(province: Province) {
  const office = await open(province, { at: '2026-03-02T09:00:00+07:00' })
  const { tenant } = await office.visitor()
  const agencyId = tenant.procedures.get(code)!.agencies[0]!.id
  const carrier = await office.staff(agencyId, 'postal-officer')
  const collected = (fees: number, procedureCode = code) =>
    collect(carrier, {
      key: randomUUID(),
      procedureCode,
      caseId: 'thong-thuong',
      agencyId,
      applicant: { fullName: 'Trần Thị Đan', citizenId: '080185000123', phone: '0900 000 039' },
      counted: [{ paperId: form, originals: 1, copies: 0 }],
      photos: [{ paperId: form, name: 'tờ khai.pdf', bytes: pdf }],
      receipt: ['sms'],
      returnChannel: 'postal',
      place: 'customer-address',
      prepaid: { fees, returnPostage: 26_000 },
    })
  const confirmed = async (fees: number): Promise<string> => {
    const { id } = await collected(fees)
    await confirmCollected(carrier, { collectionId: id, proof: { name: 'phiếu.pdf', bytes: pdf } })
    return id
  }
  const dossierOf = (id: string) => office.db.read(office.tenant, (tx) => getDossier(tx, id))
  const ledger = (id: string) => office.db.read(office.tenant, (tx) => ledgerOf(tx, id))
  return { office, carrier, agencyId, collected, confirmed, dossierOf, ledger }
}

test('HN19-11.3a: the fee sent along with the papers is paid when the post files them, and the post holds it', async () => {
  const { office, carrier, agencyId, confirmed, dossierOf, ledger } = await postOf('ha-nam')
  const id = await confirmed(10_000)
  const { dossierId } = await fileOnline(carrier, { collectionId: id })
  await fileOnline(carrier, { collectionId: id })
  const { fullName } = carrier.actor as { fullName: string }
  const paid = { paymentId: id, channel: 'postal', amount: 10_000 }
  expect((await dossierOf(dossierId)).fee).toMatchObject({ amount: 10_000, before: 'result', paid })
  expect(await ledger(dossierId)).toMatchObject([{ kind: 'paid', source: 'post', by: fullName }])
  expect(await heldByPost(carrier, {})).toMatchObject({ total: 10_000, payments: [{ dossierId }] })

  await accept(await office.staff(agencyId), { dossierId })
  expect((await dossierOf(dossierId)).fee).toMatchObject({ amount: 10_000, paid })
  await handOverByPost(carrier, { total: 10_000 })
  expect((await heldByPost(carrier, {})).total).toBe(0)
})

test('PT20-28.2: where the signature of the office files it, the money is still that of the postal officer who took it', async () => {
  const { office, carrier, agencyId, confirmed, dossierOf, ledger } = await postOf('phu-tho')
  const id = await confirmed(12_000)
  const { handoverId } = await prepareHandOver(carrier, { key: randomUUID(), collectionIds: [id] })
  expect((await heldByPost(carrier, {})).total).toBe(0)
  await signHandOver(await office.staff(agencyId), { handoverId })
  const { dossierId } = await getCollected(carrier, { id })
  expect((await dossierOf(dossierId!)).fee?.paid?.amount).toBe(12_000)
  const { fullName } = carrier.actor as { fullName: string }
  expect(await ledger(dossierId!)).toMatchObject([{ kind: 'paid', by: fullName }])
  expect(await heldByPost(carrier, {})).toMatchObject({ total: 12_000, duty: ['in-full', 'in-time'] })
})

test('the post takes what the table says, of a group with lines of its own nothing, and no other sum', async () => {
  const { collected } = await postOf('ha-nam')
  const wrong = await collected(8000).catch((error: unknown) => error)
  expect(wrong).toBeInstanceOf(Refused)
  expect((wrong as Refused).refusal).toEqual({ code: 'amount-differs', data: { owed: 10_000, given: 8000 } })
  await expect(collected(0)).resolves.toBeDefined()
})

test('who sent no fee along owes it as anybody does, at acceptance', async () => {
  const { office, carrier, agencyId, confirmed, dossierOf, ledger } = await postOf('ha-nam')
  const { dossierId } = await fileOnline(carrier, { collectionId: await confirmed(0) })
  expect((await dossierOf(dossierId)).fee).toBeUndefined()
  await accept(await office.staff(agencyId), { dossierId })
  expect((await dossierOf(dossierId)).fee).toMatchObject({ amount: 10_000 })
  expect(await ledger(dossierId)).toEqual([])
})
