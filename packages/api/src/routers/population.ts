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
import { z } from 'zod'
import { filesNamed, FormWithFile, jsonIn } from '../form-data.ts'
import { procedure, router } from '../procedure.ts'

/** A registration as it comes beside its files; the operation itself says what must stand in it. */
const Written = z.looseObject({
  papers: z.array(z.looseObject({ form: z.string() })).default([]),
  officers: z.array(z.looseObject({})).default([]),
})

export const population = router({
  list: procedure.input(listPopulationUse.input).query(({ ctx, input }) => listPopulationUse(ctx, input)),
  own: procedure.input(ownPopulationUse.input).query(({ ctx, input }) => ownPopulationUse(ctx, input)),
  /** Form fields: `registration`, the input as JSON without its files; `paper-<form>` and `officer-<place>` as files. */
  register: procedure.input(FormWithFile).mutation(async ({ ctx, input }) => {
    const given = Written.parse(jsonIn(input, 'registration'))
    const [sent, own] = [await filesNamed(input, 'paper-'), await filesNamed(input, 'officer-')]
    const uploadOf = (files: typeof sent, field: string) => {
      const found = files.find((file) => file.field === field)
      return found && found.bytes.length > 0 ? { upload: { name: found.name, bytes: found.bytes } } : {}
    }
    const papers = given.papers.map((paper) => ({ ...paper, ...uploadOf(sent, paper.form) }))
    const officers = given.officers.map((officer, i) => ({ ...officer, ...uploadOf(own, String(i)) }))
    return registerForPopulation(ctx, registerForPopulation.input.parse({ ...given, papers, officers }))
  }),
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
