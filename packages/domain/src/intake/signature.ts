import type { Instant } from '@motcua/calendar'

/** What a look at one digital signature of a file shows (chữ ký số). */
export interface SignatureCheck {
  /** Whose certificate it is. Empty where the signature cannot be read. */
  readonly signer: string
  readonly organisation?: string
  /** Who issued the certificate. */
  readonly issuer: string
  /** Serial number of the certificate, in hexadecimal digits. */
  readonly serial: string
  /** Whether the signed bytes are those that were signed. `weak`: made by means that can be forged today (SHA-1). */
  readonly integrity: 'intact' | 'altered' | 'weak' | 'unreadable'
  /** Whether it covers the whole file, or something was added after it. */
  readonly extent: 'whole' | 'added-after'
  /** Whether the certificate leads to one the province trusts, and was good when it was checked. */
  readonly trust: 'trusted' | 'unknown-issuer' | 'expired' | 'revoked' | 'not-for-signing'
  /** Whether the issuer's list of revoked certificates was at hand. */
  readonly revocation: 'checked' | 'not-checked'
  /** When it was signed: as an authority for time certified, or as the signer's machine said. */
  readonly time?: { readonly at: Instant; readonly by: 'timestamp' | 'signer' }
}

/** `valid`: counts as signed. `not-trusted`: whole, but by whom is not certain. `invalid`: altered or unreadable. */
export type SignatureVerdict = 'valid' | 'not-trusted' | 'invalid'

/** What the signatures of a file amount to; undefined where it bears none. */
export function verdictOf(checks: readonly SignatureCheck[]): SignatureVerdict | undefined {
  if (checks.length === 0) return undefined
  if (checks.some(({ integrity }) => integrity !== 'intact')) return 'invalid'
  // Only the signature that covers all of it vouches for what stands in the file.
  const whole = checks.filter(({ extent }) => extent === 'whole')
  return whole.length > 0 && checks.every(({ trust }) => trust === 'trusted') ? 'valid' : 'not-trusted'
}
