import { getWorkflowForUpdate, nextWorkflowVersion, putWorkflow } from '@motcua/db'
import {
  Conflict,
  draftWorkflow,
  NotFound,
  reviseWorkflow,
  WorkflowStep,
  type Workflow,
} from '@motcua/domain'
import { z } from 'zod'
import { staffOf } from '../dossier/reach.ts'
import { operation } from '../operation.ts'
import { granted } from '../record.ts'

/** Draws up a new version of the workflow of a procedure, or changes one that is still a draft. */
export const saveWorkflow = operation({
  name: 'processing.saveWorkflow',
  may: 'workflow:edit',
  input: z.object({
    procedureCode: z.string().max(40),
    /** The draft that is changed, as it was read; a new version without it. */
    draft: z.object({ version: z.int().positive(), revision: z.int().positive() }).optional(),
    caseIds: z.array(z.string().max(100)).max(50),
    steps: z.array(WorkflowStep).min(1).max(30),
    reason: z.string().trim().max(2000).optional(),
  }),

  async run({ tx, tenant, actor, now }, input): Promise<{ version: number }> {
    const { procedureCode, draft, caseIds, steps, reason } = input
    if (!tenant.procedures.has(procedureCode)) throw new NotFound('procedure')
    const by = staffOf(actor).fullName
    const workflow: Workflow = { procedureCode, steps, ...(caseIds.length > 0 && { caseIds }) }
    const change = { workflow, at: now, by, ...(reason && { reason }) }
    if (!draft) {
      const version = await nextWorkflowVersion(tx, procedureCode)
      await putWorkflow(tx, draftWorkflow(version, change), by)
      return { version }
    }
    const before = await getWorkflowForUpdate(tx, procedureCode, draft.version)
    if (before.revision !== draft.revision) throw new Conflict('workflow')
    const [after] = granted(reviseWorkflow(before, change))
    await putWorkflow(tx, after!, by)
    return { version: draft.version }
  },
})
