import { addWorkingDays, fromMoment, toMoment } from '@motcua/calendar'
import { eventsOf, getDossier } from '@motcua/db'
import { Forbidden, Refused, type Refusal } from '@motcua/domain'
import { describe, expect, test } from 'vitest'
import { getDossier as getAtDesk } from '../dossier/get-dossier.ts'
import { planNotices } from '../notices/plan-notices.ts'
import { ruleInForce } from '../notices/rule-in-force.ts'
import { openOffices, takeIn, type TestOffice } from '../testing.ts'
import { dueBeforeReappointment } from './facts.ts'
import { issueApology } from './issue-apology.ts'
import { listApologies } from './list-apologies.ts'
import { previewApology } from './preview-apology.ts'

const { open } = await openOffices()
/** Đăng ký thường trú: seven working days. */
const residence = '1.004222'
/** Cấp giấy phép xây dựng: fifteen days. */
const building = '1.013225'
/** Cấp bản sao từ sổ gốc: one working day. */
const copy = '2.000908'

const refused = async (work: Promise<unknown>): Promise<Refusal> => {
  const error = await work.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Refused)
  return (error as Refused).refusal
}
const stateOf = (office: TestOffice, id: string) => office.db.read(office.tenant, (tx) => getDossier(tx, id))

/** Accepted on Monday 2 March 2026 at 9: due on Wednesday 11 March at 17:00. */
async function promised(
  province: Parameters<typeof open>[0],
  procedure = residence,
  at = '2026-03-02T09:00:00+07:00',
) {
  const office = await open(province, { at })
  const taken = await takeIn(office, procedure)
  return {
    office,
    ...taken,
    said: { dossierId: taken.dossierId, fault: 'agency', reason: 'Chờ xác minh' } as const,
  }
}

