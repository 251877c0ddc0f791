import {
  collectAtCounter,
  collectByPost,
  comeBack,
  bringNotice,
  confirmHandOver,
  decideLine,
  decideRefund,
  demandFee,
  deskFee,
  feeReceipt,
  handOverByPost,
  handOverCash,
  heldByPost,
  heldMoney,
  listBank,
  listReports,
  ownFee,
  payByTransfer,
  payOnline,
  payRefund,
  previewFee,
  reconcile,
  requestRefund,
  takeInStatement,
} from '@motcua/operations'
import { file, FormWithFile } from '../form-data.ts'
import { procedure, router } from '../procedure.ts'

export const fees = router({
  own: procedure.input(ownFee.input).query(({ ctx, input }) => ownFee(ctx, input)),
  payOnline: procedure.input(payOnline.input).mutation(({ ctx, input }) => payOnline(ctx, input)),
  payByTransfer: procedure.input(payByTransfer.input).mutation(({ ctx, input }) => payByTransfer(ctx, input)),
  comeBack: procedure.input(comeBack.input).mutation(({ ctx, input }) => comeBack(ctx, input)),
  bringNotice: procedure.input(bringNotice.input).mutation(({ ctx, input }) => bringNotice(ctx, input)),
  receipt: procedure.input(feeReceipt.input).query(({ ctx, input }) => feeReceipt(ctx, input)),
  atDesk: procedure.input(deskFee.input).query(({ ctx, input }) => deskFee(ctx, input)),
  preview: procedure.input(previewFee.input).query(({ ctx, input }) => previewFee(ctx, input)),
  demand: procedure.input(demandFee.input).mutation(({ ctx, input }) => demandFee(ctx, input)),
  collectAtCounter: procedure
    .input(collectAtCounter.input)
    .mutation(({ ctx, input }) => collectAtCounter(ctx, input)),
  collectByPost: procedure.input(collectByPost.input).mutation(({ ctx, input }) => collectByPost(ctx, input)),
  requestRefund: procedure.input(requestRefund.input).mutation(({ ctx, input }) => requestRefund(ctx, input)),
  decideRefund: procedure.input(decideRefund.input).mutation(({ ctx, input }) => decideRefund(ctx, input)),
  payRefund: procedure.input(payRefund.input).mutation(({ ctx, input }) => payRefund(ctx, input)),
  held: procedure.input(heldMoney.input).query(({ ctx, input }) => heldMoney(ctx, input)),
  heldByPost: procedure.query(({ ctx }) => heldByPost(ctx, {})),
  handOverCash: procedure.input(handOverCash.input).mutation(({ ctx, input }) => handOverCash(ctx, input)),
  handOverByPost: procedure
    .input(handOverByPost.input)
    .mutation(({ ctx, input }) => handOverByPost(ctx, input)),
  confirmHandOver: procedure
    .input(confirmHandOver.input)
    .mutation(({ ctx, input }) => confirmHandOver(ctx, input)),
  bank: procedure.query(({ ctx }) => listBank(ctx, {})),
  /** Form field: `statement`, a file. */
  takeInStatement: procedure
    .input(FormWithFile)
    .mutation(async ({ ctx, input }) =>
      takeInStatement(ctx, takeInStatement.input.parse(await file(input, 'statement'))),
    ),
  decideLine: procedure.input(decideLine.input).mutation(({ ctx, input }) => decideLine(ctx, input)),
  reconcile: procedure.input(reconcile.input).mutation(({ ctx, input }) => reconcile(ctx, input)),
  reports: procedure.query(({ ctx }) => listReports(ctx, {})),
})
