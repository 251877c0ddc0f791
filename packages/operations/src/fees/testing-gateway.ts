// For tests: the other end of the line. It signs as VNPAY does and says what the test tells it to.
import { createHmac } from 'node:crypto'
import type { PaymentGateway } from './gateway.ts'
import { createVnpay } from './vnpay/vnpay.ts'

const secret = 'what merchant and gateway know'
const merchant = 'PHUTHO01'

export interface FarEnd {
  readonly gateway: PaymentGateway
  /** What the gateway answers when it is asked; `down` answers nothing. */
  says: Map<string, { status: '00' | '01' | '02'; amount: number; no: string } | 'down'>
  /** A signed notice about a payment. */
  notice(ref: string, more?: { amount?: number; code?: string; no?: string; key?: string }): string
}

/** A gateway whose answers the test writes. */
export function openFarEnd({ amount = 200_000 } = {}): FarEnd {
  const says: FarEnd['says'] = new Map()
  const answer = async (_: unknown, init?: RequestInit): Promise<Response> => {
    const asked = JSON.parse(String(init!.body)) as Record<string, string>
    const said = says.get(asked.vnp_TxnRef!)
    if (said === 'down') throw new TypeError('fetch failed')
    if (!said) return Response.json({ vnp_ResponseCode: '91' })
    const body = [
      ['vnp_ResponseId', '1'],
      ['vnp_Command', 'querydr'],
      ['vnp_ResponseCode', '00'],
      ['vnp_Message', ''],
      ['vnp_TmnCode', merchant],
      ['vnp_TxnRef', asked.vnp_TxnRef!],
      ['vnp_Amount', String(said.amount * 100)],
      ['vnp_BankCode', 'NCB'],
      ['vnp_PayDate', '20260302091000'],
      ['vnp_TransactionNo', said.no],
      ['vnp_TransactionType', '01'],
      ['vnp_TransactionStatus', said.status],
      ['vnp_OrderInfo', ''],
      ['vnp_PromotionCode', ''],
      ['vnp_PromotionAmount', ''],
    ] as const
    const vnp_SecureHash = createHmac('sha512', secret)
      .update(body.map(([, value]) => value).join('|'))
      .digest('hex')
    return Response.json({ ...Object.fromEntries(body), vnp_SecureHash })
  }
  return {
    says,
    gateway: createVnpay({
      code: merchant,
      secret,
      payUrl: 'https://pay.example/vpcpay.html',
      apiUrl: 'https://pay.example/api',
      serverAddress: '192.0.2.1',
      fetch: answer as typeof fetch,
      timeoutMs: 1000,
    }),
    notice(ref, { amount: told = amount, code = '00', no = '14000001', key = secret } = {}) {
      const params = new URLSearchParams([
        ['vnp_Amount', String(told * 100)],
        ['vnp_BankCode', 'NCB'],
        ['vnp_PayDate', '20260302091000'],
        ['vnp_ResponseCode', code],
        ['vnp_TmnCode', merchant],
        ['vnp_TransactionNo', code === '00' ? no : '0'],
        ['vnp_TransactionStatus', code === '00' ? '00' : '02'],
        ['vnp_TxnRef', ref],
      ])
      const hash = createHmac('sha512', key).update(params.toString()).digest('hex')
      return `${params}&vnp_SecureHash=${hash}`
    },
  }
}
