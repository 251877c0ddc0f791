import { instant } from '@motcua/calendar'
import { getDossier as getStored, slipsOf, type Database } from '@motcua/db'
import { Forbidden, NotFound, Refused, type Work } from '@motcua/domain'
import { describe, expect, test, vi } from 'vitest'
import { getDossier } from '../dossier/get-dossier.ts'
import { getOwn } from '../dossier/get-own.ts'
import { readFile } from '../dossier/read-file.ts'
import { runErrands } from '../errands/run-errands.ts'
import { seeAlerts } from '../errands/see-alerts.ts'
import { accept } from '../intake/accept.ts'
import { ruleInForce } from '../notices/rule-in-force.ts'
import { recordResult } from '../returning/record-result.ts'
import {
  fileDossier,
  handIn,
  openOffices,
  pdf,
  workThrough,
  type Province,
  type TestOffice,
} from '../testing.ts'
import { askOpinion } from './ask-opinion.ts'
import { assignStep } from './assign-step.ts'
import { doStep } from './do-step.ts'
import { finishShare } from './finish-share.ts'
import { giveOpinion } from './give-opinion.ts'
import { listHolders } from './list-holders.ts'
import { listWork } from './list-work.ts'
import { planVisit } from './plan-visit.ts'
import { reassignStep } from './reassign-step.ts'
import { sendBack } from './send-back.ts'
import { shareWork, sharingOffer } from './share-work.ts'
import { signResult } from './sign-result.ts'
import { submitResult } from './submit-result.ts'
import { listSuccessions, moveToSuccessor } from './successors.ts'
import { takeStep } from './take-step.ts'

// Whole ways through an office: many transactions each.
vi.setConfig({ testTimeout: 30_000 })

const { open, worker } = await openOffices()

/** Đăng ký thành lập hộ kinh doanh: three working days, at a district. */
const household = '1.001612'
/** Chấm dứt hoạt động hộ kinh doanh: five working days, at a district, without a fee. */
const closing = '1.001266'
/** Đăng ký khai sinh: no workflow was approved for it. */
const birth = '1.001193'

const refusal = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.catch((thrown: unknown) => thrown)
  if (!(error instanceof Refused)) throw new Error(`not refused: ${String(error)}`)
  return error.refusal.code
}
const workOf = async (office: TestOffice, id: string): Promise<Work> => {
  const dossier = await office.db.read(office.tenant, (tx) => getStored(tx, id))
  if (!('work' in dossier) || !dossier.work) throw new Error('no work')
  return dossier.work
}
const accountOf = ({ actor }: { actor: { kind: string } }): string =>
  (actor as { accountId: string } & typeof actor).accountId

async function accepted(province: Province, agencyId: string, procedure = household) {
  const office = await open(province, { at: '2026-03-02T09:00:00+07:00' })
  const citizen = await office.citizen()
  // Where filing is at the national portal, it is handed in at the counter.
  const { dossierId } =
    province === 'tuyen-quang'
      ? await handIn(office, procedure)
      : await fileDossier(citizen, procedure, { agencyId })
  const officer = await office.staff(agencyId)
  await accept(officer, { dossierId })
  const [leader, specialist] = [
    await office.staff(agencyId, 'leader'),
    await office.staff(agencyId, 'specialist'),
  ]
  return { office, citizen, officer, leader, specialist, dossierId }
}

async function runAt(office: TestOffice, workerDb: Database, moment: string): Promise<void> {
  office.at(moment)
  const post = async (): Promise<void> => undefined
  const delivery = {
    worker: workerDb,
    db: office.db,
    tenants: office.tenants,
    senders: { email: post, sms: post, zalo: post },
    now: () => instant(moment),
    portalUrl: () => 'http://localhost:3000',
    rule: ruleInForce,
    log: () => undefined,
  }
  while ((await runErrands(delivery)) > 0);
}

