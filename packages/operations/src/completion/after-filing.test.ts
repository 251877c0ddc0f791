import { instant } from '@motcua/calendar'
import { eventsOf, getDossier } from '@motcua/db'
import { Forbidden, NotFound, Refused, type Dossier } from '@motcua/domain'
import { describe, expect, test } from 'vitest'
import { getDossier as getAtDesk } from '../dossier/get-dossier.ts'
import { getOwn } from '../dossier/get-own.ts'
import { readFile } from '../dossier/read-file.ts'
import { attachFile } from '../drafts/attach-file.ts'
import { openAmendment } from '../drafts/open-amendment.ts'
import { openCompletion } from '../drafts/open-completion.ts'
import { savePage } from '../drafts/save-page.ts'
import { withdrawAtCounter } from '../ending/withdraw-at-counter.ts'
import { withdrawOwn } from '../ending/withdraw-own.ts'
import { runErrands } from '../errands/run-errands.ts'
import { accept } from '../intake/accept.ts'
import { redirect } from '../intake/redirect.ts'
import { ruleInForce } from '../notices/rule-in-force.ts'
import { recordResult } from '../returning/record-result.ts'
import { fileDossier, openOffices, pdf, type Province, type TestOffice } from '../testing.ts'
import { amendAtCounter } from './amend-at-counter.ts'
import { amendOwn } from './amend-own.ts'
import { requestCompletion } from './request-completion.ts'
import { requestSupplement } from './request-supplement.ts'
import { supplyAtCounter } from './supply-at-counter.ts'
import { supplyCompletion } from './supply-completion.ts'

/** Đăng ký thường trú: seven working days. */
const residence = '1.004222'
const { open, worker } = await openOffices()

const stateOf = (office: TestOffice, id: string): Promise<Dossier> =>
  office.db.read(office.tenant, (tx) => getDossier(tx, id))
/** What happened to a dossier, and how often. */
const typesOf = async (office: TestOffice, id: string): Promise<[string, number][]> => {
  const events = await office.db.read(office.tenant, (tx) => eventsOf(tx, id))
  return Object.entries(Object.groupBy(events, ({ type }) => type)).map(([type, all]) => [type, all.length])
}
const refusalOf = async (work: Promise<unknown>) => {
  const error = await work.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Refused)
  return (error as Refused).refusal
}
const post = async (): Promise<void> => {}
const letters: { to: string; subject: string; body: string }[] = []

/** The worker does everything that is due at a moment. */
async function workAt(office: TestOffice, moment: string): Promise<void> {
  office.at(moment)
  const delivery = {
    worker,
    db: office.db,
    tenants: office.tenants,
    senders: {
      email: async (letter: { to: string; subject: string; body: string }) => {
        letters.push(letter)
      },
      sms: post,
      zalo: post,
    },
    now: () => instant(moment),
    portalUrl: () => 'http://localhost:3000',
    rule: ruleInForce,
    log: () => {},
  }
  while ((await runErrands(delivery as unknown as Parameters<typeof runErrands>[0])) > 0);
}

/** A dossier filed online on Monday 2 March 2026 at nine. */
async function filed(province: Province = 'long-an') {
  const office = await open(province, { at: '2026-03-02T09:00:00+07:00' })
  const citizen = await office.citizen()
  const { agencies } = (await office.visitor()).tenant.procedures.get(residence)!
  const agencyId = agencies[0]!.id
  const officer = await office.staff(agencyId)
  const head = await office.staff(agencyId, 'one-stop-head')
  const { dossierId } = await fileDossier(citizen, residence, { agencyId })
  const [{ paperId } = { paperId: '' }] = (await stateOf(office, dossierId)).papers
  return { office, citizen, officer, head, agencyId, dossierId, paperId, others: agencies.slice(1) }
}
const asks = (ref: string, kind: 'paper' | 'field' = 'paper') => [
  { kind, ref, label: 'Giấy tờ', reason: 'Bản chụp mờ', basis: 'Điều 21 Luật Cư trú' },
]

