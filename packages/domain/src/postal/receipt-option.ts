import type { LegalBasis } from '../determination.ts'
import type { Channel } from '../words.ts'
import { refuse, type Refusal } from '../decision.ts'

/** How a postal applicant gets the receipt slip: in person, by message, or brought by the post (LA19-19.3). */
export type ReceiptOption = Channel | 'postal-delivery'

/** What the regulation says of that choice; no options where it is silent. */
export interface ReceiptTerms {
  readonly options: readonly ReceiptOption[]
  readonly exactlyOne: boolean
  readonly basis: readonly LegalBasis[]
}

/** Why this choice cannot stand; undefined where it can. A province that says nothing leaves the choice open. */
export function faultOfReceipt(
  chosen: readonly ReceiptOption[],
  contact: { readonly phone?: string; readonly email?: string },
  { options, exactlyOne, basis }: ReceiptTerms,
): Refusal | undefined {
  if (options.length > 0) {
    if (chosen.length === 0 || (exactlyOne && chosen.length > 1))
      return refuse({ code: 'receipt-option-not-single', data: { basis, chosen, options } }).refusal
    const foreign = chosen.find((one) => !options.includes(one))
    if (foreign)
      return refuse({ code: 'channel-not-allowed', data: { channel: foreign, allowed: options } }).refusal
  }
  const unreachable = chosen.find(
    (one) => (one === 'email' && !contact.email) || ((one === 'sms' || one === 'zalo') && !contact.phone),
  )
  if (unreachable)
    return refuse({ code: 'receipt-option-unreachable', data: { channel: unreachable } }).refusal
  return undefined
}
