import { getDossier as getStored, readsOf } from '@motcua/db'
import { Forbidden, NotFound, Refused, type Work } from '@motcua/domain'
import { describe, expect, test, vi } from 'vitest'
import { getDossier } from '../dossier/get-dossier.ts'
import { getOwn } from '../dossier/get-own.ts'
import { today } from '../dossier/today.ts'
import { accept } from '../intake/accept.ts'
import type { Context } from '../operation.ts'
import { handOverResult } from '../returning/hand-over-result.ts'
import { recordResult } from '../returning/record-result.ts'
import { determine } from '../rules/determine.ts'
import { fileDossier, handIn, openOffices, takeIn, workThrough, type TestOffice } from '../testing.ts'
import { askOpinion } from './ask-opinion.ts'
import { assignStep } from './assign-step.ts'
import { doStep } from './do-step.ts'
import { finishShare } from './finish-share.ts'
import { giveOpinion } from './give-opinion.ts'
import { listWork } from './list-work.ts'
import { shareWork } from './share-work.ts'
import { signResult } from './sign-result.ts'
import { submitResult } from './submit-result.ts'

// Each test opens provinces of its own and compiles their law.
vi.setConfig({ testTimeout: 30_000 })

const { open } = await openOffices()

/** Đăng ký thành lập hộ kinh doanh and chấm dứt hoạt động hộ kinh doanh: each has an approved workflow. */
const household = '1.001612'
const closing = '1.001266'

const stateOf = (office: TestOffice, id: string) => office.db.read(office.tenant, (tx) => getStored(tx, id))
const workOf = async (office: TestOffice, id: string): Promise<Work> => {
  const dossier = await stateOf(office, id)
  if (!('work' in dossier) || !dossier.work) throw new Error('no work')
  return dossier.work
}
const refusal = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.catch((thrown: unknown) => thrown)
  if (!(error instanceof Refused)) throw new Error(`not refused: ${String(error)}`)
  return error.refusal.code
}
const accountOf = ({ actor }: Context): string => (actor.kind === 'staff' ? actor.accountId : '')

describe('a dossier goes round in one office', () => {
  test('HN19-16.2, HN19-15.4, HN19-9.1c: from the section to the unit, to another body and back to the section', async () => {
    const body = 'ubnd-phu-ly'
    const office = await open('ha-nam', { at: '2026-03-02T09:00:00+07:00' })
    await office.reapply((folder) => ({ ...folder, fees: [] }))
    const citizen = await office.citizen()
    const { dossierId } = await fileDossier(citizen, household, { agencyId: body, returnChannel: 'postal' })
    const [officer, leader, specialist, other] = [
      await office.staff(body),
      await office.staff(body, 'leader'),
      await office.staff(body, 'specialist'),
      await office.staff('so-tu-phap', 'specialist'),
    ] as const
    await accept(officer, { dossierId })
    await assignStep(leader, { dossierId, accountId: accountOf(specialist) })
    const dueAt = '2026-03-02T16:00:00+07:00'
    await askOpinion(specialist, { dossierId, agencyId: 'so-tu-phap', question: 'Có trùng không?', dueAt })
    const opinionId = (await workOf(office, dossierId)).opinions![0]!.id
    await giveOpinion(other, { dossierId, opinionId, agrees: true, text: 'Không trùng' })
    await doStep(specialist, { dossierId, note: 'Hợp lệ' })
    await submitResult(specialist, { dossierId, outcome: 'granted' })
    await signResult(leader, { dossierId })
    expect((await workOf(office, dossierId)).at).toBe('cap-nhat')
    await expect(recordResult(specialist, { dossierId, outcome: 'granted' })).rejects.toBeInstanceOf(
      Forbidden,
    )
    await recordResult(officer, { dossierId, outcome: 'granted' })

    // The section that took it in returns it; the unit that worked on it does not.
    office.at('2026-03-06T09:00:00+07:00')
    const handing = {
      dossierId,
      channel: 'postal' as const,
      dossierChecked: true,
      proof: 'EB123456789VN',
    }
    await expect(handOverResult(specialist, handing)).rejects.toBeInstanceOf(Forbidden)
    await handOverResult(officer, handing)
    expect((await getOwn(citizen, { id: dossierId })).phase).toBe('returned')
  })

  test('TQ25-13.5, TQ25-14.1b: inside an agency each has it in turn; others do not see it; each reading is logged', async () => {
    const body = 'ubnd-phuong-minh-xuan'
    const office = await open('tuyen-quang', { at: '2026-03-02T09:00:00+07:00' })
    const { officer, agencyId, dossierId } = await takeIn(office, household)
    expect(agencyId).toBe(body)
    const [leader, specialist, stranger] = [
      await office.staff(body, 'leader'),
      await office.staff(body, 'specialist'),
      await office.staff('ubnd-phuong-nong-tien', 'specialist'),
    ] as const
    const hasIt = async (who: Context): Promise<boolean> => {
      const { mine, free } = await listWork(who, {})
      return [...mine, ...free].some((line) => line.dossierId === dossierId)
    }
    expect([await hasIt(leader), await hasIt(specialist)]).toEqual([true, false])
    await assignStep(leader, { dossierId, accountId: accountOf(specialist) })
    expect([await hasIt(leader), await hasIt(specialist)]).toEqual([false, true])
    await doStep(specialist, { dossierId })
    await submitResult(specialist, { dossierId, outcome: 'granted' })
    expect([await hasIt(leader), await hasIt(specialist)]).toEqual([true, false])

    const before = (await office.db.read(office.tenant, (tx) => readsOf(tx, 'dossier', dossierId))).length
    await getDossier(specialist, { id: dossierId })
    await expect(getDossier(stranger, { id: dossierId })).rejects.toBeInstanceOf(NotFound)
    expect(await office.db.read(office.tenant, (tx) => readsOf(tx, 'dossier', dossierId))).toHaveLength(
      before + 1,
    )

    await signResult(leader, { dossierId })
    await recordResult(officer, { dossierId, outcome: 'granted' })
    expect((await getDossier(officer, { id: dossierId })).phase).toBe('decided')
  })
})

