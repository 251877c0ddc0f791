import type { RefusalCode } from '@motcua/domain'

/** Why somebody who went to the identity system is back at the sign-in page. */
const reasons = [
  'sign-in-not-offered',
  'sign-in-expired',
  'identity-refused',
  'identity-not-proven',
  'identity-unavailable',
  'identity-linked-already',
  'account-suspended',
  'account-deleted',
] as const satisfies RefusalCode[]

export type SignInReason = (typeof reasons)[number]

export function signInReason(text: string | null): SignInReason | undefined {
  return reasons.find((reason) => reason === text)
}
