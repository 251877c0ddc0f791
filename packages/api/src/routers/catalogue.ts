import {
  appraiseProcedure,
  catalogueCoverage,
  compareProcedures,
  draftProcedureVersion,
  dropProcedure,
  getProcedure,
  getProcedureDraft,
  importProcedures,
  listAgencies,
  listCatalogue,
  listProcedureDrafts,
  procedureChanges,
  proposeProcedure,
  publishProcedure,
  returnProcedure,
  saveForm,
  saveProcedure,
  searchProcedures,
} from '@motcua/operations'
import { FormWithFile, text } from '../form-data.ts'
import { procedure, router } from '../procedure.ts'

export const catalogue = router({
  search: procedure.input(searchProcedures.input).query(({ ctx, input }) => searchProcedures(ctx, input)),
  get: procedure.input(getProcedure.input).query(({ ctx, input }) => getProcedure(ctx, input)),
  agencies: procedure.query(({ ctx }) => listAgencies(ctx)),
  changes: procedure.input(procedureChanges.input).query(({ ctx, input }) => procedureChanges(ctx, input)),

  desk: procedure.query(({ ctx }) => listCatalogue(ctx, {})),
  coverage: procedure.query(({ ctx }) => catalogueCoverage(ctx, {})),
  versions: procedure
    .input(listProcedureDrafts.input)
    .query(({ ctx, input }) => listProcedureDrafts(ctx, input)),
  version: procedure.input(getProcedureDraft.input).query(({ ctx, input }) => getProcedureDraft(ctx, input)),
  compare: procedure.input(compareProcedures.input).query(({ ctx, input }) => compareProcedures(ctx, input)),
  draft: procedure
    .input(draftProcedureVersion.input)
    .mutation(({ ctx, input }) => draftProcedureVersion(ctx, input)),
  save: procedure.input(saveProcedure.input).mutation(({ ctx, input }) => saveProcedure(ctx, input)),
  saveForm: procedure.input(saveForm.input).mutation(({ ctx, input }) => saveForm(ctx, input)),
  propose: procedure.input(proposeProcedure.input).mutation(({ ctx, input }) => proposeProcedure(ctx, input)),
  appraise: procedure
    .input(appraiseProcedure.input)
    .mutation(({ ctx, input }) => appraiseProcedure(ctx, input)),
  giveBack: procedure.input(returnProcedure.input).mutation(({ ctx, input }) => returnProcedure(ctx, input)),
  drop: procedure.input(dropProcedure.input).mutation(({ ctx, input }) => dropProcedure(ctx, input)),
  publish: procedure.input(publishProcedure.input).mutation(({ ctx, input }) => publishProcedure(ctx, input)),
  /** Form fields: `text`, the list as JSON, `confirm` (`yes`) and `reason`. */
  import: procedure.input(FormWithFile).mutation(({ ctx, input }) =>
    importProcedures(ctx, {
      text: text(input, 'text') ?? '',
      confirm: text(input, 'confirm') === 'yes',
      ...(text(input, 'reason') && { reason: text(input, 'reason') }),
    }),
  ),
})
