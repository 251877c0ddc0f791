import { issueApology, listApologies, previewApology } from '@motcua/operations'
import { procedure, router } from '../procedure.ts'

export const lateness = router({
  preview: procedure.input(previewApology.input).query(({ ctx, input }) => previewApology(ctx, input)),
  issueApology: procedure.input(issueApology.input).mutation(({ ctx, input }) => issueApology(ctx, input)),
  list: procedure.input(listApologies.input).query(({ ctx, input }) => listApologies(ctx, input)),
})
