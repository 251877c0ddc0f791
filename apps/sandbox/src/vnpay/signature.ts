import { createHmac, timingSafeEqual } from 'node:crypto'

/** What VNPAY signs of a query string: its `vnp_` parameters by name, form-encoded. */
export function signedText(params: Readonly<Record<string, string>>): string {
  const names = Object.keys(params)
    .filter((name) => name.startsWith('vnp_') && !name.startsWith('vnp_SecureHash') && params[name] !== '')
    .sort()
  return names.map((name) => `${encode(name)}=${encode(params[name]!)}`).join('&')
}

/** HMAC-SHA512, hexadecimal. */
export function hmac(text: string, secret: string): string {
  return createHmac('sha512', secret).update(text).digest('hex')
}

/** Whether `given` is the signature of `text`. */
export function isSigned(text: string, given: string | undefined, secret: string): boolean {
  const expected = Buffer.from(hmac(text, secret))
  const found = Buffer.from((given ?? '').toLowerCase())
  return expected.length === found.length && timingSafeEqual(expected, found)
}

/** A query string with its signature at the end. */
export function signedQuery(params: Readonly<Record<string, string>>, secret: string): string {
  const text = signedText(params)
  return `${text}&vnp_SecureHash=${hmac(text, secret)}`
}

function encode(text: string): string {
  return encodeURIComponent(text)
    .replace(/[!'()~]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+')
}
