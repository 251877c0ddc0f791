import {
  appraiseWorkflow,
  approveWorkflow,
  askOpinion,
  assignStep,
  doStep,
  finishShare,
  getWorkflow,
  giveOpinion,
  listHolders,
  listSuccessions,
  listWork,
  listWorkflows,
  moveToSuccessor,
  planVisit,
  putWorkflowLive,
  reassignStep,
  recordVisit,
  returnWorkflow,
  saveWorkflow,
  sendBack,
  shareWork,
  sharingOffer,
  signResult,
  submitResult,
  takeStep,
  testWorkflow,
} from '@motcua/operations'
import { file, FormWithFile, text } from '../form-data.ts'
import { procedure, router } from '../procedure.ts'

/** The fields of a form by name, as texts; those left empty are left out. */
function fields(form: FormData, ...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = text(form, name)
      return value ? [[name, value]] : []
    }),
  )
}

const posted = procedure.input(FormWithFile)

export const processing = router({
  work: procedure.query(({ ctx }) => listWork(ctx, {})),
  takeStep: procedure.input(takeStep.input).mutation(({ ctx, input }) => takeStep(ctx, input)),
  holders: procedure.input(listHolders.input).query(({ ctx, input }) => listHolders(ctx, input)),
  assignStep: procedure.input(assignStep.input).mutation(({ ctx, input }) => assignStep(ctx, input)),
  doStep: procedure.input(doStep.input).mutation(({ ctx, input }) => doStep(ctx, input)),
  sendBack: procedure.input(sendBack.input).mutation(({ ctx, input }) => sendBack(ctx, input)),
  reassignStep: procedure.input(reassignStep.input).mutation(({ ctx, input }) => reassignStep(ctx, input)),

  /** Form fields: `dossierId`, `outcome`, `note` and `document`. */
  submitResult: posted.mutation(async ({ ctx, input }) =>
    submitResult(
      ctx,
      submitResult.input.parse({
        ...fields(input, 'dossierId', 'outcome', 'note'),
        document: await file(input, 'document'),
      }),
    ),
  ),
  /** Form fields: `dossierId` and `document`. */
  signResult: posted.mutation(async ({ ctx, input }) =>
    signResult(
      ctx,
      signResult.input.parse({ ...fields(input, 'dossierId'), document: await file(input, 'document') }),
    ),
  ),
  /** Form fields: `dossierId`, `agencyId`, `question`, `dueAt` and `document`. */
  askOpinion: posted.mutation(async ({ ctx, input }) =>
    askOpinion(
      ctx,
      askOpinion.input.parse({
        ...fields(input, 'dossierId', 'agencyId', 'question', 'dueAt'),
        document: await file(input, 'document'),
      }),
    ),
  ),
  /** Form fields: `dossierId`, `opinionId`, `agrees` (`yes` or `no`), `text` and `document`. */
  giveOpinion: posted.mutation(async ({ ctx, input }) =>
    giveOpinion(
      ctx,
      giveOpinion.input.parse({
        ...fields(input, 'dossierId', 'opinionId', 'text'),
        agrees: { yes: true, no: false }[text(input, 'agrees') ?? ''],
        document: await file(input, 'document'),
      }),
    ),
  ),

  sharingOffer: procedure.input(sharingOffer.input).query(({ ctx, input }) => sharingOffer(ctx, input)),
  shareWork: procedure.input(shareWork.input).mutation(({ ctx, input }) => shareWork(ctx, input)),
  /** Form fields: `dossierId`, `shareId`, `note` and `document`. */
  finishShare: posted.mutation(async ({ ctx, input }) =>
    finishShare(
      ctx,
      finishShare.input.parse({
        ...fields(input, 'dossierId', 'shareId', 'note'),
        document: await file(input, 'document'),
      }),
    ),
  ),

  planVisit: procedure.input(planVisit.input).mutation(({ ctx, input }) => planVisit(ctx, input)),
  /** Form fields: `dossierId`, `findings` and `document`. */
  recordVisit: posted.mutation(async ({ ctx, input }) =>
    recordVisit(
      ctx,
      recordVisit.input.parse({
        ...fields(input, 'dossierId', 'findings'),
        document: await file(input, 'document'),
      }),
    ),
  ),

  workflows: procedure.query(({ ctx }) => listWorkflows(ctx, {})),
  workflow: procedure.input(getWorkflow.input).query(({ ctx, input }) => getWorkflow(ctx, input)),
  saveWorkflow: procedure.input(saveWorkflow.input).mutation(({ ctx, input }) => saveWorkflow(ctx, input)),
  appraiseWorkflow: procedure
    .input(appraiseWorkflow.input)
    .mutation(({ ctx, input }) => appraiseWorkflow(ctx, input)),
  approveWorkflow: procedure
    .input(approveWorkflow.input)
    .mutation(({ ctx, input }) => approveWorkflow(ctx, input)),
  returnWorkflow: procedure
    .input(returnWorkflow.input)
    .mutation(({ ctx, input }) => returnWorkflow(ctx, input)),
  testWorkflow: procedure.input(testWorkflow.input).mutation(({ ctx, input }) => testWorkflow(ctx, input)),
  putWorkflowLive: procedure
    .input(putWorkflowLive.input)
    .mutation(({ ctx, input }) => putWorkflowLive(ctx, input)),

  successions: procedure.query(({ ctx }) => listSuccessions(ctx, {})),
  moveToSuccessor: procedure
    .input(moveToSuccessor.input)
    .mutation(({ ctx, input }) => moveToSuccessor(ctx, input)),
})
