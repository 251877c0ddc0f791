import type { PaymentGateways } from '../gateway.ts'
import { createVnpay } from './vnpay.ts'

/** Where VNPAY is, and what each province signs with there. */
export interface VnpaySettings {
  /** Page to which payers are sent. */
  readonly payUrl: string
  /** Address of the query interface. */
  readonly apiUrl: string
  /** Secret of each province, as `province=…,other-province=…`. */
  readonly secrets: string
  readonly fetch: typeof fetch
}

/** VNPAY for every province that is a merchant there and whose secret this house was given. */
export function vnpayGateways({ payUrl, apiUrl, secrets, fetch }: VnpaySettings): PaymentGateways {
  const secretOf = new Map(
    secrets
      .split(',')
      .filter(Boolean)
      .map((pair) => [pair.slice(0, pair.indexOf('=')).trim(), pair.slice(pair.indexOf('=') + 1)] as const),
  )
  return ({ id, payment }) => {
    const [code, secret] = [payment?.vnpayMerchant, secretOf.get(id)]
    if (!code || !secret) return undefined
    return createVnpay({ code, secret, payUrl, apiUrl, serverAddress: '127.0.0.1', fetch, timeoutMs: 5000 })
  }
}