describe('by the approved workflow', () => {
  test('HN19-9, HN19-9.1a: passed on at once, assigned by the head, appraised, submitted, signed, recorded', async () => {
    const { office, officer, leader, specialist, dossierId } = await accepted('ha-nam', 'ubnd-phu-ly')
    expect(await workOf(office, dossierId)).toMatchObject({
      version: 1,
      at: 'phan-cong',
      agencyId: 'ubnd-phu-ly',
    })

    expect((await listWork(leader, {})).free).toMatchObject([{ name: 'Phân công công chức giải quyết' }])
    const people = await listHolders(leader, { dossierId, for: 'assign' })
    expect(people.map(({ accountId }) => accountId)).toEqual([accountOf(specialist)])
    await assignStep(leader, { dossierId, accountId: accountOf(specialist), note: 'Làm sớm' })
    expect((await listWork(specialist, {})).mine).toMatchObject([{ dossierId }])

    await doStep(specialist, { dossierId, note: 'Hồ sơ hợp lệ' })
    await submitResult(specialist, {
      dossierId,
      outcome: 'granted',
      document: { name: 'dự thảo.pdf', bytes: pdf },
    })
    await signResult(leader, { dossierId })
    await recordResult(officer, { dossierId, outcome: 'granted' })

    const { work, result } = await getDossier(officer, { id: dossierId })
    expect(work?.records.map(({ stepId, outcome }) => [stepId, outcome])).toEqual([
      ['phan-cong', 'done'],
      ['tham-tra', 'done'],
      ['trinh-ky', 'done'],
      ['ky-duyet', 'done'],
    ])
    // What was signed is the result.
    expect(result?.document?.name).toBe('dự thảo.pdf')
  })

  test('PT20-9.3a: no result is recorded before the steps of the workflow are done', async () => {
    const { officer, office, dossierId } = await accepted('phu-tho', 'ubnd-viet-tri', closing)
    expect(await refusal(recordResult(officer, { dossierId, outcome: 'granted' }))).toBe('step-not-reached')
    await workThrough(office, dossierId)
    await recordResult(officer, { dossierId, outcome: 'granted' })
    expect((await getDossier(officer, { id: dossierId })).phase).toBe('decided')
  })

  test('a dossier keeps the workflow it was accepted under, though another comes into use', async () => {
    const { office, dossierId } = await accepted('phu-tho', 'ubnd-viet-tri', closing)
    await office.reapply((folder) => ({
      ...folder,
      workflows: folder.workflows.map((workflow) => ({
        ...workflow,
        steps: workflow.steps.filter(({ kind }) => kind !== 'assign'),
      })),
    }))
    expect((await workOf(office, dossierId)).version).toBe(1)
    const second = await fileDossier(await office.citizen(), closing, { agencyId: 'ubnd-viet-tri' })
    await accept(await office.staff('ubnd-viet-tri'), { dossierId: second.dossierId })
    expect(await workOf(office, second.dossierId)).toMatchObject({ version: 2, at: 'tham-tra' })
  })

  test('a step has its own time, which never goes past the promise', async () => {
    const { office, leader, specialist, dossierId } = await accepted('ha-nam', 'ubnd-phu-ly')
    expect((await workOf(office, dossierId)).dueAt).toBe('2026-03-02T10:00:00+07:00')
    office.at('2026-03-05T16:30:00+07:00')
    await assignStep(leader, { dossierId, accountId: accountOf(specialist) })
    const { processingClock } = await getDossier(specialist, { id: dossierId })
    expect((await workOf(office, dossierId)).dueAt).toBe(processingClock?.dueAt)
  })
})

describe('without an approved workflow', () => {
  test('HN19-9.1a: the five steps of the article are taken all the same', async () => {
    const { office, dossierId } = await accepted('ha-nam', 'ubnd-phuong-hai-ba-trung-phu-ly', birth)
    const { version, steps } = await workOf(office, dossierId)
    expect([version, ...steps.map(({ kind }) => kind)]).toEqual([
      0,
      'assign',
      'appraise',
      'submit',
      'approve',
      'record',
    ])
  })

  test('a dossier is received, examined, signed and issued', async () => {
    const { office, officer, dossierId } = await accepted('long-an', 'ubnd-phuong-1-tan-an', birth)
    await workThrough(office, dossierId, { outcome: 'rejected' })
    expect(await refusal(recordResult(officer, { dossierId, outcome: 'granted' }))).toBe(
      'outcome-not-as-signed',
    )
    await recordResult(officer, { dossierId, outcome: 'rejected' })
    const { result } = await getDossier(officer, { id: dossierId })
    expect(result).toMatchObject({ outcome: 'rejected', note: 'Không đủ điều kiện' })
  })
})

