import { getWorkflowForUpdate, liveWorkflows, putWorkflow } from '@motcua/db'
import {
  appraiseWorkflow as appraise,
  approveWorkflow as approve,
  Conflict,
  OfficialPaper,
  putWorkflowLive as putLive,
  replaceWorkflow,
  returnWorkflow as sendBack,
  sameCases,
  testWorkflow as test,
  type Decision,
  type WorkflowTerms,
  type WorkflowVersion,
} from '@motcua/domain'
import { z } from 'zod'
import { staffOf } from '../dossier/reach.ts'
import { operation, type Room } from '../operation.ts'
import { granted } from '../record.ts'
import { workflowTerms } from './workflow-faults.ts'

/** A version as it was read: whoever read an older one is told. */
const Read = z.object({
  procedureCode: z.string().max(40),
  version: z.int().positive(),
  revision: z.int().positive(),
})

/** Thẩm định: records the paper by which the body named in the regulation appraised it (TQ25-16.2). */
export const appraiseWorkflow = operation({
  name: 'processing.appraiseWorkflow',
  may: 'workflow:edit',
  input: Read.extend({ paper: OfficialPaper }),
  run: (room, { paper, ...read }) =>
    move(room, read, (version, terms) => appraise(version, { ...done(room), paper }, terms)),
})

/** Phê duyệt: records the decision that approved it (TQ25-16.2, LA19-14.3). */
export const approveWorkflow = operation({
  name: 'processing.approveWorkflow',
  may: 'workflow:edit',
  input: Read.extend({ paper: OfficialPaper }),
  run: (room, { paper, ...read }) =>
    move(room, read, (version) => approve(version, { ...done(room), paper })),
})

/** Gives an appraised version back to be changed, with the reason. */
export const returnWorkflow = operation({
  name: 'processing.returnWorkflow',
  may: 'workflow:edit',
  input: Read.extend({ reason: z.string().trim().min(1).max(2000) }),
  run: (room, { reason, ...read }) => move(room, read, (version) => sendBack(version, { reason })),
})

/** Thử nghiệm: records how a trial on one system went (TQ25-16.3.2). */
export const testWorkflow = operation({
  name: 'processing.testWorkflow',
  may: 'workflow:edit',
  input: Read.extend({
    system: z.enum(['provincial-system', 'national-portal']),
    passed: z.boolean(),
    note: z.string().trim().min(1).max(2000),
  }),
  run: (room, { system, passed, note, ...read }) =>
    move(room, read, (version, terms) => test(version, { ...done(room), system, passed, note }, terms)),
})

/** Puts a tested version into use; the one in use for the same cases is replaced in the same moment. */
export const putWorkflowLive = operation({
  name: 'processing.putWorkflowLive',
  may: 'workflow:edit',
  input: Read,
  async run(room, read): Promise<void> {
    const { tx, now } = room
    const by = staffOf(room.actor).fullName
    await move(
      room,
      read,
      (version, terms) => putLive(version, done(room), terms),
      async (live) => {
        for (const before of await liveWorkflows(tx, read.procedureCode))
          if (sameCases(before.workflow, live.workflow))
            await putWorkflow(tx, replaceWorkflow(before, now, live.version), by)
      },
    )
  },
})

async function move(
  room: Room,
  { procedureCode, version, revision }: z.output<typeof Read>,
  decide: (version: WorkflowVersion, terms: WorkflowTerms) => Decision<WorkflowVersion>,
  before?: (after: WorkflowVersion) => Promise<void>,
): Promise<void> {
  const { tx } = room
  const stored = await getWorkflowForUpdate(tx, procedureCode, version)
  if (stored.revision !== revision) throw new Conflict('workflow')
  const [after] = granted(decide(stored, await workflowTerms(room, stored.workflow)))
  await before?.(after!)
  await putWorkflow(tx, after!, staffOf(room.actor).fullName)
}

function done({ actor, now }: Room) {
  return { at: now, by: staffOf(actor).fullName }
}