describe('a supplement after acceptance', () => {
  test('ND118 art. 19.5, AMB-09: the clock stands still, begins anew with the supplement, and the code stays', async () => {
    const { office, citizen, officer, dossierId, paperId } = await filed()
    office.at('2026-03-02T10:00:00+07:00')
    const { code } = await accept(officer, { dossierId })
    office.at('2026-03-04T10:00:00+07:00')
    expect((await getAtDesk(officer, { id: dossierId })).asking).toMatchObject({
      requests: 0,
      limit: { answer: 1 },
      supplement: {
        isLate: false,
        effect: { answer: 'reset' },
        noticeDue: { answer: '2026-03-05T17:00:00+07:00' },
      },
    })
    await requestSupplement(officer, { dossierId, items: asks(paperId) })
    expect(await getOwn(citizen, { id: dossierId })).toMatchObject({
      phase: 'supplement-requested',
      request: {
        no: 1,
        limit: 1,
        effect: { answer: 'reset' },
        window: { dueAt: '2026-03-19T17:00:00+07:00' },
      },
      pauses: [{ reason: 'supplement', from: '2026-03-04T10:00:00+07:00' }],
    })

    const draft = await openCompletion(citizen, { dossierId })
    expect(draft).toMatchObject({ todo: [paperId], completes: { effect: { answer: 'reset' } } })
    await attachFile(citizen, { draftId: draft.id, paperId, name: 'rõ.pdf', bytes: pdf })
    office.at('2026-03-10T09:00:00+07:00')
    await supplyCompletion(citizen, { dossierId })
    await supplyCompletion(citizen, { dossierId })
    // Seven working days anew from Tuesday 10 March: Thursday 19 March.
    expect(await getOwn(citizen, { id: dossierId })).toMatchObject({
      phase: 'processing',
      code,
      attempt: 2,
      originalDueAt: '2026-03-11T17:00:00+07:00',
      processingClock: { dueAt: '2026-03-19T17:00:00+07:00' },
    })
    expect(await typesOf(office, dossierId)).toContainEqual(['SupplementSupplied', 1])
  })

  test('ND118 art. 19.5: past the third working day only the head may send it back, and says why', async () => {
    const { office, officer, head, dossierId, paperId } = await filed()
    await accept(officer, { dossierId })
    office.at('2026-03-06T08:00:00+07:00')
    const items = asks(paperId)
    expect(await refusalOf(requestSupplement(officer, { dossierId, items }))).toMatchObject({
      code: 'supplement-too-late',
    })
    const headReason = 'Phát hiện giấy tờ không khớp khi thẩm tra'
    await expect(requestSupplement(officer, { dossierId, items, headReason })).rejects.toThrow(Forbidden)
    await requestSupplement(head, { dossierId, items, headReason })
    expect(await stateOf(office, dossierId)).toMatchObject({
      phase: 'supplement-requested',
      request: { headReason },
    })
  })

  test('ND118 art. 19.5: unanswered for fifteen days it is closed, not a moment before, and the applicant is told', async () => {
    const { office, citizen, officer, dossierId, paperId } = await filed()
    await accept(officer, { dossierId })
    await requestSupplement(officer, { dossierId, items: asks(paperId) })
    await workAt(office, '2026-03-17T17:00:00+07:00')
    expect((await stateOf(office, dossierId)).phase).toBe('supplement-requested')
    await workAt(office, '2026-03-17T17:00:01+07:00')
    expect(await getOwn(citizen, { id: dossierId })).toMatchObject({
      phase: 'closed',
      closing: { by: 'Hệ thống', basis: [{ regulation: '118/2025/NĐ-CP', article: '19', clause: '5' }] },
    })
    await workAt(office, '2026-03-17T17:01:00+07:00')
    expect(letters.some(({ subject }) => /Hồ sơ .* đã đóng/.test(subject))).toBe(true)
    expect(await refusalOf(supplyCompletion(citizen, { dossierId }))).toMatchObject({
      code: 'completion-not-requested',
    })
  })

  test('ND118 art. 19.5: supplied in time, at the counter and photographed, it is not closed', async () => {
    const { office, officer, dossierId, paperId } = await filed()
    await accept(officer, { dossierId })
    await requestSupplement(officer, { dossierId, items: asks(paperId) })
    office.at('2026-03-16T09:00:00+07:00')
    const scans = [{ paperId, name: 'anh-chup-1.jpg', bytes: pdf }]
    await supplyAtCounter(officer, { dossierId, scans })
    const dossier = await stateOf(office, dossierId)
    const { fileId } = dossier.papers.at(-1)!
    expect((await readFile(officer, { fileId })).name).toBe('anh-chup-1.jpg.pdf')
    await workAt(office, '2026-03-18T09:00:00+07:00')
    expect((await stateOf(office, dossierId)).phase).toBe('processing')
  })
})

