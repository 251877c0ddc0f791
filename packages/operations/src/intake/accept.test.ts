import { eventsOf, getDossier, readsOf } from '@motcua/db'
import { Forbidden, NotFound, Refused, type Dossier } from '@motcua/domain'
import { describe, expect, test } from 'vitest'
import { getDossier as getAtDesk } from '../dossier/get-dossier.ts'
import { getOwn } from '../dossier/get-own.ts'
import { listQueue } from '../dossier/list-queue.ts'
import { readFile } from '../dossier/read-file.ts'
import { receiptSlip } from '../dossier/receipt-slip.ts'
import { recordResult } from '../dossier/record-result.ts'
import { attachFile } from '../drafts/attach-file.ts'
import { openCompletion } from '../drafts/open-completion.ts'
import { openOffices, type TestOffice } from '../testing.ts'
import { fileDossier, pdf } from '../testing-journey.ts'
import { accept } from './accept.ts'
import { enterAtCounter } from './enter-at-counter.ts'
import { refuseIntake } from './refuse-intake.ts'
import { requestCompletion } from './request-completion.ts'
import { supplyAtCounter } from './supply-at-counter.ts'
import { supplyCompletion } from './supply-completion.ts'

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
    expect(own.timeline.map(({ type }) => type)).toEqual(['DossierSubmitted', 'DossierAccepted'])

    const slip = await receiptSlip(citizen, { dossierId })
    expect(slip).toMatchObject({ code, lookupUrl: `http://${office.tenant}.localhost/look-up/${code}` })
    expect(slip.papers).toHaveLength(1)
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
    expect(await office.db.read(office.tenant, (tx) => eventsOf(tx, dossierId))).toHaveLength(2)
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
    expect(await refusalOf(receiptSlip(citizen, { dossierId }))).toBe('dossier-not-accepted')
  })
})

describe('a dossier brought to the counter', () => {
  const entry = async (office: TestOffice) => {
    const { tenant } = await office.visitor()
    const offered = tenant.procedures.get(birth)!
    const agencyId = offered.agencies[0]!.id
    const handedIn = offered.procedure.papers.filter(({ required }) => required).map(({ id }) => id)
    const officer = await office.staff(agencyId)
    const { returnChannels } = await import('../rules/determine.ts')
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
    expect((await receiptSlip(officer, { dossierId: first.dossierId })).papers).toMatchObject([{ files: 0 }])
    expect(await office.db.read(office.tenant, (tx) => eventsOf(tx, first.dossierId))).toHaveLength(2)
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

  test('an officer enters for his own counter only', async () => {
    const office = await open('tuyen-quang')
    const { input } = await entry(office)
    const [stranger] = [...(await office.visitor()).tenant.agencies.keys()].filter(
      (id) => id !== input.agencyId,
    )
    await expect(enterAtCounter(await office.staff(stranger!), input)).rejects.toThrow(Forbidden)
  })
})

describe('the desk', () => {
  test('the queue stands in the order of its clock, with the working time left and how pressing it is', async () => {
    const { office, citizen, officer, dossierId } = await filed('2026-03-02T09:00:00+07:00')
    office.at('2026-03-02T14:00:00+07:00')
    const second = (await fileDossier(citizen, birth, { agencyId: ward })).dossierId
    office.at('2026-03-03T08:00:00+07:00')
    const { rows, counts } = await listQueue(officer, { queue: 'new' })
    expect(counts).toMatchObject({ new: 2, processing: 0 })
    expect(rows.map(({ id, remainingMinutes, urgency }) => [id, remainingMinutes, urgency])).toEqual([
      [dossierId, 60, 'due-soon'],
      [second, 270, 'in-time'],
    ])
    office.at('2026-03-03T09:30:00+07:00')
    expect((await listQueue(officer, { queue: 'new' })).rows[0]).toMatchObject({
      remainingMinutes: -30,
      urgency: 'late',
    })
  })

  test('it is searched by name without diacritics, and shows no other body’s dossiers', async () => {
    const { office, officer, dossierId } = await filed()
    expect((await listQueue(officer, { queue: 'new', q: 'tran thi dan' })).rows.map(({ id }) => id)).toEqual([
      dossierId,
    ])
    expect((await listQueue(officer, { queue: 'new', q: 'nobody' })).rows).toEqual([])
    expect((await listQueue(await office.staff(otherWard), { queue: 'new' })).rows).toEqual([])
  })

  test('trust 16: whoever opens a dossier at the desk leaves a trace', async () => {
    const { office, officer, dossierId } = await filed()
    await getAtDesk(officer, { id: dossierId })
    const reads = await office.db.read(office.tenant, (tx) => readsOf(tx, 'dossier', dossierId))
    expect(reads).toMatchObject([{ actorKind: 'staff', why: 'dossier.get' }])
  })
})

describe('the result', () => {
  test('LA19-14.4: a result of the due day is on time, one of the day after is late', async () => {
    for (const [resultAt, word] of [
      ['before', 'on-time'],
      ['after', 'late'],
    ] as const) {
      const { office, citizen, officer, dossierId } = await filed()
      await accept(officer, { dossierId })
      const dossier = await stateOf(office, dossierId)
      const due = 'processingClock' in dossier ? dossier.processingClock.dueAt! : ''
      office.at(
        resultAt === 'before'
          ? due
          : due
              .replace(/T.*/, 'T00:00:00+07:00')
              .replace(/-(\d\d)T/, (_, d) => `-${String(Number(d) + 1).padStart(2, '0')}T`),
      )
      await recordResult(officer, {
        dossierId,
        outcome: 'granted',
        document: { name: 'giấy khai sinh.pdf', bytes: pdf },
      })
      const own = await getOwn(citizen, { id: dossierId })
      expect(own).toMatchObject({ phase: 'decided', result: { outcome: 'granted', timeliness: word } })
      expect(own.result?.timelinessBasis[0]).toMatchObject({ article: '14', clause: '4' })
      expect(own.result?.document).toMatchObject({ name: 'giấy khai sinh.pdf', type: 'application/pdf' })
      expect(await refusalOf(recordResult(officer, { dossierId, outcome: 'granted' }))).toBe(
        'result-already-recorded',
      )
    }
  })

  test('a rejection says why, and a dossier that was not accepted has no result', async () => {
    const { officer, dossierId } = await filed()
    expect(await refusalOf(recordResult(officer, { dossierId, outcome: 'granted' }))).toBe(
      'dossier-not-accepted',
    )
    await accept(officer, { dossierId })
    expect(await refusalOf(recordResult(officer, { dossierId, outcome: 'rejected' }))).toBe('reason-missing')
  })
})
