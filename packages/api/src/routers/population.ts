import {
  decideOnPopulationUse,
  endPopulationUse,
  listPopulationQueries,
  listPopulationUse,
  ownPopulationUse,
  queryPerson,
  registerForPopulation,
  reviewPopulationQueries,
} from '@motcua/operations'
import { procedure, router } from '../procedure.ts'

export const population = router({
  list: procedure.input(listPopulationUse.input).query(({ ctx, input }) => listPopulationUse(ctx, input)),
  own: procedure.input(ownPopulationUse.input).query(({ ctx, input }) => ownPopulationUse(ctx, input)),
  register: procedure
    .input(registerForPopulation.input)
    .mutation(({ ctx, input }) => registerForPopulation(ctx, input)),
  decide: procedure
    .input(decideOnPopulationUse.input)
    .mutation(({ ctx, input }) => decideOnPopulationUse(ctx, input)),
  end: procedure.input(endPopulationUse.input).mutation(({ ctx, input }) => endPopulationUse(ctx, input)),
  // A query leaves a trace and goes out of the house: it is asked by POST, so that no address holds a person's number.
  query: procedure.input(queryPerson.input).mutation(({ ctx, input }) => queryPerson(ctx, input)),
  queries: procedure
    .input(listPopulationQueries.input)
    .query(({ ctx, input }) => listPopulationQueries(ctx, input)),
  review: procedure
    .input(reviewPopulationQueries.input)
    .mutation(({ ctx, input }) => reviewPopulationQueries(ctx, input)),
})
