import type { Instant } from '@motcua/calendar'
import { z } from 'zod'
import { GatewayDown, type GatewayNotice, type GatewayOrder } from '../gateway.ts'
import { isSignedBy, sign } from './signature.ts'
import { noticeOf, vnpDate, type VnpayMerchant } from './vnpay.ts'

/** What the answer to a query is signed over, in this order, joined by `|`. */
const signedAnswer = [
  'vnp_ResponseId',
  'vnp_Command',
  'vnp_ResponseCode',
  'vnp_Message',
  'vnp_TmnCode',
  'vnp_TxnRef',
  'vnp_Amount',
  'vnp_BankCode',
  'vnp_PayDate',
  'vnp_TransactionNo',
  'vnp_TransactionType',
  'vnp_TransactionStatus',
  'vnp_OrderInfo',
  'vnp_PromotionCode',
  'vnp_PromotionAmount',
]

const Answer = z.record(z.string(), z.union([z.string(), z.number().transform(String)]).catch(''))

/** Asks VNPAY how a payment stands (`querydr`). An answer that is not signed, or is about another payment, is none. */
export async function askVnpay(
  merchant: VnpayMerchant,
  order: GatewayOrder,
  { now, requestId }: { now: Instant; requestId: string },
): Promise<GatewayNotice> {
  const question = {
    vnp_RequestId: requestId,
    vnp_Version: '2.1.0',
    vnp_Command: 'querydr',
    vnp_TmnCode: merchant.code,
    vnp_TxnRef: order.ref,
    vnp_TransactionDate: vnpDate(order.createdAt),
    vnp_CreateDate: vnpDate(now),
    vnp_IpAddr: merchant.serverAddress,
    vnp_OrderInfo: order.info,
  }
  const vnp_SecureHash = sign(Object.values(question).join('|'), merchant.secret)
  const answer = await post(merchant, { ...question, vnp_SecureHash })
  const param = (name: string): string => answer[name] ?? ''
  // VNPAY answers a question it refuses without a signature: it knows of no payment, or none as old as this.
  if (param('vnp_ResponseCode') === '91') return { ref: order.ref, outcome: 'pending', amount: 0, code: '91' }
  const text = signedAnswer.map(param).join('|')
  if (!isSignedBy(text, param('vnp_SecureHash'), merchant.secret))
    throw new GatewayDown('not signed by VNPAY')
  if (param('vnp_TxnRef') !== order.ref || param('vnp_TmnCode') !== merchant.code)
    throw new GatewayDown('the answer is about another payment')
  return noticeOf(param)
}

async function post(merchant: VnpayMerchant, body: object): Promise<Record<string, string>> {
  try {
    const response = await merchant.fetch(merchant.apiUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(merchant.timeoutMs),
    })
    if (!response.ok) throw new GatewayDown(`VNPAY answers ${response.status}`)
    return Answer.parse(await response.json())
  } catch (error) {
    if (error instanceof GatewayDown) throw error
    throw new GatewayDown('VNPAY does not answer', { cause: error })
  }
}