test('PT20-9.2c.2, HN19-8.2, AMB-10: a second request for what could have been seen at first needs the head', async () => {
  const { office, citizen, officer, head, dossierId, paperId } = await filed('phu-tho')
  await requestCompletion(officer, { dossierId, items: asks(paperId) })
  const draft = await openCompletion(citizen, { dossierId })
  await attachFile(citizen, { draftId: draft.id, paperId, name: 'rõ.pdf', bytes: pdf })
  await supplyCompletion(citizen, { dossierId })

  const field = draft.form.pages[0]!.fields[0]!.id
  const items = asks(field, 'field')
  expect(await refusalOf(requestCompletion(officer, { dossierId, items }))).toMatchObject({
    code: 'completion-limit-reached',
    data: { requests: 1, limit: 1, further: 'head-reason' },
  })
  const view = await getAtDesk(officer, { id: dossierId })
  expect(view.asking).toMatchObject({ requests: 1, open: [`paper:${paperId}`], mayGiveReason: false })
  expect((await getAtDesk(head, { id: dossierId })).asking?.mayGiveReason).toBe(true)
  // What is still wrong with the paper that was asked for may be said again.
  await requestCompletion(head, { dossierId, items, headReason: 'Tên khai không khớp dữ liệu dân cư' })
  expect(await stateOf(office, dossierId)).toMatchObject({ requests: 2 })
})

describe('the applicant’s own amendment', () => {
  test('PT20-7.2b, TQ25-18.2c: it is made on the portal, keeps numbers and every version, and is compared', async () => {
    const { office, citizen, officer, dossierId, paperId } = await filed('phu-tho')
    const { code } = await accept(officer, { dossierId })
    const draft = await openAmendment(citizen, { dossierId })
    expect(draft).toMatchObject({ amends: { dossierId, number: code, accepted: true, changes: [] } })
    const page = draft.form.pages.find(({ fields }) => fields.some(({ kind }) => kind === 'text'))!
    const field = page.fields.find(({ kind }) => kind === 'text')!
    const before = draft.answers[field.id]!
    const answers = Object.fromEntries(page.fields.map(({ id }) => [id, draft.answers[id] ?? '']))
    await savePage(citizen, {
      id: draft.id,
      pageId: page.id,
      answers: { ...answers, [field.id]: 'Trần Thị Đàn' },
    })
    await attachFile(citizen, { draftId: draft.id, paperId, name: 'thêm.pdf', bytes: pdf })
    office.at('2026-03-03T09:00:00+07:00')
    await amendOwn(citizen, { dossierId, reason: 'Sai dấu' })
    const own = await getOwn(citizen, { id: dossierId })
    expect(own).toMatchObject({ code, phase: 'processing', mayAmend: { allowed: true } })
    expect(own.revisions.map(({ no, kind }) => [no, kind])).toEqual([
      [1, 'DossierSubmitted'],
      [2, 'DossierAmended'],
    ])
    expect(own.revisions[1]).toMatchObject({
      reason: 'Sai dấu',
      changes: [
        { kind: 'field', label: field.label, before, after: 'Trần Thị Đàn' },
        { kind: 'paper', ref: paperId, added: [{ name: 'thêm.pdf' }], removed: [] },
      ],
    })
    expect((await getAtDesk(officer, { id: dossierId })).revisions).toEqual(own.revisions)
    expect(await refusalOf(amendOwn(citizen, { dossierId }))).toMatchObject({ code: 'nothing-changed' })
  })

  test('AMB-08: before acceptance it is checked anew; where the law is silent, only then', async () => {
    const { office, citizen, officer, dossierId, paperId } = await filed('long-an')
    office.at('2026-03-02T15:00:00+07:00')
    await amendAtCounter(officer, { dossierId, scans: [{ paperId, name: 'mới.pdf', bytes: pdf }] })
    expect(await stateOf(office, dossierId)).toMatchObject({ phase: 'submitted', attempt: 1 })
    await accept(officer, { dossierId })
    expect(await refusalOf(openAmendment(citizen, { dossierId }))).toMatchObject({
      code: 'amendment-not-allowed',
    })
  })

  test('TQ25-18.1: in Tuyên Quang now a dossier is amended only as the office asks', async () => {
    const office = await open('tuyen-quang')
    const { tenant } = await office.visitor()
    const { agencies } = tenant.procedures.get(residence)!
    const officer = await office.staff(agencies[0]!.id)
    const { enterAtCounter } = await import('../intake/enter-at-counter.ts')
    const { procedure } = tenant.procedures.get(residence)!
    const { dossierId } = await enterAtCounter(officer, {
      key: crypto.randomUUID(),
      procedureCode: residence,
      caseId: procedure.cases[0]!.id,
      agencyId: agencies[0]!.id,
      applicant: { fullName: 'Hoàng Văn Páo', citizenId: '008085000999' },
      handedIn: procedure.papers.filter(({ required }) => required).map(({ id }) => id),
      returnChannel: 'counter',
    })
    expect(await refusalOf(amendAtCounter(officer, { dossierId, answers: { note: 'x' } }))).toMatchObject({
      code: 'amendment-not-allowed',
      data: { triggers: ['agency-request'] },
    })
  })
})