test('TQ19-12.3a: under the regulation of 2019 too no result is recorded before the steps are done', async () => {
  const office = await open('tuyen-quang', { at: '2021-03-01T09:00:00+07:00' })
  await office.reapply((folder) => ({ ...folder, fees: [] }))
  const { officer, dossierId } = await takeIn(office, household)
  expect(await refusal(recordResult(officer, { dossierId, outcome: 'granted' }))).toBe('step-not-reached')
  await workThrough(office, dossierId)
  await recordResult(officer, { dossierId, outcome: 'granted' })
  expect((await getDossier(officer, { id: dossierId })).phase).toBe('decided')
})

test('TQ25-20: an accepted dossier is with the body that settles it at once, long before Decree 118/2025 wants it there', async () => {
  const office = await open('tuyen-quang', { at: '2026-03-02T09:00:00+07:00' })
  const { agencyId, dossierId } = await takeIn(office, household)
  const dossier = await stateOf(office, dossierId)
  if (dossier.phase !== 'processing') throw new Error('not accepted')
  const { acceptedAt } = dossier
  const { tenant } = await office.visitor()
  const { answer, basis } = determine<string>(tenant, 'transfer.due', { acceptedAt })
  expect(basis.map(({ article }) => article)).toEqual(['20', '18'])
  expect(acceptedAt < answer).toBe(true)
  const leader = await office.staff(agencyId, 'leader')
  expect((await listWork(leader, {})).free).toMatchObject([{ dossierId }])
})

test('PT20-10.3, PT20-25.1: on paper or online, accepted together they are in hand together and due together', async () => {
  const office = await open('phu-tho', { at: '2026-03-02T09:00:00+07:00' })
  const paper = await handIn(office, closing)
  const online = await fileDossier(await office.citizen(), closing, { agencyId: paper.agencyId })
  const leader = await office.staff(paper.agencyId, 'leader')
  expect((await listWork(leader, {})).free).toEqual([])
  const due = []
  for (const { dossierId } of [paper, online]) {
    await accept(paper.officer, { dossierId })
    const dossier = await stateOf(office, dossierId)
    due.push(dossier.phase === 'processing' && dossier.processingClock.dueAt)
  }
  // The paper still lies at the counter; its dossier is with the unit already.
  const free = (await listWork(leader, {})).free.map(({ dossierId }) => dossierId)
  expect(free.toSorted()).toEqual([paper.dossierId, online.dossierId].toSorted())
  expect(due[0]).toBe(due[1])
})

test('PT20-11.2b: what a higher level had a part in is returned by the section that took the dossier', async () => {
  const office = await open('phu-tho', { at: '2026-03-02T09:00:00+07:00' })
  await office.reapply((folder) => ({ ...folder, fees: [] }))
  const { officer, agencyId, dossierId } = await takeIn(office, closing)
  await shareWork(officer, {
    dossierId,
    medium: 'paper',
    leadAgencyId: agencyId,
    shares: [{ agencyId: 'so-cong-thuong', task: 'Kiểm tra', hours: 4 }],
  })
  const { sharing } = await workOf(office, dossierId)
  const above = await office.staff('so-cong-thuong', 'specialist')
  await finishShare(above, { dossierId, shareId: sharing!.shares[0]!.id, note: 'Đồng ý' })
  await workThrough(office, dossierId)
  const supervisor = await office.staff(sharing!.supervisorId!)
  await expect(recordResult(supervisor, { dossierId, outcome: 'granted' })).rejects.toBeInstanceOf(NotFound)
  await recordResult(officer, { dossierId, outcome: 'granted' })
  expect((await getDossier(supervisor, { id: dossierId })).deeds).toEqual([])
  expect((await getDossier(officer, { id: dossierId })).deeds).toContain('hand-over-result')
})

test('TQ19-16.5e: the leader of a body sees each day what is late there, and of no other body', async () => {
  const office = await open('tuyen-quang', { at: '2021-03-01T09:00:00+07:00' })
  await office.reapply((folder) => ({ ...folder, fees: [] }))
  const { agencyId } = await takeIn(office, household)
  const leader = await office.staff(agencyId, 'leader')
  expect((await today(leader, undefined)).totals).toMatchObject({ processing: 1, 'processing-overdue': 0 })
  office.at('2021-03-31T09:00:00+07:00')
  expect((await today(leader, undefined)).totals).toMatchObject({ 'processing-overdue': 1 })
  const elsewhere = await office.staff('ubnd-phuong-nong-tien', 'leader')
  expect((await today(elsewhere, undefined)).totals).toMatchObject({ processing: 0 })
})