describe('the apology and re-appointment of Tuyên Quang', () => {
  test('TQ25-25.2a: one working day before, the date moves and the applicant has a new promise', async () => {
    const { office, officer, dossierId, said } = await promised('tuyen-quang')
    office.at('2026-03-10T17:00:00+07:00')
    await issueApology(officer, { ...said, newDueOn: '2026-03-13' })
    const view = await getAtDesk(officer, { id: dossierId })
    expect(view.processingClock?.dueAt).toBe('2026-03-13T17:00:00+07:00')
    expect(view.originalDueAt).toBe('2026-03-11T17:00:00+07:00')
    expect(view.apologies).toMatchObject([
      { timely: true, dueAt: '2026-03-11T17:00:00+07:00', signer: { answer: 'settling-head' } },
    ])
  })

  test('TQ25-25.2a.3, AMB-11: no further than a third of the whole time, and the furthest date is offered', async () => {
    const { office, officer, said } = await promised('tuyen-quang')
    office.at('2026-03-09T09:00:00+07:00')
    expect((await previewApology(officer, { dossierId: said.dossierId })).latest.answer).toBe(
      '2026-03-13T17:00:00+07:00',
    )
    expect(await refused(issueApology(officer, { ...said, newDueOn: '2026-03-16' }))).toEqual({
      code: 'extension-too-long',
      data: { asked: '2026-03-16T17:00:00+07:00', latest: '2026-03-13T17:00:00+07:00' },
    })
  })

  test('TQ25-25.2a.3: not more than once in the life of a dossier', async () => {
    const { office, officer, said } = await promised('tuyen-quang')
    office.at('2026-03-09T09:00:00+07:00')
    await issueApology(officer, { ...said, newDueOn: '2026-03-12' })
    office.at('2026-03-10T09:00:00+07:00')
    expect(await refused(issueApology(officer, { ...said, newDueOn: '2026-03-13' }))).toEqual({
      code: 'extensions-exhausted',
      data: { used: 1, most: 1 },
    })
    const { used, most, refusal } = await previewApology(officer, { dossierId: said.dossierId })
    expect([used, most.answer, refusal?.code]).toEqual([1, 1, 'extensions-exhausted'])
  })

  test('AMB-12: after the moment the date does not move, but the apology is still owed and marked late', async () => {
    const { office, officer, dossierId, said } = await promised('tuyen-quang')
    office.at('2026-03-10T17:00:01+07:00')
    expect(await refused(issueApology(officer, { ...said, newDueOn: '2026-03-13' }))).toEqual({
      code: 'extension-too-late',
      data: { noticeBy: '2026-03-10T17:00:00+07:00' },
    })
    expect(await previewApology(officer, { dossierId })).toMatchObject({
      timely: false,
      refusal: { code: 'extension-too-late' },
    })
    await issueApology(officer, said)
    const view = await getAtDesk(officer, { id: dossierId })
    expect(view.processingClock?.dueAt).toBe('2026-03-11T17:00:00+07:00')
    expect(view.apologies).toMatchObject([{ timely: false }])
  })

  test('AMB-12: of a time of one day the apology is in time until the due moment itself', async () => {
    const { office, officer, dossierId, said } = await promised('tuyen-quang', copy)
    office.at('2026-03-03T17:00:00+07:00')
    const { timely, noticeBy, longest, latest } = await previewApology(officer, { dossierId })
    expect([timely, noticeBy.answer]).toEqual([true, '2026-03-03T17:00:00+07:00'])
    // AMB-11c: a third of one day is counted in hours, eight to a day.
    expect([longest.answer, latest.answer]).toEqual([
      { n: 2, unit: 'working-hour' },
      '2026-03-04T09:30:00+07:00',
    ])
    await issueApology(officer, { ...said, newDueOn: '2026-03-04', newDueTime: '09:30' })
    expect((await getAtDesk(officer, { id: dossierId })).processingClock?.dueAt).toBe(
      '2026-03-04T09:30:00+07:00',
    )
  })

  test('TQ25-25.1a, TQ25-25.1b, TQ25-25.1c: who apologises follows from the fault and from where it is returned', async () => {
    const { officer, dossierId } = await promised('tuyen-quang')
    const signer = async (fault: 'agency' | 'receiving-body' | 'applicant', split = false) =>
      (await previewApology(officer, { dossierId, fault, split })).signer.answer
    expect([
      await signer('agency'),
      await signer('receiving-body'),
      await signer('agency', true),
      await signer('applicant'),
    ]).toEqual(['settling-head', 'receiving-head', 'receiving-body', null])
    const { timing } = await previewApology(officer, { dossierId, split: true })
    expect(timing.answer).toBe('as-soon-as-known')
  })

  test('TQ25-25.2b: the one-stop section moves the date in the System; a leader apologises and sends it the letter', async () => {
    const { office, officer, agencyId, dossierId, said } = await promised('tuyen-quang')
    const leader = await office.staff(agencyId, 'leader')
    expect((await previewApology(leader, { dossierId })).refusal?.code).toBe('date-moved-by-one-stop')
    expect((await refused(issueApology(leader, { ...said, newDueOn: '2026-03-13' }))).code).toBe(
      'date-moved-by-one-stop',
    )
    await issueApology(officer, { ...said, newDueOn: '2026-03-13' })
    const { processingClock } = await getAtDesk(officer, { id: dossierId })
    expect(processingClock?.why.because[0]?.vi).toBe(
      'Cơ quan xin lỗi và hẹn lại: từ 17:00 thứ Tư, 11/03/2026 sang 17:00 thứ Sáu, 13/03/2026.',
    )
  })

  test('TQ25-25.2b.2, AMB-25: the new date goes to the account and by every channel the applicant can be reached by', async () => {
    const { office, officer, dossierId, said } = await promised('tuyen-quang')
    office.at('2026-03-09T09:00:00+07:00')
    await issueApology(officer, { ...said, newDueOn: '2026-03-13' })
    const events = await office.db.read(office.tenant, (tx) => eventsOf(tx, dossierId))
    const rule = ruleInForce(officer.tenant, events.at(-1)!)
    const { applicant } = await stateOf(office, dossierId)
    const account = { ...applicant, accountId: dossierId, email: 'pao@example.vn' }
    const { each, firstOf } = planNotices(account, rule)
    expect(rule?.mode).toBe('each-available')
    expect(each.map(({ channel }) => channel).toSorted()).toEqual(['email', 'portal', 'sms'])
    expect(firstOf).toEqual([])
  })

  test('AMB-17: an apology after 15/12/2025 follows the new text, though the dossier was accepted under the old', async () => {
    const { office, officer, said } = await promised('tuyen-quang', building, '2025-12-08T09:00:00+07:00')
    // Fifteen days from Monday 8 December: Tuesday 23 December.
    office.at('2025-12-12T09:00:00+07:00')
    const before = await previewApology(officer, { dossierId: said.dossierId })
    expect([before.dueAt, before.latest.answer, before.most.basis[0]?.regulation]).toEqual([
      '2025-12-23T17:00:00+07:00',
      null,
      '118/2025/NĐ-CP',
    ])
    office.at('2025-12-16T09:00:00+07:00')
    const after = await previewApology(officer, { dossierId: said.dossierId })
    expect([after.dueAt, after.latest.answer, after.most.basis[0]?.regulation]).toEqual([
      '2025-12-23T17:00:00+07:00',
      '2025-12-29T17:00:00+07:00',
      '06/2025/QĐ-CTUBND',
    ])
  })

  test('AMB-17: a re-appointment under the old text counts toward the one that the new text allows', async () => {
    const { office, officer, said } = await promised('tuyen-quang', building, '2025-12-08T09:00:00+07:00')
    office.at('2025-12-12T09:00:00+07:00')
    await issueApology(officer, { ...said, newDueOn: '2025-12-26' })
    office.at('2025-12-16T09:00:00+07:00')
    expect((await refused(issueApology(officer, { ...said, newDueOn: '2025-12-29' }))).code).toBe(
      'extensions-exhausted',
    )
  })

  test('AMB-14: the date before the re-appointment is kept for the public figures', async () => {
    const { office, officer, dossierId, said } = await promised('tuyen-quang')
    office.at('2026-03-09T09:00:00+07:00')
    await issueApology(officer, { ...said, newDueOn: '2026-03-13' })
    const state = await stateOf(office, dossierId)
    expect(dueBeforeReappointment(state)).toBe('2026-03-11T17:00:00+07:00')
  })
})

