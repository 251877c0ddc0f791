import { draftWorkflow, plainWorkflow, startWork, type Workflow } from '@motcua/domain'
import { append, getDossierForUpdate, putWorkflow, type Tx } from '../src/index.ts'
import { five, nine } from './sample.ts'

/** A workflow of the procedure the dossiers of these tests are for. */
export const workflow: Workflow = {
  procedureCode: '1.001193',
  steps: plainWorkflow('1.001193', [], 8).steps.map((step) => ({ ...step })),
}

/** A drafted workflow, and work begun on a dossier that was accepted. */
export async function seedWork(tx: Tx, dossierId: string): Promise<void> {
  await putWorkflow(tx, draftWorkflow(1, { workflow, at: nine, by: 'Sùng A Páo' }), 'Sùng A Páo')
  const dossier = await getDossierForUpdate(tx, dossierId)
  const use = { procedureCode: workflow.procedureCode, version: 1, steps: workflow.steps }
  await append(tx, dossier, [startWork(use, { at: nine }, { agencyId: dossier.agencyId, dueAt: five })])
}