describe('whose step it is', () => {
  test('two who take a step at once: one has it, the other is told', async () => {
    const { office, specialist, dossierId } = await accepted('long-an', 'ubnd-phuong-1-tan-an', birth)
    const other = await office.staff('ubnd-phuong-1-tan-an', 'specialist')
    const tries = await Promise.allSettled([
      takeStep(specialist, { dossierId }),
      takeStep(other, { dossierId }),
    ])
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await workOf(office, dossierId)).done).toHaveLength(1)
  })

  test('a step is taken by who has its role at its body, and assigned by who leads there', async () => {
    const { office, officer, specialist, dossierId } = await accepted('ha-nam', 'ubnd-phu-ly')
    const stranger = await office.staff('ubnd-duy-tien', 'leader')
    await expect(takeStep(specialist, { dossierId })).rejects.toBeInstanceOf(Forbidden)
    await expect(takeStep(stranger, { dossierId })).rejects.toBeInstanceOf(NotFound)
    const account = { dossierId, accountId: accountOf(specialist) }
    await expect(assignStep(officer, account)).rejects.toBeInstanceOf(Forbidden)
    await expect(assignStep(stranger, account)).rejects.toBeInstanceOf(NotFound)
  })

  test('work is given to nobody without the role of the step', async () => {
    const { leader, officer, dossierId } = await accepted('ha-nam', 'ubnd-phu-ly')
    expect(await refusal(assignStep(leader, { dossierId, accountId: accountOf(officer) }))).toBe(
      'holder-unfit',
    )
  })

  test('a head reassigns a step, and the deeds of the desk follow', async () => {
    const { office, leader, specialist, dossierId } = await accepted('ha-nam', 'ubnd-phu-ly')
    const other = await office.staff('ubnd-phu-ly', 'specialist')
    await assignStep(leader, { dossierId, accountId: accountOf(specialist) })
    expect((await getDossier(specialist, { id: dossierId })).deeds).toContain('do-step')
    const head = await office.staff('ubnd-phu-ly', 'one-stop-head')
    await reassignStep(head, { dossierId, accountId: accountOf(other), reason: 'Nghỉ phép' })
    expect((await getDossier(specialist, { id: dossierId })).deeds).not.toContain('do-step')
    expect((await getDossier(other, { id: dossierId })).deeds).toContain('do-step')
  })

  test('sent back by the leader, it lies before who had it, with the reason', async () => {
    const { office, leader, specialist, dossierId } = await accepted('ha-nam', 'ubnd-phu-ly')
    await assignStep(leader, { dossierId, accountId: accountOf(specialist) })
    await doStep(specialist, { dossierId })
    await submitResult(specialist, { dossierId, outcome: 'granted' })
    await sendBack(leader, { dossierId, toStepId: 'tham-tra', reason: 'Chưa kiểm tra tên' })
    expect(await workOf(office, dossierId)).toMatchObject({
      at: 'tham-tra',
      holder: { accountId: accountOf(specialist) },
    })
  })
})

describe('what the applicant sees of the work', () => {
  test('is where it stands, never what the office writes to itself', async () => {
    const { citizen, leader, specialist, dossierId } = await accepted('ha-nam', 'ubnd-phu-ly')
    await assignStep(leader, { dossierId, accountId: accountOf(specialist), note: 'nội bộ' })
    await doStep(specialist, { dossierId, note: 'nội bộ' })
    const document = { name: 'bản trình.pdf', bytes: pdf }
    await submitResult(specialist, { dossierId, outcome: 'rejected', note: 'nội bộ', document })
    const own = await getOwn(citizen, { id: dossierId })
    expect(own.work?.steps.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'present', 'ahead'])
    expect(JSON.stringify(own)).not.toContain('nội bộ')
    expect(JSON.stringify(own)).not.toContain('bản trình')

    const staff = await getDossier(leader, { id: dossierId })
    const { fileId } = staff.work!.proposal!.document!
    expect((await readFile(leader, { fileId })).name).toBe('bản trình.pdf')
    await expect(readFile(citizen, { fileId })).rejects.toBeInstanceOf(NotFound)
  })
})

