import { describe, expect, test } from 'vitest'
import {
  checkWorkflow,
  leastWorkingHours,
  plainWorkflow,
  proposesAt,
  totalHours,
  type StepKind,
  type Workflow,
  type WorkflowStep,
  type WorkflowSurroundings,
} from './workflow.ts'

const step = (kind: StepKind, more: Partial<WorkflowStep> = {}): WorkflowStep => ({
  id: kind,
  name: kind,
  kind,
  role: kind === 'approve' || kind === 'assign' ? 'leader' : 'specialist',
  hours: 4,
  ...more,
})
const workflow = (...steps: WorkflowStep[]): Workflow => ({ procedureCode: '1.013225', steps })
const around: WorkflowSurroundings = {
  agencyIds: new Set(['ubnd-1', 'so-xay-dung']),
  cases: [
    { id: 'nha-o', limit: { n: 15, unit: 'calendar-day' } },
    { id: 'cong-trinh', limit: { n: 20, unit: 'calendar-day' } },
  ],
  kindsOfLaw: [],
  hoursOfDay: 8,
}
const sound = workflow(step('assign'), step('appraise'), step('submit'), step('approve'), step('record'))

describe('a workflow', () => {
  test('that is worked, submitted, signed and recorded is sound', () => {
    expect(checkWorkflow(sound, around)).toEqual([])
  })

  test('in which nobody signs, or nobody records, ends no dossier', () => {
    expect(checkWorkflow(workflow(step('appraise'), step('record')), around)).toContainEqual({
      code: 'nobody-approves',
    })
    expect(checkWorkflow(workflow(step('appraise'), step('approve')), around)).toContainEqual({
      code: 'nobody-records',
    })
  })

  test('may not be signed before anybody worked on it', () => {
    const early = workflow(step('approve'), step('appraise'), step('record'))
    expect(checkWorkflow(early, around)).toContainEqual({ code: 'nothing-to-approve' })
  })

  test('ends with recording the result', () => {
    const late = workflow(step('appraise'), step('approve'), step('record'), step('visit'))
    expect(checkWorkflow(late, around)).toContainEqual({ code: 'step-after-record', stepId: 'visit' })
  })

  test('gives the signature to nobody but a leader', () => {
    const wrong = workflow(step('appraise'), step('approve', { role: 'specialist' }), step('record'))
    expect(checkWorkflow(wrong, around)).toEqual([
      { code: 'role-cannot', stepId: 'approve', role: 'specialist' },
    ])
  })

  test('names each of its steps once', () => {
    const twice = workflow(step('appraise'), step('appraise'), step('approve'), step('record'))
    expect(checkWorkflow(twice, around)).toEqual([{ code: 'step-id-twice', stepId: 'appraise' }])
  })

  test('gives work to bodies that there are', () => {
    const lost = workflow(
      step('appraise', { agencyId: 'so-bi-giai-the' }),
      step('approve', { agencyId: 'so-xay-dung' }),
      step('record'),
    )
    expect(checkWorkflow(lost, around)).toEqual([
      { code: 'body-unknown', stepId: 'appraise', agencyId: 'so-bi-giai-the' },
    ])
  })
})

describe('the steps a regulation lists', () => {
  const kindsOfLaw: StepKind[] = ['assign', 'appraise', 'submit', 'approve', 'record']

  test('HN19-9.1a: assigned, appraised, submitted, approved, recorded: a workflow without one of them is not sound', () => {
    expect(checkWorkflow(sound, { ...around, kindsOfLaw })).toEqual([])
    const skipped = workflow(step('assign'), step('appraise'), step('approve'), step('record'))
    expect(checkWorkflow(skipped, { ...around, kindsOfLaw })).toEqual([
      { code: 'step-of-law-missing', kind: 'submit' },
    ])
  })

  test('HN19-9.1a: the five steps stand in the order of the article', () => {
    const swapped = workflow(
      step('appraise'),
      step('assign'),
      step('submit'),
      step('approve'),
      step('record'),
    )
    expect(checkWorkflow(swapped, { ...around, kindsOfLaw })).toEqual([
      { code: 'step-of-law-out-of-order', kind: 'appraise' },
    ])
  })

  test('HN19-9.1a: a procedure without a workflow of its own is settled by the five steps of the article', () => {
    const { steps } = plainWorkflow('1.001193', kindsOfLaw, 24)
    expect(steps.map(({ kind }) => kind)).toEqual(kindsOfLaw)
  })
})

describe('the time of a workflow', () => {
  test('HN19-10.1b: the steps of all bodies together do not exceed the time that was announced', () => {
    const long = workflow(
      step('appraise', { hours: 60 }),
      step('consult', { hours: 20, agencyId: 'so-xay-dung' }),
      step('approve'),
      step('record', { hours: 2 }),
    )
    // 15 calendar days hold at least ten working days, 20 at least fourteen.
    expect(checkWorkflow(long, around)).toEqual([
      { code: 'longer-than-limit', caseId: 'nha-o', hours: 86, most: 80 },
    ])
    expect(checkWorkflow({ ...long, caseIds: ['cong-trinh'] }, around)).toEqual([])
  })

  test('of a case that the procedure does not have is not accepted', () => {
    expect(checkWorkflow({ ...sound, caseIds: ['khac'] }, around)).toEqual([
      { code: 'case-unknown', caseId: 'khac' },
    ])
  })

  test.each([
    [{ n: 4, unit: 'working-hour' }, 4],
    [{ n: 0, unit: 'working-day' }, 8],
    [{ n: 3, unit: 'working-day' }, 24],
    [{ n: 2, unit: 'calendar-day' }, 8],
    [{ n: 7, unit: 'calendar-day' }, 40],
    [{ n: 30, unit: 'calendar-day' }, 160],
    [{ n: 1, unit: 'month' }, 160],
  ] as const)('%o holds at least %i working hours', (limit, hours) => {
    expect(leastWorkingHours(limit, 8)).toBe(hours)
  })
})

describe('a procedure without an approved workflow', () => {
  test('is received, examined, signed and issued, within the time there is', () => {
    const plain = plainWorkflow('1.001193', [], 8)
    expect(plain.version).toBe(0)
    expect(plain.steps.map(({ kind }) => kind)).toEqual(['receive', 'appraise', 'approve', 'record'])
    expect(totalHours(plain)).toBeLessThanOrEqual(8)
    expect(checkWorkflow({ procedureCode: '1.001193', steps: [...plain.steps] }, around)).toEqual([])
  })
})

describe('the outcome is proposed', () => {
  test('where it is submitted, or in the appraisal right before the signature', () => {
    expect(sound.steps.map((_, at) => proposesAt(sound.steps, at))).toEqual([
      false,
      false,
      true,
      false,
      false,
    ])
    const short = [step('receive'), step('appraise'), step('approve'), step('record')]
    expect(short.map((_, at) => proposesAt(short, at))).toEqual([false, true, false, false])
  })
})
