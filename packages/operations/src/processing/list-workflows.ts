import { listWorkflows as listStored } from '@motcua/db'
import { totalHours, type OfficialPaper, type WorkflowStage } from '@motcua/domain'
import { z } from 'zod'
import { reading } from '../operation.ts'

/** The workflows of one procedure, as a line of the list. */
export interface WorkflowLine {
  procedureCode: string
  procedureName: string
  field: string
  /** In use now: none where the procedure is settled by the plain one. */
  live: { version: number; hours: number; steps: number; caseIds?: string[]; decision?: OfficialPaper }[]
  /** On their way into use, the latest first. */
  coming: { version: number; stage: WorkflowStage }[]
}

/** Every procedure the province offers, with the workflow it is settled by. */
export const listWorkflows = reading({
  name: 'processing.listWorkflows',
  may: 'workflow:read',
  input: z.object({}),

  async run({ tx, tenant }): Promise<WorkflowLine[]> {
    const stored = await listStored(tx)
    return [...tenant.procedures.values()].map(({ procedure: { code, shortName, field } }) => {
      const own = stored.filter(({ workflow }) => workflow.procedureCode === code)
      return {
        procedureCode: code,
        procedureName: shortName,
        field,
        live: own
          .filter(({ stage }) => stage === 'live')
          .map(({ version, workflow }) => ({
            version,
            hours: totalHours(workflow),
            steps: workflow.steps.length,
            ...(workflow.caseIds && { caseIds: workflow.caseIds }),
            ...(workflow.decision && { decision: workflow.decision }),
          })),
        coming: own
          .filter(({ stage }) => stage !== 'live' && stage !== 'replaced')
          .map(({ version, stage }) => ({ version, stage })),
      }
    })
  },
})
