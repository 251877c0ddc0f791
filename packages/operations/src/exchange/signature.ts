import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** What is signed: a request as it goes over the line. */
export interface SignedRequest {
  readonly method: string
  /** Path and query, without scheme and host. */
  readonly path: string
  readonly body: Uint8Array
}

/** Seconds the other side's clock may be off, and for how long a nonce has to be remembered either way. */
export const exchangeToleranceSeconds = 300

/** Headers that prove a request comes from the province that holds this key. */
export function exchangeHeaders(
  request: SignedRequest,
  { province, key, seconds, nonce }: { province: string; key: string; seconds: number; nonce: string },
): Record<string, string> {
  const timestamp = String(Math.floor(seconds))
  return {
    'x-exchange-province': province,
    'x-exchange-timestamp': timestamp,
    'x-exchange-nonce': nonce,
    'x-exchange-signature': signatureOf(request, { timestamp, nonce, key }),
  }
}

/** What a request's headers say of its signature. */
export interface ExchangeSignature {
  readonly timestamp: string | undefined
  readonly nonce: string | undefined
  readonly signature: string | undefined
}

/**
 * Whether a request was signed with this key just now. Whether it came before is asked of the archive.
 * @returns the nonce, or undefined where it was not
 */
export function signedNonce(
  request: SignedRequest,
  { timestamp = '', nonce = '', signature = '' }: ExchangeSignature,
  { key, seconds }: { key: string; seconds: number },
): string | undefined {
  if (!/^\d{1,12}$/.test(timestamp) || !/^[\w-]{16,80}$/.test(nonce)) return undefined
  if (Math.abs(seconds - Number(timestamp)) > exchangeToleranceSeconds) return undefined
  const expected = Buffer.from(signatureOf(request, { timestamp, nonce, key }))
  const given = Buffer.from(signature)
  return given.length === expected.length && timingSafeEqual(given, expected) ? nonce : undefined
}

/** HMAC-SHA256 of method, path, timestamp, nonce and the SHA-256 of the body, a line each. */
function signatureOf(
  { method, path, body }: SignedRequest,
  { timestamp, nonce, key }: { timestamp: string; nonce: string; key: string },
): string {
  const digest = createHash('sha256').update(body).digest('hex')
  const text = [method.toUpperCase(), path, timestamp, nonce, digest].join('\n')
  return `hmac-sha256=${createHmac('sha256', key).update(text).digest('hex')}`
}

/** Keys by province, as the environment gives them: `province=…,other-province=…`. @throws Error where it is written otherwise */
export function readExchangeKeys(text: string): ReadonlyMap<string, string> {
  const pairs = text.split(',').filter((pair) => pair.trim() !== '')
  return new Map(
    pairs.map((pair) => {
      const at = pair.indexOf('=')
      const [province, key] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
      if (at < 1 || key.length < 16)
        throw new Error(
          'NATIONAL_PORTAL_KEYS: write `province=key`, parted by commas, keys of at least 16 characters',
        )
      return [province, key]
    }),
  )
}
