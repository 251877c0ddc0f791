import { getDossier } from '@motcua/db'
import { Refused, type Refusal } from '@motcua/domain'
import { describe, expect, test } from 'vitest'
import { getDossier as getAtDesk } from '../dossier/get-dossier.ts'
import { listQueue } from '../dossier/list-queue.ts'
import { issueApology } from '../lateness/issue-apology.ts'
import { recordResult } from '../returning/record-result.ts'
import { openOffices, takeIn, type TestOffice } from '../testing.ts'
import type { TenantFolder } from '../tenants/folder.ts'
import { pauseClock } from './pause-clock.ts'
import { previewPause } from './preview.ts'
import { resumeClock } from './resume-clock.ts'

const { open } = await openOffices()
/** Đăng ký thường trú: seven working days. */
const residence = '1.004222'
const waiting = {
  reason: 'consultation',
  note: 'Chờ Sở Tư pháp trả lời',
  documentNo: '12/CV-UBND ngày 03/3/2026',
} as const

const refused = async (work: Promise<unknown>): Promise<Refusal> => {
  const error = await work.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Refused)
  return (error as Refused).refusal
}

/** Phú Thọ with a rule of its own about pauses, so that every effect can be seen. */
const withEffects = (folder: TenantFolder): TenantFolder => ({
  ...folder,
  rules: folder.rules.map((file) =>
    file.path.includes('31-2020') ? { ...file, text: `${file.text}\n${rule}` } : file,
  ),
})
const rule = `quy tắc cách tính thời gian khi tạm dừng
  căn cứ khoản 3 Điều 9
  khi lý do tạm dừng là yêu cầu bổ sung
  được xác định là tính lại từ đầu
  khi lý do tạm dừng thuộc {lấy ý kiến, bất khả kháng}
  được xác định là trừ ra
  khi lý do tạm dừng là tạm dừng giải quyết
  được xác định là tính lại từ đầu
  trường hợp khác không quy định
`

async function accepted(change?: (folder: TenantFolder) => TenantFolder) {
  const office = await open('phu-tho', { at: '2026-03-02T09:00:00+07:00' })
  if (change) await office.reapply(change)
  return { office, ...(await takeIn(office, residence)) }
}
const dueOf = async (office: TestOffice, dossierId: string) => {
  const state = await office.db.read(office.tenant, (tx) => getDossier(tx, dossierId))
  return 'processingClock' in state ? state.processingClock?.dueAt : undefined
}

describe('a wait of which no rule speaks', () => {
  test('AMB-36: stops nothing; the office is told so before, and the date stays', async () => {
    const { office, officer, dossierId } = await accepted()
    const { reasons } = await previewPause(officer, { dossierId })
    expect(reasons.map(({ effect }) => effect.answer)).toEqual([null, null, null, null])
    office.at('2026-03-03T09:00:00+07:00')
    await pauseClock(officer, { dossierId, ...waiting })
    const view = await getAtDesk(officer, { id: dossierId })
    expect([view.processingClock?.dueAt, view.urgency]).toEqual(['2026-03-11T17:00:00+07:00', 'in-time'])
    office.at('2026-03-05T09:00:00+07:00')
    await resumeClock(officer, { dossierId })
    expect(await dueOf(office, dossierId)).toBe('2026-03-11T17:00:00+07:00')
  })

  test('leaves the dossier among those that are due', async () => {
    const { officer, dossierId } = await accepted()
    await pauseClock(officer, { dossierId, ...waiting })
    const { rows } = await listQueue(officer, { queue: 'processing' })
    expect(rows.map(({ dueAt }) => dueAt)).toEqual(['2026-03-11T17:00:00+07:00'])
  })
})

describe('a wait that a rule leaves out of the time', () => {
  test('AMB-09: stands for no date while it lasts, and moves the date by the days it lasted', async () => {
    const { office, officer, dossierId } = await accepted(withEffects)
    office.at('2026-03-03T10:00:00+07:00')
    await pauseClock(officer, { dossierId, ...waiting })
    const view = await getAtDesk(officer, { id: dossierId })
    expect([view.urgency, view.remainingMinutes]).toEqual(['none', null])
    expect(view.pauses).toMatchObject([{ reason: 'consultation', documentNo: waiting.documentNo }])
    // The day it begins on counts, the day it ends on does not: two working days fall out.
    office.at('2026-03-05T15:00:00+07:00')
    const { after } = await previewPause(officer, { dossierId })
    await resumeClock(officer, { dossierId })
    expect([after?.dueAt, await dueOf(office, dossierId)]).toEqual([
      '2026-03-13T17:00:00+07:00',
      '2026-03-13T17:00:00+07:00',
    ])
  })

  test('is ended before a result is recorded', async () => {
    const { office, officer, dossierId } = await accepted(withEffects)
    await pauseClock(officer, { dossierId, ...waiting })
    const early = await refused(recordResult(officer, { dossierId, outcome: 'granted' }))
    expect(early.code).toBe('clock-paused')
    office.at('2026-03-04T09:00:00+07:00')
    await resumeClock(officer, { dossierId })
    await recordResult(officer, { dossierId, outcome: 'granted' })
  })

  test('neither begins twice, nor ends unbegun, nor begins when the time is over', async () => {
    const { office, officer, dossierId } = await accepted(withEffects)
    expect((await refused(resumeClock(officer, { dossierId }))).code).toBe('clock-not-paused')
    await pauseClock(officer, { dossierId, ...waiting })
    expect((await refused(pauseClock(officer, { dossierId, ...waiting }))).code).toBe('clock-paused')
    await resumeClock(officer, { dossierId })
    office.at('2026-03-12T09:00:00+07:00')
    expect((await refused(pauseClock(officer, { dossierId, ...waiting }))).code).toBe('clock-run-out')
    expect(await dueOf(office, dossierId)).toBe('2026-03-11T17:00:00+07:00')
  })

  test('needs its reason and its paper', async () => {
    const { officer, dossierId } = await accepted(withEffects)
    const without = { dossierId, ...waiting }
    expect((await refused(pauseClock(officer, { ...without, note: ' ' }))).code).toBe('reason-missing')
    expect((await refused(pauseClock(officer, { ...without, documentNo: '' }))).code).toBe('document-missing')
  })
})

test('AMB-09: a wait after which the time begins anew gives the whole time again', async () => {
  const { office, officer, dossierId } = await accepted(withEffects)
  office.at('2026-03-04T10:00:00+07:00')
  await pauseClock(officer, { dossierId, ...waiting, reason: 'suspension' })
  office.at('2026-03-06T09:00:00+07:00')
  await resumeClock(officer, { dossierId })
  // Seven working days after Friday 6 March.
  expect(await dueOf(office, dossierId)).toBe('2026-03-17T17:00:00+07:00')
})

test('a date that was re-appointed is not brought forward by a pause, and a pause left out is added behind it', async () => {
  const { office, officer, dossierId } = await accepted(withEffects)
  office.at('2026-03-09T09:00:00+07:00')
  await issueApology(officer, { dossierId, fault: 'agency', reason: 'Chờ xác minh', newDueOn: '2026-03-20' })
  office.at('2026-03-12T09:00:00+07:00')
  await pauseClock(officer, { dossierId, ...waiting })
  office.at('2026-03-16T09:00:00+07:00')
  await resumeClock(officer, { dossierId })
  // Two working days, Thursday and Friday, were waited: the promise of Friday the 20th becomes Tuesday the 24th.
  expect(await dueOf(office, dossierId)).toBe('2026-03-24T17:00:00+07:00')
})
