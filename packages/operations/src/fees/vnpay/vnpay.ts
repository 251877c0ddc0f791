import { instant, type Instant } from '@motcua/calendar'
import type { GatewayNotice, PaymentGateway } from '../gateway.ts'
import { askVnpay } from './ask-vnpay.ts'
import { canonical, isSignedBy, sign } from './signature.ts'

/** What VNPAY gives a merchant, and where VNPAY is. */
export interface VnpayMerchant {
  /** Merchant code (`vnp_TmnCode`). */
  readonly code: string
  /** Secret of the merchant (`vnp_HashSecret`). */
  readonly secret: string
  /** Page to which the payer is sent, e.g. `https://sandbox.vnpayment.vn/paymentv2/vpcpay.html`. */
  readonly payUrl: string
  /** Address of the query interface, e.g. `https://sandbox.vnpayment.vn/merchant_webapi/api/transaction`. */
  readonly apiUrl: string
  /** Address this server speaks from, which VNPAY wants told. */
  readonly serverAddress: string
  readonly fetch: typeof fetch
  /** How long to wait for an answer of the query interface. */
  readonly timeoutMs: number
}

/** VNPAY, protocol 2.1.0: a signed redirect there, a signed redirect and a signed call (IPN) back. */
export function createVnpay(merchant: VnpayMerchant): PaymentGateway {
  return {
    name: 'VNPAY',
    payUrl(order, { returnUrl, address, locale, now }) {
      const params = canonical(
        Object.entries({
          vnp_Version: '2.1.0',
          vnp_Command: 'pay',
          vnp_TmnCode: merchant.code,
          vnp_Amount: String(order.amount * 100),
          vnp_CurrCode: 'VND',
          vnp_TxnRef: order.ref,
          vnp_OrderInfo: order.info,
          vnp_OrderType: 'other',
          vnp_Locale: locale === 'vi' ? 'vn' : 'en',
          vnp_ReturnUrl: returnUrl,
          vnp_IpAddr: address,
          vnp_CreateDate: vnpDate(now),
          vnp_ExpireDate: vnpDate(order.expiresAt),
        }),
      )
      return `${merchant.payUrl}?${params}&vnp_SecureHash=${sign(params, merchant.secret)}`
    },
    read: (query) => readNotice(query, merchant),
    ask: (order, asked) => askVnpay(merchant, order, asked),
  }
}

/** A notice of the gateway, by IPN or brought by the payer's browser; undefined where its signature is not VNPAY's. */
function readNotice(query: URLSearchParams, { code, secret }: VnpayMerchant): GatewayNotice | undefined {
  if (!isSignedBy(canonical(query), query.get('vnp_SecureHash'), secret)) return undefined
  if (query.get('vnp_TmnCode') !== code) return undefined
  return noticeOf((name) => query.get(name) ?? '')
}

/** What the parameters of a signed message say. A transaction is paid only where both codes say so. */
export function noticeOf(param: (name: string) => string): GatewayNotice {
  const [response, status] = [param('vnp_ResponseCode'), param('vnp_TransactionStatus')]
  const paid = response === '00' && status === '00'
  const gatewayNo = param('vnp_TransactionNo')
  const bankCode = param('vnp_BankCode')
  const paidAt = fromVnpDate(param('vnp_PayDate'))
  return {
    ref: param('vnp_TxnRef'),
    outcome: paid ? 'paid' : status === '01' ? 'pending' : 'failed',
    // Whole đồng; anything else is no amount of ours and equals none.
    amount: /^\d{1,15}$/.test(param('vnp_Amount')) ? Number(param('vnp_Amount')) / 100 : NaN,
    code: `${response}/${status}`,
    ...(/^[1-9]\d*$/.test(gatewayNo) && { gatewayNo }),
    ...(bankCode && { bankCode }),
    ...(paidAt && { paidAt }),
  }
}

/** `2026-08-04T09:00:00+07:00` → `20260804090000`: VNPAY counts in Vietnamese time, as we do. */
export function vnpDate(at: Instant): string {
  return at.slice(0, 19).replaceAll(/\D/g, '')
}

function fromVnpDate(text: string): Instant | undefined {
  const read = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(text)
  if (!read) return undefined
  const [, year, month, day, hour, minute, second] = read
  try {
    return instant(`${year}-${month}-${day}T${hour}:${minute}:${second}+07:00`)
  } catch {
    return undefined
  }
}
