import { instant } from '@motcua/calendar'
import type { Workflow } from '@motcua/domain'
import { describe, expect, test } from 'vitest'
import { checkTenant } from '../tenants/check-tenant.ts'
import { compileTenant } from '../tenants/tenant.ts'
import { readProvince, type Province } from '../testing.ts'
import { checkWorkflows } from './check-workflows.ts'
import {
  bodyOfStage,
  hoursOfDay,
  stepKindsOfLaw,
  stepNeedsAccount,
  workflowEnforced,
  workflowTestedOn,
} from './workflow-law.ts'

const now = instant('2026-03-02T09:00:00+07:00')
const tenantOf = async (province: Province) => compileTenant(await readProvince(province), 0)
const said = (workflows: readonly Workflow[], tenant: Awaited<ReturnType<typeof tenantOf>>): string[] =>
  checkWorkflows(tenant, workflows, now).map(({ en }) => en)

describe('the workflows a province declares', () => {
  test.each(['long-an', 'ha-nam', 'phu-tho', 'tuyen-quang'] as const)('of %s are sound', async (province) => {
    const folder = await readProvince(province)
    expect(folder.workflows.length).toBeGreaterThanOrEqual(7)
    expect(checkTenant(folder, now)).toEqual([])
  })

  test('are for procedures it offers, with the decision that approved them, once for each case', async () => {
    const { workflows } = await readProvince('long-an')
    const tenant = await tenantOf('long-an')
    const { decision: _, ...undecided } = workflows[0]!
    expect(said([{ ...workflows[0]!, procedureCode: '9.999999' }], tenant)).toEqual([
      'workflow 9.999999: the province does not offer this procedure',
    ])
    expect(said([workflows[0]!, undecided], tenant)).toEqual([
      'workflow 1.004873: the case has a workflow above already',
      'workflow 1.004873: the decision that approved it is missing',
    ])
  })

  test('HN19-9.1a: in Hà Nam a workflow without the submission to a leader cannot be applied', async () => {
    const folder = await readProvince('ha-nam')
    const workflows = folder.workflows.map((workflow) => ({
      ...workflow,
      steps: workflow.steps.filter(({ kind }) => kind !== 'submit'),
    }))
    const problems = checkTenant({ ...folder, workflows }, now)
    expect(problems).toHaveLength(workflows.length)
    expect(problems[0]).toMatchObject({
      file: 'workflows.yaml',
      vi: expect.stringContaining('thiếu bước “trình duyệt” mà quy định của tỉnh yêu cầu'),
    })
  })
})

describe('what the law says about workflows', () => {
  test('HN19-9.1a: five steps, in their order', async () => {
    expect(stepKindsOfLaw(await tenantOf('ha-nam'), now)).toEqual([
      'assign',
      'appraise',
      'submit',
      'approve',
      'record',
    ])
    expect(stepKindsOfLaw(await tenantOf('phu-tho'), now)).toEqual([])
  })

  test('TQ25-16.1: the specialised body drafts; TQ25-16.2: the office appraises, the chair approves', async () => {
    const tenant = await tenantOf('tuyen-quang')
    expect(bodyOfStage(tenant, now, 'drafting').answer).toBe('department')
    expect(bodyOfStage(tenant, now, 'appraisal').answer).toBe('provincial-office')
    expect(bodyOfStage(tenant, now, 'approval').answer).toBe('provincial-chair')
    expect(bodyOfStage(tenant, now, 'configuration').answer).toBe('agency')
  })

  test('TQ25-16.3.2: tested on the System and on the national portal', async () => {
    expect(
      workflowTestedOn(await tenantOf('tuyen-quang'), now)
        .answer?.toSorted()
        .toReversed(),
    ).toEqual(['provincial-system', 'national-portal'])
    expect(workflowTestedOn(await tenantOf('long-an'), now).answer).toBeNull()
  })

  test('TQ25-16.4: every step needs an account', async () => {
    expect(stepNeedsAccount(await tenantOf('tuyen-quang'), now).answer).toBe(true)
  })

  test('LA19-14.3: the workflow issued by the provincial chair must be followed', async () => {
    const tenant = await tenantOf('long-an')
    expect(bodyOfStage(tenant, now, 'approval').answer).toBe('provincial-chair')
    expect(workflowEnforced(tenant, now).answer).toBe(true)
  })

  test('PT20-9.3a: the standard workflow of the service must be followed', async () => {
    expect(workflowEnforced(await tenantOf('phu-tho'), now).answer).toBe(true)
  })

  test('PT20-25.2: the procedure-control officer maintains workflows', async () => {
    expect(bodyOfStage(await tenantOf('phu-tho'), now, 'maintenance').answer).toBe('control-officer')
  })

  test('an office day is counted from the hours the province declares', async () => {
    expect(hoursOfDay(await tenantOf('long-an'))).toBe(8)
  })
})
