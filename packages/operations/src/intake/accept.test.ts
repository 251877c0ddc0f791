import { eventsOf, getDossier } from '@motcua/db'
import { Forbidden, NotFound, Refused, type Dossier } from '@motcua/domain'
import { describe, expect, test } from 'vitest'
import { getDossier as getAtDesk } from '../dossier/get-dossier.ts'
import { getOwn } from '../dossier/get-own.ts'
import { getSlip } from '../slips/read-slips.ts'
import { attachFile } from '../drafts/attach-file.ts'
import { openCompletion } from '../drafts/open-completion.ts'
import { openOffices, type TestOffice } from '../testing.ts'
import { fileDossier, pdf } from '../testing-journey.ts'
import { accept } from './accept.ts'
import { refuseIntake } from './refuse-intake.ts'
import { requestCompletion } from '../completion/request-completion.ts'
import { supplyAtCounter } from '../completion/supply-at-counter.ts'
import { supplyCompletion } from '../completion/supply-completion.ts'

/** Đăng ký khai sinh, at every commune of Long An. */
const birth = '1.001193'
const ward = 'ubnd-phuong-1-tan-an'
const otherWard = 'ubnd-phuong-2-tan-an'

const { open } = await openOffices()
const stateOf = (office: TestOffice, id: string): Promise<Dossier> =>
  office.db.read(office.tenant, (tx) => getDossier(tx, id))
const refusalOf = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Refused)
  return (error as Refused).refusal.code
}

async function filed(at = '2026-03-02T09:00:00+07:00') {
  const office = await open('long-an', { at })
  const citizen = await office.citizen()
  const officer = await office.staff(ward)
  const { dossierId } = await fileDossier(citizen, birth, { agencyId: ward })
  return { office, citizen, officer, dossierId }
}

const missing = (ref: string) => ({
  kind: 'paper' as const,
  ref,
  label: 'Giấy chứng sinh',
  reason: 'Bản chụp mờ, không đọc được',
  basis: 'Điều 16 Luật Hộ tịch',
})

describe('accepting', () => {
  test('HN19-12.1, LA19-14.2: acceptance issues the code and starts the clock that the slip promises', async () => {
    const { office, citizen, officer, dossierId } = await filed()
    const { preview } = await getAtDesk(officer, { id: dossierId })
    office.at('2026-03-02T10:00:00+07:00')
    const { code } = await accept(officer, { dossierId })
    expect(code).toMatch(/^H39\.\d{2}\.\d{2,3}-260302-0001$/)
    const own = await getOwn(citizen, { id: dossierId })
    expect(own).toMatchObject({ phase: 'processing', code, acceptedAt: '2026-03-02T10:00:00+07:00' })
    expect(own.processingClock?.dueAt).toBe(preview?.[0]?.clock.dueAt)
    expect(own.timeline.map(({ type }) => type)).toEqual([
      'DossierSubmitted',
      'DossierAccepted',
      'FeeDemanded',
      'WorkStarted',
    ])

    const slip = await getSlip(citizen, { dossierId, slip: 'receipt' })
    const url = `http://${office.tenant}.localhost/look-up/${code}`
    expect(slip).toMatchObject({ reference: code, lookup: { url, qr: true } })
    expect(slip.blocks).toContainEqual(expect.objectContaining({ is: 'table', rows: [expect.anything()] }))
  })

  test('numbers run per body and day, without a gap left by a refusal', async () => {
    const { office, citizen, officer, dossierId } = await filed()
    const second = (await fileDossier(citizen, birth, { agencyId: ward })).dossierId
    const elsewhere = (await fileDossier(citizen, birth, { agencyId: otherWard })).dossierId
    const codes = [(await accept(officer, { dossierId })).code]
    expect(await refusalOf(accept(officer, { dossierId }))).toBe('already-decided-at-intake')
    codes.push((await accept(officer, { dossierId: second })).code)
    codes.push((await accept(await office.staff(otherWard), { dossierId: elsewhere })).code)
    expect(codes.map((code) => code.slice(-4))).toEqual(['0001', '0002', '0001'])
  })

  test('three officers at once accept it once', async () => {
    const { office, officer, dossierId } = await filed()
    const all = await Promise.allSettled([1, 2, 3].map(() => accept(officer, { dossierId })))
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const events = await office.db.read(office.tenant, (tx) => eventsOf(tx, dossierId))
    expect(events.filter(({ type }) => type === 'DossierAccepted')).toHaveLength(1)
  })

  test('under another case of the procedure, its limit is promised and written down', async () => {
    const office = await open('long-an')
    const officer = await office.staff(ward)
    const citizen = await office.citizen()
    const marital = '1.004873'
    const { dossierId } = await fileDossier(citizen, marital, { agencyId: ward })
    const { preview } = await getAtDesk(officer, { id: dossierId })
    const other = preview![1]!
    await accept(officer, { dossierId, caseId: other.caseId })
    const own = await getOwn(citizen, { id: dossierId })
    expect(own.procedure).toMatchObject({ caseId: other.caseId, caseName: other.caseName })
    expect(own.processingClock?.dueAt).toBe(other.clock.dueAt)
  })

  test('only staff of the body that received it may; for others it is not there', async () => {
    const { office, citizen, dossierId } = await filed()
    await expect(accept(citizen, { dossierId })).rejects.toThrow(Forbidden)
    await expect(accept(await office.staff(ward, 'tenant-admin'), { dossierId })).rejects.toThrow(Forbidden)
    await expect(accept(await office.staff(otherWard), { dossierId })).rejects.toThrow(NotFound)
    await expect(getAtDesk(await office.staff(otherWard), { id: dossierId })).rejects.toThrow(NotFound)
    const neighbour = await open('ha-nam')
    const [agency] = (await neighbour.visitor()).tenant.agencies.keys()
    await expect(accept(await neighbour.staff(agency!, 'one-stop-head'), { dossierId })).rejects.toThrow(
      NotFound,
    )
    expect((await stateOf(office, dossierId)).phase).toBe('submitted')
  })
})

