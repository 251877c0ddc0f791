import { eventsOf } from '@motcua/db'
import { Forbidden, Refused } from '@motcua/domain'
import { describe, expect, test } from 'vitest'
import { getDossier as getAtDesk } from '../dossier/get-dossier.ts'
import { readFile } from '../dossier/read-file.ts'
import { getSlip } from '../slips/read-slips.ts'
import { returnChannels } from '../rules/determine.ts'
import { openOffices, pdf, type TestOffice } from '../testing.ts'
import { accept } from './accept.ts'
import { enterAtCounter } from './enter-at-counter.ts'

/** Đăng ký khai sinh. */
const birth = '1.001193'

const { open } = await openOffices()
const refusalOf = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Refused)
  return (error as Refused).refusal.code
}

describe('a dossier brought to the counter', () => {
  const entry = async (office: TestOffice) => {
    const { tenant } = await office.visitor()
    const offered = tenant.procedures.get(birth)!
    const agencyId = offered.agencies[0]!.id
    const handedIn = offered.procedure.papers.filter(({ required }) => required).map(({ id }) => id)
    const officer = await office.staff(agencyId)
    const asOf = officer.now()
    const [returnChannel] = returnChannels(tenant, { level: offered.level, mode: 'counter', asOf }).channels
    const input = {
      key: crypto.randomUUID(),
      procedureCode: birth,
      caseId: offered.procedure.cases[0]!.id,
      agencyId,
      applicant: { fullName: 'Hoàng Văn Páo', citizenId: '008085 000 999', phone: '0912.345.678' },
      handedIn,
      returnChannel: returnChannel!,
    }
    return { officer, input }
  }

  test('TQ25-13.1: it enters though filing is at the national portal, and is accepted like any other', async () => {
    const office = await open('tuyen-quang')
    const { officer, input } = await entry(office)
    const first = await enterAtCounter(officer, input)
    expect(await enterAtCounter(officer, input)).toEqual(first)
    const { code } = await accept(officer, { dossierId: first.dossierId })
    const view = await getAtDesk(officer, { id: first.dossierId })
    expect(view).toMatchObject({
      mode: 'counter',
      code,
      applicant: { citizenId: '008085000999', phone: '0912345678' },
    })
    const slip = await getSlip(officer, { dossierId: first.dossierId, slip: 'receipt' })
    const [papers] = slip.blocks.filter((block) => block.is === 'table')
    expect(papers?.rows).toMatchObject([['1', expect.any(String), 'bản giấy']])
    expect(await office.db.read(office.tenant, (tx) => eventsOf(tx, first.dossierId))).toHaveLength(3)
  })

  test('PT20-10.1b: scanned at the counter, a paper is in the dossier once, however often the button is pressed', async () => {
    const office = await open('tuyen-quang')
    const { officer, input } = await entry(office)
    const scans = input.handedIn.map((paperId) => ({ paperId, name: 'bản quét.pdf', bytes: pdf }))
    const { dossierId } = await enterAtCounter(officer, { ...input, handedIn: [], scans })
    await enterAtCounter(officer, { ...input, handedIn: [], scans })
    const { papers } = await getAtDesk(officer, { id: dossierId })
    expect(papers).toHaveLength(1)
    const { bytes, name } = await readFile(officer, { fileId: papers[0]!.fileId })
    expect([name, new Uint8Array(bytes)]).toEqual(['bản quét.pdf', pdf])

    const script = [{ ...scans[0]!, bytes: new TextEncoder().encode('<script>') }]
    const other = { ...input, key: crypto.randomUUID(), scans: script }
    expect(await refusalOf(enterAtCounter(officer, other))).toBe('file-not-accepted')
  })

  test('without a required paper it is not entered', async () => {
    const office = await open('tuyen-quang')
    const { officer, input } = await entry(office)
    expect(await refusalOf(enterAtCounter(officer, { ...input, handedIn: [] }))).toBe('papers-missing')
  })

  test('where the law says nothing of boundaries, an officer enters for his own counter only', async () => {
    const office = await open('phu-tho')
    const { input } = await entry(office)
    const [stranger] = [...(await office.visitor()).tenant.agencies.keys()].filter(
      (id) => id !== input.agencyId,
    )
    await expect(enterAtCounter(await office.staff(stranger!), input)).rejects.toThrow(Forbidden)
  })
})

test('TQ25-22, TQ25-3.3.2, TQ25-13.2: any section takes a dossier in for the competent body, which then has it; Long An’s sections do not', async () => {
  const enter = async (province: 'tuyen-quang' | 'long-an') => {
    const office = await open(province, { at: '2026-03-02T09:00:00+07:00' })
    const { tenant } = await office.visitor()
    const offered = tenant.procedures.get('1.004873')!
    const [competent, other] = offered.agencies
    const officer = await office.staff(other!.id)
    const work = enterAtCounter(officer, {
      key: crypto.randomUUID(),
      procedureCode: '1.004873',
      caseId: offered.procedure.cases[0]!.id,
      agencyId: competent!.id,
      applicant: { fullName: 'Ma Văn Ba', citizenId: '008190000457' },
      returnChannel: 'counter',
    })
    return { office, work, competent: competent!, other: other! }
  }
  const { office, work, competent, other } = await enter('tuyen-quang')
  const { dossierId } = await work
  const seen = await getAtDesk(await office.staff(competent.id), { id: dossierId })
  expect(seen.cameBy).toMatchObject({ takenInBy: { name: other.name, agencyId: other.id } })
  await expect(getAtDesk(await office.staff(other.id), { id: dossierId })).rejects.toThrow('not found')
  await expect((await enter('long-an')).work).rejects.toThrow('dossier:enter-at-counter')
})

test('HN19-2.4: who comes for the applicant is written down with the mandate; the dossier stays the applicant’s', async () => {
  const office = await open('ha-nam', { at: '2026-03-02T09:00:00+07:00' })
  const { tenant } = await office.visitor()
  const offered = tenant.procedures.get('1.004873')!
  const [body] = offered.agencies
  const officer = await office.staff(body!.id)
  const { dossierId } = await enterAtCounter(officer, {
    key: crypto.randomUUID(),
    procedureCode: '1.004873',
    caseId: offered.procedure.cases[0]!.id,
    agencyId: body!.id,
    applicant: { fullName: 'Ma Văn Ba', citizenId: '008190000457' },
    agent: { fullName: 'Lê Thị Tư', proof: 'Số 12/2026, UBND phường Minh Khai chứng thực' },
    returnChannel: 'counter',
  })
  const seen = await getAtDesk(officer, { id: dossierId })
  expect(seen.applicant.fullName).toBe('Ma Văn Ba')
  expect(seen.cameBy?.mandate).toMatchObject({
    agent: { kind: 'authorised-filer', fullName: 'Lê Thị Tư' },
    proof: { number: 'Số 12/2026, UBND phường Minh Khai chứng thực' },
  })
})
