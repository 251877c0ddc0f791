import {
  amendAtCounter,
  amendOwn,
  requestCompletion,
  requestSupplement,
  supplyAtCounter,
  supplyCompletion,
} from '@motcua/operations'
import { filesNamed, FormWithFile, jsonIn } from '../form-data.ts'
import { procedure, router } from '../procedure.ts'

/** What a form with scans says: `entry`, the input as JSON, and any number of files `scan-<paper id>`. */
async function withScans(form: FormData): Promise<unknown> {
  const scans = await filesNamed(form, 'scan-')
  const entry = jsonIn(form, 'entry')
  return { ...entry, scans: scans.map(({ field, ...scan }) => ({ paperId: field, ...scan })) }
}

export const completion = router({
  request: procedure
    .input(requestCompletion.input)
    .mutation(({ ctx, input }) => requestCompletion(ctx, input)),
  requestSupplement: procedure
    .input(requestSupplement.input)
    .mutation(({ ctx, input }) => requestSupplement(ctx, input)),
  supply: procedure.input(supplyCompletion.input).mutation(({ ctx, input }) => supplyCompletion(ctx, input)),
  supplyAtCounter: procedure
    .input(FormWithFile)
    .mutation(async ({ ctx, input }) =>
      supplyAtCounter(ctx, supplyAtCounter.input.parse(await withScans(input))),
    ),
  amend: procedure.input(amendOwn.input).mutation(({ ctx, input }) => amendOwn(ctx, input)),
  amendAtCounter: procedure
    .input(FormWithFile)
    .mutation(async ({ ctx, input }) =>
      amendAtCounter(ctx, amendAtCounter.input.parse(await withScans(input))),
    ),
})
