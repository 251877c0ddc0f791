import { Conflict, Forbidden, Refused, type WorkflowStep } from '@motcua/domain'
import { describe, expect, test, vi } from 'vitest'
import { accept } from '../intake/accept.ts'
import { getDossier } from '../dossier/get-dossier.ts'
import { handIn, openOffices, type TestOffice } from '../testing.ts'
import { getWorkflow } from './get-workflow.ts'
import { listWorkflows } from './list-workflows.ts'
import {
  appraiseWorkflow,
  approveWorkflow,
  putWorkflowLive,
  returnWorkflow,
  testWorkflow,
} from './move-workflow.ts'
import { saveWorkflow } from './save-workflow.ts'

// Whole ways through an office: many transactions each.
vi.setConfig({ testTimeout: 30_000 })

const { open } = await openOffices()

/** Đăng ký khai sinh, for which no workflow stands in the folder of the province. */
const birth = '1.001193'
const ward = 'ubnd-phuong-minh-xuan'
const steps: WorkflowStep[] = [
  { id: 'tham-tra', name: 'Thẩm tra', kind: 'appraise', role: 'specialist', hours: 3 },
  { id: 'ky', name: 'Ký', kind: 'approve', role: 'leader', hours: 2 },
  { id: 'tra', name: 'Trả', kind: 'record', role: 'one-stop-officer', hours: 1 },
]
const paper = { number: '12/TTr', on: '2026-01-05', signedBy: 'Văn phòng Ủy ban nhân dân tỉnh' }

const refusal = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.catch((thrown: unknown) => thrown)
  if (!(error instanceof Refused)) throw new Error(`not refused: ${String(error)}`)
  return error.refusal.code
}

async function drafting(more: Partial<{ steps: WorkflowStep[] }> = {}) {
  const office = await open('tuyen-quang', { at: '2026-01-06T09:00:00+07:00' })
  const admin = await office.staff('ttpvhcc', 'tenant-admin')
  const save = { procedureCode: birth, caseIds: [], steps, reason: 'Bổ sung dữ liệu dân cư', ...more }
  const { version } = await saveWorkflow(admin, save)
  const read = async () => {
    const { revision } = await getWorkflow(admin, { procedureCode: birth, version })
    return { procedureCode: birth, version, revision }
  }
  return { office, admin, version, read }
}

async function peopleOf(office: TestOffice, agencyId: string): Promise<void> {
  for (const role of ['specialist', 'leader', 'one-stop-officer'] as const) await office.staff(agencyId, role)
}

