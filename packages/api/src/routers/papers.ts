import { keepPapers, listKeepable, listPapers, withdrawPaper } from '@motcua/operations'
import { procedure, router } from '../procedure.ts'

export const papers = router({
  list: procedure.input(listPapers.input).query(({ ctx, input }) => listPapers(ctx, input)),
  keepable: procedure.input(listKeepable.input).query(({ ctx, input }) => listKeepable(ctx, input)),
  keep: procedure.input(keepPapers.input).mutation(({ ctx, input }) => keepPapers(ctx, input)),
  withdraw: procedure.input(withdrawPaper.input).mutation(({ ctx, input }) => withdrawPaper(ctx, input)),
})
