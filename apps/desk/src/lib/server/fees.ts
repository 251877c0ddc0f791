import type { DeskFeeView } from '@motcua/api/client'
import { orErrorPage } from './failures.ts'

/** The fee of a dossier as the desk sees it, or the page that says why not. */
export function deskFee({ api }: Pick<App.Locals, 'api'>, dossierId: string): Promise<DeskFeeView> {
  return orErrorPage(api.trpc.fees.atDesk.query({ dossierId }))
}

/** Money of a dossier that may be asked back: no refund of it waits or was paid. */
export function refundable({ fee }: DeskFeeView) {
  const money = [
    ...(fee?.paid?.amount ? [{ ...fee.paid, surplus: false }] : []),
    ...(fee?.surplus ?? []).map((one) => ({ ...one, surplus: true })),
  ]
  return money.filter(({ paymentId }) => !pendingOf(fee, paymentId))
}

/** The refund of a payment that was not turned down. */
export function pendingOf(fee: DeskFeeView['fee'], paymentId: string) {
  return fee?.refunds?.find((one) => one.paymentId === paymentId && one.decision?.approved !== false)
}