describe('to the competent body', () => {
  test('HN19-8.2: a dossier is sent on with its numbers, to the desk of a body that receives it', async () => {
    const { office, citizen, officer, agencyId, dossierId, others } = await filed('ha-nam')
    const to = others[0]!.id
    const why = { reason: 'Nơi cư trú thuộc xã khác', basis: 'Điều 21 Luật Cư trú' }
    expect(await refusalOf(redirect(officer, { dossierId, toAgencyId: agencyId, ...why }))).toMatchObject({
      code: 'not-received-there',
    })
    await redirect(officer, { dossierId, toAgencyId: to, ...why })
    expect(await getOwn(citizen, { id: dossierId })).toMatchObject({
      phase: 'submitted',
      agency: { id: to },
      intakeClock: { dueAt: '2026-03-03T09:00:00+07:00' },
    })
    await expect(getAtDesk(officer, { id: dossierId })).rejects.toThrow(NotFound)
    expect((await getAtDesk(await office.staff(to), { id: dossierId })).deeds).toContain('accept')
  })
})

describe('the applicant stops it', () => {
  test('TQ25-23, ND118 art. 21: on the portal or at the counter until there is a result, with the article', async () => {
    const { office, citizen, officer, dossierId } = await filed()
    await accept(officer, { dossierId })
    await withdrawOwn(citizen, { dossierId })
    await withdrawOwn(citizen, { dossierId })
    expect(await getOwn(citizen, { id: dossierId })).toMatchObject({
      phase: 'withdrawn',
      withdrawal: {
        asked: 'portal',
        reason: '',
        basis: [{ regulation: '118/2025/NĐ-CP', article: '21' }, {}],
      },
      mayWithdraw: { allowed: false },
    })
    expect(await typesOf(office, dossierId)).toContainEqual(['DossierWithdrawn', 1])

    const second = await fileDossier(citizen, residence, {
      agencyId: (await stateOf(office, dossierId)).agencyId,
    })
    await accept(officer, { dossierId: second.dossierId })
    await recordResult(officer, { dossierId: second.dossierId, outcome: 'granted' })
    const stop = { dossierId: second.dossierId, reason: 'Không còn nhu cầu' }
    expect(await refusalOf(withdrawAtCounter(officer, stop))).toMatchObject({ code: 'stop-not-allowed' })
  })

  test('another person’s dossier is not there to be stopped or amended', async () => {
    const { office, dossierId } = await filed()
    const stranger = await office.citizen()
    await expect(withdrawOwn(stranger, { dossierId })).rejects.toThrow(NotFound)
    await expect(amendOwn(stranger, { dossierId })).rejects.toThrow(NotFound)
  })

  test('a supplement and a withdrawal at once: one outcome', async () => {
    const { office, citizen, officer, dossierId, paperId } = await filed()
    await accept(officer, { dossierId })
    const all = await Promise.allSettled([
      requestSupplement(officer, { dossierId, items: asks(paperId) }),
      withdrawOwn(citizen, { dossierId }),
      requestSupplement(officer, { dossierId, items: asks(paperId) }),
    ])
    const events = await office.db.read(office.tenant, (tx) => eventsOf(tx, dossierId))
    expect(all[1]?.status).toBe('fulfilled')
    expect(events.filter(({ type }) => type === 'SupplementRequested').length).toBeLessThanOrEqual(1)
    expect(events.at(-1)?.type).toBe('DossierWithdrawn')
  })
})