describe('asking for more', () => {
  test('HN19-8.2, AMB-08: the whole list is asked at once, and what is supplied is a new attempt with a fresh clock', async () => {
    const { office, citizen, officer, dossierId } = await filed()
    const [{ paperId } = { paperId: '' }] = (await stateOf(office, dossierId)).papers
    await requestCompletion(officer, { dossierId, items: [missing(paperId)], note: 'Chụp lại cho rõ' })
    expect(await getOwn(citizen, { id: dossierId })).toMatchObject({
      phase: 'completion-requested',
      request: { items: [{ ref: paperId, basis: 'Điều 16 Luật Hộ tịch' }], note: 'Chụp lại cho rõ' },
    })
    expect(await refusalOf(accept(officer, { dossierId }))).toBe('already-decided-at-intake')

    // The file that was not good enough is there already; a new one is asked for.
    expect(await refusalOf(supplyCompletion(citizen, { dossierId }))).toBe('papers-missing')
    const draft = await openCompletion(citizen, { dossierId })
    expect(draft).toMatchObject({ todo: [paperId], completes: { dossierId, items: [{ ref: paperId }] } })
    expect((await openCompletion(citizen, { dossierId })).id).toBe(draft.id)
    const after = await attachFile(citizen, { draftId: draft.id, paperId, name: 'rõ hơn.pdf', bytes: pdf })
    expect(after.todo).toEqual([])

    office.at('2026-03-04T09:00:00+07:00')
    await supplyCompletion(citizen, { dossierId })
    // Pressed again, nothing more happens.
    await supplyCompletion(citizen, { dossierId })
    const dossier = await stateOf(office, dossierId)
    expect(dossier).toMatchObject({
      phase: 'submitted',
      attempt: 2,
      submittedAt: '2026-03-04T09:00:00+07:00',
      intakeClock: { startedAt: '2026-03-04T09:00:00+07:00', dueAt: '2026-03-05T09:00:00+07:00' },
    })
    expect(dossier.papers.filter((given) => given.paperId === paperId)).toHaveLength(2)
    expect(await office.db.read(office.tenant, (tx) => eventsOf(tx, dossierId))).toHaveLength(3)
    await accept(officer, { dossierId })
  })

  test('without a reason or an article for each item nothing is asked', async () => {
    const { office, officer, dossierId } = await filed()
    expect(await refusalOf(requestCompletion(officer, { dossierId, items: [] }))).toBe('items-missing')
    const items = [{ ...missing('x'), basis: ' ' }]
    await expect(requestCompletion(officer, { dossierId, items })).rejects.toThrow(/basis/)
    expect((await stateOf(office, dossierId)).phase).toBe('submitted')
  })

  test('what was asked for may be brought to the counter', async () => {
    const { office, officer, dossierId } = await filed()
    const [{ paperId } = { paperId: '' }] = (await stateOf(office, dossierId)).papers
    await requestCompletion(officer, { dossierId, items: [missing(paperId)] })
    await supplyAtCounter(officer, { dossierId, handedIn: [paperId] })
    const view = await getAtDesk(officer, { id: dossierId })
    expect(view).toMatchObject({ phase: 'submitted', attempt: 2 })
    expect(view.checklist.find(({ paper }) => paper.id === paperId)).toMatchObject({ handedIn: true })
  })
})

describe('turning away', () => {
  test('PT20-10.1c: nobody is turned away without a reason and its article', async () => {
    const { office, citizen, officer, dossierId } = await filed()
    expect(await refusalOf(refuseIntake(officer, { dossierId, reason: ' ', basis: 'Điều 1' }))).toBe(
      'reason-missing',
    )
    expect((await stateOf(office, dossierId)).phase).toBe('submitted')
    await refuseIntake(officer, {
      dossierId,
      reason: 'Không thuộc thẩm quyền',
      basis: 'Điều 13 Luật Hộ tịch',
    })
    expect(await getOwn(citizen, { id: dossierId })).toMatchObject({
      phase: 'refused',
      refusal: { reason: 'Không thuộc thẩm quyền', basis: 'Điều 13 Luật Hộ tịch' },
    })
    await expect(getSlip(citizen, { dossierId, slip: 'receipt' })).rejects.toThrow('slip')
  })
})