describe('asking another body', () => {
  async function asked() {
    const journey = await accepted('tuyen-quang', 'ubnd-phuong-minh-xuan')
    const { office, leader, specialist, dossierId } = journey
    await assignStep(leader, { dossierId, accountId: accountOf(specialist) })
    const other = await office.staff('so-tu-phap', 'specialist')
    await expect(getDossier(other, { id: dossierId })).rejects.toBeInstanceOf(NotFound)
    await askOpinion(specialist, {
      dossierId,
      agencyId: 'so-tu-phap',
      question: 'Tên có trùng không?',
      dueAt: '2026-03-03T10:00:00+07:00',
    })
    const opinionId = (await workOf(office, dossierId)).opinions![0]!.id
    return { ...journey, other, opinionId }
  }

  test('HN19-9.1b, PT20-8.2: opens the dossier to it, and keeps its opinion on the system', async () => {
    const { dossierId, other, opinionId, specialist } = await asked()
    expect((await getDossier(other, { id: dossierId })).deeds).toEqual(['give-opinion'])
    expect((await listWork(other, {})).asked).toMatchObject([{ dossierId, name: 'Tên có trùng không?' }])
    await giveOpinion(other, { dossierId, opinionId, agrees: true, text: 'Không trùng' })
    expect((await getDossier(specialist, { id: dossierId })).work?.opinions).toMatchObject([
      { agencyName: 'Sở Tư pháp', answer: { text: 'Không trùng', late: false } },
    ])
    expect((await listWork(other, {})).asked).toEqual([])
  })

  test('TQ25-21, ND118-19.4c: silence is reported to the head of the one-stop section, and is no consent', async () => {
    const { office, dossierId, other, opinionId } = await asked()
    await runAt(office, worker, '2026-03-03T10:00:00+07:00')
    expect((await workOf(office, dossierId)).opinions![0]!.silent).toBeUndefined()
    await runAt(office, worker, '2026-03-03T10:00:01+07:00')
    expect((await workOf(office, dossierId)).opinions![0]!.silent).toMatchObject({
      meaning: 'report-to-section-head',
    })
    const head = await office.staff('ubnd-phuong-minh-xuan', 'one-stop-head')
    expect((await seeAlerts(head, {})).map(({ kind }) => kind)).toContain('opinion-overdue')
    expect((await listWork(head, {})).watched).toMatchObject([{ kind: 'silence', dossierId }])
    // The answer is taken late, and ends the watch.
    await giveOpinion(other, { dossierId, opinionId, agrees: false, text: 'Trùng' })
    expect((await workOf(office, dossierId)).opinions![0]!.answer).toMatchObject({
      late: true,
      agrees: false,
    })
    expect((await listWork(head, {})).watched).toEqual([])
  })

  test('answered in time, nothing is reported', async () => {
    const { office, dossierId, other, opinionId } = await asked()
    await giveOpinion(other, { dossierId, opinionId, agrees: true, text: 'Không trùng' })
    await runAt(office, worker, '2026-03-03T10:00:01+07:00')
    const head = await office.staff('ubnd-phuong-minh-xuan', 'one-stop-head')
    expect((await seeAlerts(head, {})).map(({ kind }) => kind)).not.toContain('opinion-overdue')
  })
})

