import { instant } from '@motcua/calendar'
import { describe, expect, test } from 'vitest'
import type { Decision } from '../decision.ts'
import {
  appraiseWorkflow,
  approveWorkflow,
  draftWorkflow,
  putWorkflowLive,
  replaceWorkflow,
  returnWorkflow,
  reviseWorkflow,
  sameCases,
  testWorkflow,
  untriedOn,
  workflowForCase,
  type WorkflowTerms,
  type WorkflowVersion,
} from './workflow-version.ts'
import type { Workflow, WorkflowFault } from './workflow.ts'

const done = { at: instant('2026-01-05T09:00:00+07:00'), by: 'Sùng A Páo' }
const paper = { number: '15/QĐ-UBND', on: '2026-01-05', signedBy: 'Chủ tịch Ủy ban nhân dân tỉnh' }
const workflow: Workflow = {
  procedureCode: '1.013225',
  steps: [
    { id: 'tham-tra', name: 'Thẩm tra', kind: 'appraise', role: 'specialist', hours: 8 },
    { id: 'ky', name: 'Ký', kind: 'approve', role: 'leader', hours: 4 },
    { id: 'tra', name: 'Trả', kind: 'record', role: 'one-stop-officer', hours: 2 },
  ],
}
const sound: WorkflowTerms = { faults: [], testedOn: ['provincial-system', 'national-portal'] }
const fault: WorkflowFault = { code: 'nobody-approves' }

const granted = (decision: Decision<WorkflowVersion>): WorkflowVersion => {
  if (!decision.granted) throw new Error(decision.refusal.code)
  return decision.events[0]!
}
const refused = (decision: Decision<WorkflowVersion>): string =>
  decision.granted ? 'granted' : decision.refusal.code

const drafted = draftWorkflow(1, { workflow, ...done })
const appraised = granted(appraiseWorkflow(drafted, { ...done, paper }, sound))
const approved = granted(approveWorkflow(appraised, { ...done, paper }))
const trial = (system: string, passed = true) => ({ ...done, system, passed, note: 'hồ sơ thử' })
const tested = granted(
  testWorkflow(
    granted(testWorkflow(approved, trial('provincial-system'), sound)),
    trial('national-portal'),
    sound,
  ),
)

describe('a version of a workflow', () => {
  test('TQ25-16.2: is appraised before it is approved', () => {
    expect(refused(approveWorkflow(drafted, { ...done, paper }))).toBe('workflow-out-of-turn')
    expect(appraised.stage).toBe('appraised')
    expect(approved.stage).toBe('approved')
    expect(approved.workflow.decision).toEqual(paper)
  })

  test('TQ25-16.2: with a fault passes no appraisal', () => {
    expect(refused(appraiseWorkflow(drafted, { ...done, paper }, { ...sound, faults: [fault] }))).toBe(
      'workflow-unsound',
    )
  })

  test('TQ25-16.3.2: is not used before it was tested on the System and on the national portal', () => {
    expect(refused(putWorkflowLive(approved, done, sound))).toBe('workflow-out-of-turn')
    const half = granted(testWorkflow(approved, trial('provincial-system'), sound))
    expect(half.stage).toBe('approved')
    expect(untriedOn(half.trials!, sound.testedOn)).toEqual(['national-portal'])
    expect(refused(putWorkflowLive(half, done, sound))).toBe('workflow-out-of-turn')
    expect(granted(putWorkflowLive(tested, done, sound)).stage).toBe('live')
  })

  test('TQ25-16.3.2: that failed its trial is tried again, and the last trial counts', () => {
    const failed = granted(testWorkflow(approved, trial('provincial-system', false), sound))
    expect(failed.stage).toBe('approved')
    const again = granted(testWorkflow(failed, trial('provincial-system'), sound))
    expect(again.trials).toHaveLength(1)
    expect(untriedOn(again.trials!, sound.testedOn)).toEqual(['national-portal'])
  })

  test('where no system is named, is tested on the province’s own', () => {
    const terms = { faults: [], testedOn: [] }
    expect(granted(testWorkflow(approved, trial('provincial-system'), terms)).stage).toBe('tested')
  })

  test('TQ25-16.3: is configured as it was approved: its steps are changed by a new version only', () => {
    expect(refused(reviseWorkflow(approved, { workflow, ...done }))).toBe('workflow-out-of-turn')
    expect(granted(reviseWorkflow(drafted, { workflow, ...done })).revision).toBe(2)
  })

  test('may be sent back by who appraises it, and keeps no appraisal then', () => {
    const back = granted(returnWorkflow(appraised, { reason: 'Thiếu bước kiểm tra thực địa' }))
    expect(back).toMatchObject({ stage: 'drafted', reason: 'Thiếu bước kiểm tra thực địa' })
    expect(back.appraised).toBeUndefined()
  })

  test('TQ25-16.4: whose step nobody has an account for is not put into use', () => {
    const nobody: WorkflowFault = {
      code: 'nobody-has-role',
      stepId: 'ky',
      agencyId: 'ubnd-phuong-minh-xuan',
      role: 'leader',
    }
    expect(refused(putWorkflowLive(tested, done, { ...sound, faults: [nobody] }))).toBe('workflow-unsound')
  })

  test('that another took the place of says which', () => {
    const live = granted(putWorkflowLive(tested, done, sound))
    expect(replaceWorkflow(live, done.at, 2)).toMatchObject({ stage: 'replaced', replaced: { byVersion: 2 } })
  })
})

describe('of several workflows of a procedure', () => {
  const live = (version: number, caseIds?: string[]): WorkflowVersion => ({
    ...tested,
    version,
    stage: 'live',
    workflow: { ...workflow, ...(caseIds && { caseIds }) },
  })

  test('the one that names the case is used, and the other for the rest', () => {
    const both = [live(1), live(2, ['cong-trinh'])]
    expect(workflowForCase(both, 'cong-trinh')?.version).toBe(2)
    expect(workflowForCase(both, 'nha-o')?.version).toBe(1)
    expect(workflowForCase([live(2, ['cong-trinh'])], 'nha-o')).toBeUndefined()
  })

  test('two for the same cases are never in use together', () => {
    expect(sameCases(live(1).workflow, live(3).workflow)).toBe(true)
    expect(sameCases(live(1).workflow, live(2, ['a']).workflow)).toBe(false)
    expect(sameCases(live(1, ['a', 'b']).workflow, live(2, ['b']).workflow)).toBe(true)
  })
})