describe('TQ25-16: a workflow on its way into use', () => {
  test('TQ25-16.1, 16.2, 16.3: drafted, appraised, approved, tested on both systems, then used by dossiers', async () => {
    const { office, admin, version, read } = await drafting()
    await peopleOf(office, ward)
    await appraiseWorkflow(admin, { ...(await read()), paper })
    await approveWorkflow(admin, { ...(await read()), paper: { ...paper, number: '45/QĐ-UBND' } })
    expect((await getWorkflow(admin, { procedureCode: birth, version })).untried.toSorted()).toEqual([
      'national-portal',
      'provincial-system',
    ])
    const trial = { passed: true, note: 'Hồ sơ thử đi hết các bước' }
    await testWorkflow(admin, { ...(await read()), ...trial, system: 'provincial-system' })
    expect(await refusal(putWorkflowLive(admin, await read()))).toBe('workflow-out-of-turn')
    await testWorkflow(admin, { ...(await read()), ...trial, system: 'national-portal' })
    await putWorkflowLive(admin, await read())

    const { officer, dossierId } = await handIn(office, birth)
    await accept(officer, { dossierId })
    expect((await getDossier(officer, { id: dossierId })).work).toMatchObject({
      version: 1,
      decision: { number: '45/QĐ-UBND' },
      present: { id: 'tham-tra' },
    })
  })

  test('TQ25-16.4: is not tested with success while a step has nobody with an account', async () => {
    const { admin, version, office, read } = await drafting()
    const { faults } = await getWorkflow(admin, { procedureCode: birth, version })
    expect(faults.map(({ vi }) => vi)).toContainEqual(expect.stringMatching(/bước `ky`: chưa có tài khoản/))
    expect(await refusal(appraiseWorkflow(admin, { ...(await read()), paper }))).toBe('workflow-unsound')
    await peopleOf(office, ward)
    expect((await getWorkflow(admin, { procedureCode: birth, version })).faults).toEqual([])
    await appraiseWorkflow(admin, { ...(await read()), paper })
  })

  test('TQ25-16.2: names who appraises and who approves, with the article', async () => {
    const { admin, version } = await drafting()
    const { law } = await getWorkflow(admin, { procedureCode: birth, version })
    expect(law.bodies.appraisal).toMatchObject({
      answer: 'provincial-office',
      basis: [{ article: '16', clause: '2' }],
    })
    expect(law.bodies.approval).toMatchObject({ answer: 'provincial-chair' })
  })

  test('with steps longer than the procedure allows passes no appraisal, and the fault says the hours', async () => {
    const { admin, version, office, read } = await drafting({
      steps: steps.map((step) => ({ ...step, hours: 8 })),
    })
    await peopleOf(office, ward)
    expect((await getWorkflow(admin, { procedureCode: birth, version })).faults).toEqual([
      expect.objectContaining({ vi: 'các bước cần 24 giờ, trường hợp `thong-thuong` chỉ có 8 giờ' }),
    ])
    expect(await refusal(appraiseWorkflow(admin, { ...(await read()), paper }))).toBe('workflow-unsound')
  })

  test('sent back by who appraised it, it is changed and appraised anew; each state is kept', async () => {
    const { admin, office, version, read } = await drafting()
    await peopleOf(office, ward)
    await appraiseWorkflow(admin, { ...(await read()), paper })
    await returnWorkflow(admin, { ...(await read()), reason: 'Ký duyệt cần 3 giờ' })
    const { version: v, revision } = await read()
    const change = { procedureCode: birth, caseIds: [], draft: { version: v, revision } }
    await saveWorkflow(admin, {
      ...change,
      steps: steps.map((s) => (s.id === 'ky' ? { ...s, hours: 3 } : s)),
    })
    const { history } = await getWorkflow(admin, { procedureCode: birth, version })
    expect(history.map(({ stage }) => stage)).toEqual(['drafted', 'appraised', 'drafted', 'drafted'])
  })

  test('changed by somebody else in between: the second is told', async () => {
    const { admin, read, version } = await drafting()
    const { revision } = await read()
    const save = { procedureCode: birth, caseIds: [], steps, draft: { version, revision } }
    await saveWorkflow(admin, save)
    await expect(saveWorkflow(admin, save)).rejects.toBeInstanceOf(Conflict)
  })
})

describe('workflows of a province', () => {
  test('PT20-23.2: are listed for every procedure, with the version in use and those to come', async () => {
    const { admin } = await drafting()
    const lines = await listWorkflows(admin, {})
    expect(lines).toHaveLength(30)
    expect(lines.find(({ procedureCode }) => procedureCode === birth)).toMatchObject({
      live: [],
      coming: [{ version: 1, stage: 'drafted' }],
    })
    expect(lines.find(({ procedureCode }) => procedureCode === '1.004873')?.live).toHaveLength(2)
  })

  test('a new version says what it changes against the one in use', async () => {
    const { admin } = await drafting()
    const procedureCode = '1.013225'
    const { workflow } = await getWorkflow(admin, { procedureCode, version: 1 })
    const [assign, appraise, ...rest] = workflow.steps
    const changed = [{ ...appraise!, hours: 20 }, ...rest, { ...assign!, id: 'moi' }]
    const { version } = await saveWorkflow(admin, { procedureCode, caseIds: [], steps: changed })
    const { changes } = await getWorkflow(admin, { procedureCode, version })
    expect(changes.map(({ stepId, how }) => [stepId, how])).toEqual([
      ['tham-dinh', 'changed'],
      ['moi', 'added'],
      ['phan-cong', 'removed'],
    ])
  })

  test('are drawn up by the administrator, and read by who works by them', async () => {
    const { office } = await drafting()
    const specialist = await office.staff(ward, 'specialist')
    await expect(
      saveWorkflow(specialist, { procedureCode: birth, caseIds: [], steps }),
    ).rejects.toBeInstanceOf(Forbidden)
    expect(await listWorkflows(specialist, {})).toHaveLength(30)
    await expect(listWorkflows(await office.citizen(), {})).rejects.toBeInstanceOf(Forbidden)
  })
})
