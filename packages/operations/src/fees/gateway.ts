import type { Instant } from '@motcua/calendar'
import type { TenantManifest } from '@motcua/domain'

/** A payment as a gateway is asked to take it. */
export interface GatewayOrder {
  /** Our number of the payment; one number is one payment at the gateway, however often its page is opened. */
  readonly ref: string
  /** Đồng. */
  readonly amount: number
  /** What the payer reads at the bank; letters without diacritics, digits and spaces. */
  readonly info: string
  readonly createdAt: Instant
  /** After this moment the gateway takes it no more. */
  readonly expiresAt: Instant
}

/** What a gateway says of a payment, believed because it is signed. */
export interface GatewayNotice {
  readonly ref: string
  readonly outcome: 'paid' | 'failed' | 'pending'
  /** Đồng that the gateway says it took. */
  readonly amount: number
  /** The gateway's own number of the transaction, where it has one. */
  readonly gatewayNo?: string
  readonly bankCode?: string
  readonly paidAt?: Instant
  /** The gateway's own word for the outcome. */
  readonly code: string
}

/** A way to pay online: the adapter to one gateway with one merchant's keys. */
export interface PaymentGateway {
  readonly name: string
  /** Where to send the payer's browser: signed, so that nothing in it can be changed on the way. */
  payUrl(
    order: GatewayOrder,
    payer: { returnUrl: string; address: string; locale: 'vi' | 'en'; now: Instant },
  ): string
  /** Reads what came back in a query string; undefined where the gateway did not sign it. */
  read(query: URLSearchParams): GatewayNotice | undefined
  /** Asks the gateway how a payment stands. @throws GatewayDown when it does not answer, or not believably */
  ask(order: GatewayOrder, asked: { now: Instant; requestId: string }): Promise<GatewayNotice>
}

/** The gateway gave no answer that can be believed; ask again later. */
export class GatewayDown extends Error {}

/** The gateway of each province, where it has one. */
export type PaymentGateways = (province: TenantManifest) => PaymentGateway | undefined
