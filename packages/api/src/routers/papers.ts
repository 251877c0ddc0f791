import {
  judgePaper,
  keepPapers,
  listKeepable,
  listPapers,
  offerPapers,
  usePaper,
  withdrawPaper,
} from '@motcua/operations'
import { procedure, router } from '../procedure.ts'

export const papers = router({
  list: procedure.input(listPapers.input).query(({ ctx, input }) => listPapers(ctx, input)),
  offer: procedure.input(offerPapers.input).query(({ ctx, input }) => offerPapers(ctx, input)),
  use: procedure.input(usePaper.input).mutation(({ ctx, input }) => usePaper(ctx, input)),
  judge: procedure.input(judgePaper.input).mutation(({ ctx, input }) => judgePaper(ctx, input)),
  keepable: procedure.input(listKeepable.input).query(({ ctx, input }) => listKeepable(ctx, input)),
  keep: procedure.input(keepPapers.input).mutation(({ ctx, input }) => keepPapers(ctx, input)),
  withdraw: procedure.input(withdrawPaper.input).mutation(({ ctx, input }) => withdrawPaper(ctx, input)),
})
