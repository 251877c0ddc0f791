import {
  collect,
  confirmCollected,
  fileOnline,
  getCollected,
  getHandOver,
  giveBackCollected,
  handOversAtDesk,
  postalDay,
  postalProcedure,
  postalRound,
  prepareHandOver,
  recount,
  returnToOffice,
  signHandOver,
  takeConsignment,
  tryDelivery,
} from '@motcua/operations'
import { file, filesNamed, FormWithFile, text } from '../form-data.ts'
import { procedure, router } from '../procedure.ts'

/** The post's side of the office: collecting, carrying, handing over, delivering. */
export const postal = router({
  procedure: procedure.input(postalProcedure.input).query(({ ctx, input }) => postalProcedure(ctx, input)),
  round: procedure.query(({ ctx }) => postalRound(ctx, {})),
  collection: procedure.input(getCollected.input).query(({ ctx, input }) => getCollected(ctx, input)),
  day: procedure.input(postalDay.input).query(({ ctx, input }) => postalDay(ctx, input)),
  /** Form fields: `entry`, the input of `collect` as JSON, and any number of files `photo-<paper id>`. */
  collect: procedure.input(FormWithFile).mutation(async ({ ctx, input }) => {
    const photos = await photosIn(input)
    return collect(ctx, collect.input.parse({ ...json(text(input, 'entry')), photos }))
  }),
  /** Form fields: `entry`, the input of `recount` as JSON, and any number of files `photo-<paper id>`. */
  recount: procedure.input(FormWithFile).mutation(async ({ ctx, input }) => {
    const photos = await photosIn(input)
    return recount(ctx, recount.input.parse({ ...json(text(input, 'entry')), photos }))
  }),
  /** Form fields: `collectionId` and `proof`. */
  confirm: procedure.input(FormWithFile).mutation(async ({ ctx, input }) =>
    confirmCollected(
      ctx,
      confirmCollected.input.parse({
        collectionId: text(input, 'collectionId'),
        proof: await file(input, 'proof'),
      }),
    ),
  ),
  fileOnline: procedure.input(fileOnline.input).mutation(({ ctx, input }) => fileOnline(ctx, input)),
  giveBack: procedure
    .input(giveBackCollected.input)
    .mutation(({ ctx, input }) => giveBackCollected(ctx, input)),
  prepareHandOver: procedure
    .input(prepareHandOver.input)
    .mutation(({ ctx, input }) => prepareHandOver(ctx, input)),
  handOver: procedure.input(getHandOver.input).query(({ ctx, input }) => getHandOver(ctx, input)),
  handOversAtDesk: procedure.query(({ ctx }) => handOversAtDesk(ctx, {})),
  signHandOver: procedure.input(signHandOver.input).mutation(({ ctx, input }) => signHandOver(ctx, input)),
  takeConsignment: procedure
    .input(takeConsignment.input)
    .mutation(({ ctx, input }) => takeConsignment(ctx, input)),
  tryDelivery: procedure.input(tryDelivery.input).mutation(({ ctx, input }) => tryDelivery(ctx, input)),
  returnToOffice: procedure
    .input(returnToOffice.input)
    .mutation(({ ctx, input }) => returnToOffice(ctx, input)),
})

async function photosIn(input: FormData) {
  const photos = await filesNamed(input, 'photo-')
  return photos.map(({ field, ...photo }) => ({ paperId: field, ...photo }))
}

/** An object written as JSON; anything else is an empty one, which the operation's own checks then find wanting. */
function json(text = ''): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