describe('an inter-agency dossier', () => {
  const shares = [
    { agencyId: 'so-tu-phap', task: 'Kiểm tra lý lịch', hours: 4 },
    { agencyId: 'so-cong-thuong', task: 'Kiểm tra ngành nghề', hours: 6 },
  ]

  test('PT20-11.1a, PT20-11.1b: one after the other on paper, at once electronically, by the article', async () => {
    const { officer, dossierId } = await accepted('phu-tho', 'ubnd-viet-tri', closing)
    const { modes } = await sharingOffer(officer, { dossierId })
    expect([modes.paper.mode, modes.electronic.mode]).toEqual(['sequential', 'parallel'])
    expect(modes.paper.basis[0]).toMatchObject({ article: '11' })
  })

  test('PT20-11.1a, PT20-11.2a: on paper the second waits; the section of the higher level supervises', async () => {
    const { office, officer, dossierId } = await accepted('phu-tho', 'ubnd-viet-tri', closing)
    await shareWork(officer, { dossierId, medium: 'paper', leadAgencyId: 'ubnd-viet-tri', shares })
    const { sharing } = await workOf(office, dossierId)
    expect(sharing).toMatchObject({
      mode: 'sequential',
      supervisorId: 'ttpvhcc',
      receivers: ['last-agency', 'lead-agency', 'counter'],
    })
    expect(sharing!.shares.map(({ dueAt }) => dueAt)).toEqual([
      '2026-03-02T14:30:00+07:00',
      '2026-03-03T11:00:00+07:00',
    ])
    const [first, second] = [
      await office.staff('so-tu-phap', 'specialist'),
      await office.staff('so-cong-thuong', 'specialist'),
    ]
    const [one, two] = sharing!.shares.map(({ id }) => id) as [string, string]
    expect(await refusal(finishShare(second, { dossierId, shareId: two, note: 'Xong' }))).toBe(
      'share-not-open',
    )
    await finishShare(first, { dossierId, shareId: one, note: 'Xong' })
    await finishShare(second, { dossierId, shareId: two, note: 'Xong' })
    const supervisor = await office.staff('ttpvhcc', 'one-stop-head')
    expect((await getDossier(supervisor, { id: dossierId })).deeds).toEqual([])
  })

  test('HN19-10.1b: more time than is left of the announced one is not given to the bodies', async () => {
    const { officer, dossierId } = await accepted('phu-tho', 'ubnd-viet-tri', closing)
    const long = shares.map((share) => ({ ...share, hours: 30 }))
    const share = (medium: 'paper' | 'electronic') =>
      shareWork(officer, { dossierId, medium, leadAgencyId: 'ubnd-viet-tri', shares: long })
    // Until the end of the fifth working day there are 46 hours and a half.
    expect(await refusal(share('paper'))).toBe('shares-too-long')
    await share('electronic')
  })
})

test('a visit has a date, a place, and is told to the applicant', async () => {
  const { citizen, leader, specialist, dossierId } = await accepted('ha-nam', 'ubnd-phu-ly')
  await assignStep(leader, { dossierId, accountId: accountOf(specialist) })
  const startsAt = '2026-03-03T08:00:00+07:00'
  await planVisit(specialist, { dossierId, startsAt, place: 'Số 5 đường Lê Lợi', purpose: 'Xem địa điểm' })
  const own = await getOwn(citizen, { id: dossierId })
  expect(own.work?.visit).toEqual({ startsAt, place: 'Số 5 đường Lê Lợi', purpose: 'Xem địa điểm' })
  expect(own.timeline.at(-1)).toMatchObject({
    type: 'VisitPlanned',
    detail: '08:00 03/03/2026, Số 5 đường Lê Lợi',
  })
})

test('dossiers of a dissolved body go to its successor, each with its result', async () => {
  const from = 'ubnd-phuong-minh-xuan'
  const to = 'ubnd-phuong-nong-tien'
  const { office, officer, dossierId } = await accepted('tuyen-quang', from)
  const decision = 'Nghị quyết 10/NQ-HĐND'
  await office.reapply((folder) => ({ ...folder, successions: [{ from, to, on: '2026-03-02', decision }] }))
  const admin = await office.staff('ttpvhcc', 'tenant-admin')
  const [line] = await listSuccessions(admin, {})
  expect(line).toMatchObject({ fromName: 'Ủy ban nhân dân phường Minh Xuân', dossiers: [{ id: dossierId }] })
  const missing = '00000000-0000-4000-8000-000000000000'
  const moved = await moveToSuccessor(admin, { fromAgencyId: from, dossierIds: [dossierId, missing] })
  expect(moved).toEqual([{ id: missing, refused: 'not-of-that-body' }, { id: dossierId }])
  await expect(getDossier(officer, { id: dossierId })).rejects.toBeInstanceOf(NotFound)
  const successor = await office.staff(to)
  expect(await getDossier(successor, { id: dossierId })).toMatchObject({
    phase: 'processing',
    agency: { id: to },
  })
  expect(await office.db.read(office.tenant, (tx) => slipsOf(tx, dossierId))).toMatchObject([
    { kind: 'transfer', agencyId: from, n: 1 },
  ])
  expect((await listSuccessions(admin, {}))[0]?.dossiers).toEqual([])
})
