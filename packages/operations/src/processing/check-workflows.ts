import type { Instant } from '@motcua/calendar'
import { checkWorkflow, sameCases, type Bilingual, type Workflow, type WorkflowFault } from '@motcua/domain'
import type { Problem } from '../tenants/problem.ts'
import type { Tenant } from '../tenants/tenant.ts'
import { surroundingsOf } from './workflow-law.ts'

/** What is wrong with the workflows a province declares, held against its procedures, bodies and law. */
export function checkWorkflows(tenant: Tenant, workflows: readonly Workflow[], now: Instant): Problem[] {
  return workflows.flatMap((workflow, at) => {
    const { procedureCode } = workflow
    const note = ({ vi, en }: Bilingual): Problem => ({
      file: 'workflows.yaml',
      vi: `quy trình ${procedureCode}: ${vi}`,
      en: `workflow ${procedureCode}: ${en}`,
    })
    if (!tenant.procedures.has(procedureCode))
      return [note({ vi: 'tỉnh không có thủ tục này', en: 'the province does not offer this procedure' })]
    const twin = workflows.findIndex(
      (other) => other.procedureCode === procedureCode && sameCases(other, workflow),
    )
    return [
      ...(twin < at
        ? [
            note({
              vi: 'đã có quy trình cho trường hợp này ở trên',
              en: 'the case has a workflow above already',
            }),
          ]
        : []),
      ...(workflow.decision
        ? []
        : [note({ vi: 'chưa ghi quyết định phê duyệt', en: 'the decision that approved it is missing' })]),
      ...checkWorkflow(workflow, surroundingsOf(tenant, procedureCode, now)).map((fault) =>
        note(sayFault(fault)),
      ),
    ]
  })
}

/** A fault of a workflow, said to the person who can mend it. */
export function sayFault(fault: WorkflowFault): Bilingual {
  switch (fault.code) {
    case 'step-id-twice':
      return {
        vi: `mã bước \`${fault.stepId}\` được dùng hai lần`,
        en: `the step id \`${fault.stepId}\` is used twice`,
      }
    case 'nobody-approves':
      return { vi: 'thiếu bước ký duyệt', en: 'there is no step in which the result is signed' }
    case 'nobody-records':
      return {
        vi: 'thiếu bước cập nhật kết quả sau bước ký duyệt',
        en: 'there is no step after the signature in which the result is recorded',
      }
    case 'nothing-to-approve':
      return {
        vi: 'cần một bước thẩm tra hoặc trình duyệt trước bước ký duyệt',
        en: 'the signature needs an appraisal or a submission before it',
      }
    case 'step-after-record':
      return {
        vi: `bước \`${fault.stepId}\` đứng sau bước cập nhật kết quả`,
        en: `the step \`${fault.stepId}\` stands after the result was recorded`,
      }
    case 'step-of-law-missing':
      return {
        vi: `thiếu bước “${kindNames[fault.kind].vi}” mà quy định của tỉnh yêu cầu`,
        en: `the step “${kindNames[fault.kind].en}”, which the regulation lists, is missing`,
      }
    case 'step-of-law-out-of-order':
      return {
        vi: `bước “${kindNames[fault.kind].vi}” không đúng thứ tự của quy định`,
        en: `the step “${kindNames[fault.kind].en}” is not where the regulation puts it`,
      }
    case 'role-cannot':
      return {
        vi: `vai trò \`${fault.role}\` không làm được bước \`${fault.stepId}\``,
        en: `the role \`${fault.role}\` cannot take the step \`${fault.stepId}\``,
      }
    case 'body-unknown':
      return {
        vi: `bước \`${fault.stepId}\` giao cho cơ quan không có: \`${fault.agencyId}\``,
        en: `the step \`${fault.stepId}\` is given to a body that does not exist: \`${fault.agencyId}\``,
      }
    case 'case-unknown':
      return {
        vi: `thủ tục không có trường hợp \`${fault.caseId}\``,
        en: `the procedure has no case \`${fault.caseId}\``,
      }
    case 'longer-than-limit':
      return {
        vi: `các bước cần ${hours(fault.hours, ',')} giờ, trường hợp \`${fault.caseId}\` chỉ có ${hours(fault.most, ',')} giờ`,
        en: `its steps take ${hours(fault.hours, '.')} hours, the case \`${fault.caseId}\` has ${hours(fault.most, '.')}`,
      }
    case 'nobody-has-role':
      return {
        vi: `bước \`${fault.stepId}\`: chưa có tài khoản vai trò \`${fault.role}\` ở cơ quan \`${fault.agencyId}\``,
        en: `the step \`${fault.stepId}\`: nobody at \`${fault.agencyId}\` has an account with the role \`${fault.role}\``,
      }
    default:
      return fault satisfies never
  }
}

const kindNames = {
  receive: { vi: 'nhận hồ sơ', en: 'receive' },
  assign: { vi: 'phân công', en: 'assign' },
  appraise: { vi: 'thẩm tra', en: 'appraise' },
  consult: { vi: 'lấy ý kiến', en: 'consult' },
  visit: { vi: 'kiểm tra thực địa', en: 'visit' },
  submit: { vi: 'trình duyệt', en: 'submit' },
  approve: { vi: 'ký duyệt', en: 'sign' },
  record: { vi: 'cập nhật tiến trình', en: 'record' },
} as const satisfies Record<string, Bilingual>

function hours(n: number, point: string): string {
  return String(n).replace('.', point)
}