describe('under Decree 118 alone', () => {
  test('ND118-19.6: one day before is a calendar day, and no cap bounds the new date', async () => {
    const { office, officer, dossierId, said } = await promised('phu-tho')
    const { noticeBy, latest, most } = await previewApology(officer, { dossierId })
    expect([noticeBy.answer, latest.answer, most.answer]).toEqual(['2026-03-10T17:00:00+07:00', null, 1])
    office.at('2026-03-10T09:00:00+07:00')
    await issueApology(officer, { ...said, newDueOn: '2026-04-10' })
    expect((await getAtDesk(officer, { id: dossierId })).processingClock?.dueAt).toBe(
      '2026-04-10T17:00:00+07:00',
    )
  })

  test('a new date on a day off is the next working day, and one that is not later is refused', async () => {
    const { office, officer, said } = await promised('phu-tho')
    office.at('2026-03-10T09:00:00+07:00')
    const { dossierId } = said
    const saturday = await previewApology(officer, { dossierId, newDueOn: '2026-03-14' })
    expect(saturday.newDueAt).toBe('2026-03-16T17:00:00+07:00')
    expect((await refused(issueApology(officer, { ...said, newDueOn: '2026-03-11' }))).code).toBe(
      'extension-not-later',
    )
  })

  test('nobody is apologised to without a reason', async () => {
    const { officer, said } = await promised('phu-tho')
    expect((await refused(issueApology(officer, { ...said, reason: ' ' }))).code).toBe('reason-missing')
  })
})

