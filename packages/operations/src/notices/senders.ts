import type { Enclosure } from '../slips/slip-for-letter.ts'

/** The ways out of the house. Each promise is kept once the receiver has taken the message over. */
export interface Senders {
  email(letter: Letter): Promise<void>
  sms(message: TextMessage): Promise<void>
  zalo(message: ZaloMessage): Promise<void>
}

export interface Letter {
  readonly to: string
  /** Who writes: the portal's name and address. */
  readonly from: { readonly name: string; readonly address: string }
  readonly subject: string
  readonly text: string
  /** Files that go along with it. */
  readonly enclosures?: readonly Enclosure[]
  /** The same for every attempt at one letter: a receiver can tell a repetition by it. */
  readonly key: string
}

export interface TextMessage {
  readonly to: string
  readonly from: string
  /** At most 160 characters without diacritics. */
  readonly text: string
  readonly key: string
}

export interface ZaloMessage {
  readonly to: string
  readonly from: string
  readonly title: string
  readonly text: string
  readonly key: string
}

/** The receiver will never take this message: the address does not exist, or it is not understood. */
export class Undeliverable extends Error {}
