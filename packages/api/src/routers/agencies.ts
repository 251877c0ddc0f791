import { agencyDirectory, exportAgencies, importAgencies, previewAgencies } from '@motcua/operations'
import { procedure, router } from '../procedure.ts'

export const agencies = router({
  directory: procedure.query(({ ctx }) => agencyDirectory(ctx)),
  export: procedure.query(({ ctx }) => exportAgencies(ctx, {})),
  preview: procedure.input(previewAgencies.input).mutation(({ ctx, input }) => previewAgencies(ctx, input)),
  import: procedure.input(importAgencies.input).mutation(({ ctx, input }) => importAgencies(ctx, input)),
})
