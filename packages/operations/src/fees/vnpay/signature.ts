import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * A query string as VNPAY signs it: every filled `vnp_` parameter but the signature itself, in alphabetical order,
 * form-encoded (a space is `+`), joined by `&`.
 */
export function canonical(params: Iterable<readonly [string, string]>): string {
  const signed: [string, string][] = [...params]
    .filter(
      ([name, value]) =>
        name.startsWith('vnp_') && name !== 'vnp_SecureHash' && name !== 'vnp_SecureHashType' && value !== '',
    )
    .map(([name, value]): [string, string] => [name, value])
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return new URLSearchParams(signed).toString()
}

/** HMAC-SHA512 in hexadecimal, by which VNPAY and the merchant know each other's words. */
export function sign(text: string, secret: string): string {
  return createHmac('sha512', secret).update(text, 'utf8').digest('hex')
}

/** Whether `given` signs `text`; takes the same time whatever is wrong with it. */
export function isSignedBy(text: string, given: string | null | undefined, secret: string): boolean {
  const expected = Buffer.from(sign(text, secret))
  const found = Buffer.from((given ?? '').toLowerCase())
  return found.length === expected.length && timingSafeEqual(found, expected)
}