test('to apologise is not a specialist’s to do', async () => {
  const { office, agencyId, said } = await promised('phu-tho')
  const specialist = await office.staff(agencyId, 'specialist')
  await expect(issueApology(specialist, said)).rejects.toBeInstanceOf(Forbidden)
  await issueApology(await office.staff(agencyId, 'leader'), said)
})

describe('the list of apologies', () => {
  test('LA19-11.3: shows every slip of Long An with the name shortened and nothing else of the person', async () => {
    const { office, officer, said } = await promised('long-an')
    office.at('2026-03-10T09:00:00+07:00')
    await issueApology(officer, { ...said, newDueOn: '2026-03-13' })
    const { duty, rows } = await listApologies(await office.visitor(), {})
    expect([duty.answer, duty.basis[0]?.article, duty.basis[0]?.clause]).toEqual([true, '11', '3'])
    expect(rows).toMatchObject([
      {
        applicant: 'Hoàng V*** P***',
        dueAt: '2026-03-11T17:00:00+07:00',
        newDueAt: '2026-03-13T17:00:00+07:00',
        moved: true,
        reason: 'Chờ xác minh',
      },
    ])
    expect(JSON.stringify(rows)).not.toMatch(/008085000999|0912345678|Páo/)
  })

  test('AMB-12, LA19-11.3: shows the late apology from the day it is made', async () => {
    const { office, officer, said } = await promised('long-an')
    office.at('2026-03-12T08:00:00+07:00')
    await issueApology(officer, said)
    const { rows } = await listApologies(await office.visitor(), {})
    expect(rows).toMatchObject([{ timely: false, newDueAt: null }])
  })

  test('shows nothing where the law does not have the slip published', async () => {
    const { office, officer, said } = await promised('phu-tho')
    await issueApology(officer, said)
    const { duty, rows } = await listApologies(await office.visitor(), {})
    expect([duty.answer, rows]).toEqual([null, []])
  })

  test('is read page by page without a slip lost or shown twice, and by body', async () => {
    const office = await open('long-an', { at: '2026-03-02T09:00:00+07:00' })
    for (let n = 0; n < 5; n++) {
      const { officer, dossierId } = await takeIn(office, residence)
      await issueApology(officer, { dossierId, fault: 'agency', reason: `Lý do ${n}` })
    }
    const visitor = await office.visitor()
    const seen: string[] = []
    let after: { at: string; dossierId: string } | undefined
    do {
      const page = await listApologies(visitor, { most: 2, ...(after && { after }) })
      seen.push(...page.rows.map(({ reason }) => reason))
      after = page.next
    } while (after)
    expect(seen.toSorted()).toEqual([0, 1, 2, 3, 4].map((n) => `Lý do ${n}`))
    expect((await listApologies(visitor, { agencyId: 'nobody' })).rows).toEqual([])
  })
})

test('two officers who re-appoint at once give the dossier one new date', async () => {
  const { office, agencyId, said } = await promised('tuyen-quang')
  office.at('2026-03-09T09:00:00+07:00')
  const officers = await Promise.all([1, 2, 3, 4].map(() => office.staff(agencyId)))
  const outcomes = await Promise.allSettled(
    officers.map((officer, n) => issueApology(officer, { ...said, newDueOn: `2026-03-1${n > 1 ? 3 : 2}` })),
  )
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const state = await stateOf(office, said.dossierId)
  expect('apologies' in state && state.apologies).toHaveLength(1)
})

test('the close of business is that of the province’s own calendar', async () => {
  const { officer } = await promised('phu-tho')
  const { calendar } = officer.tenant.rules
  const close = fromMoment(addWorkingDays(calendar, toMoment('2026-03-13T00:00:00+07:00' as never), 0))
  expect(close).toBe('2026-03-13T17:00:00+07:00')
})
