import { createHash, createHmac, randomUUID, timingSafeEqual } from 'node:crypto'

/** What is signed: the request as it goes over the line. */
export interface SignedRequest {
  readonly method: string
  /** Path and query, without scheme and host. */
  readonly path: string
  readonly body: Uint8Array
}

/** Seconds the sender's clock may be off. */
const tolerance = 300

/** The headers that prove a request comes from the national portal, for one province. */
export function signatureHeaders(
  request: SignedRequest,
  { province, key, now }: { province: string; key: string; now: Date },
): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000))
  const nonce = randomUUID()
  return {
    'x-exchange-province': province,
    'x-exchange-timestamp': timestamp,
    'x-exchange-nonce': nonce,
    'x-exchange-signature': signatureOf(request, { timestamp, nonce, key }),
  }
}

/** `hmac-sha256=` and the hexadecimal HMAC of method, path, timestamp, nonce and the SHA-256 of the body, a line each. */
export function signatureOf(
  { method, path, body }: SignedRequest,
  { timestamp, nonce, key }: { timestamp: string; nonce: string; key: string },
): string {
  const digest = createHash('sha256').update(body).digest('hex')
  const text = [method.toUpperCase(), path, timestamp, nonce, digest].join('\n')
  return `hmac-sha256=${createHmac('sha256', key).update(text).digest('hex')}`
}

export type Verdict = 'good' | 'not-signed' | 'replayed'

/** Remembers the nonces of the last minutes: the same signed request is believed once. */
export function createGuard(): (
  request: SignedRequest,
  headers: (name: string) => string | undefined,
  given: { key: string | undefined; now: Date },
) => Verdict {
  const seen = new Map<string, number>()
  return (request, header, { key, now }) => {
    const seconds = now.getTime() / 1000
    const [timestamp = '', nonce = '', signature = ''] = ['timestamp', 'nonce', 'signature'].map((name) =>
      header(`x-exchange-${name}`),
    )
    if (!key || !/^\d{1,12}$/.test(timestamp) || !/^[\w-]{16,80}$/.test(nonce)) return 'not-signed'
    if (Math.abs(seconds - Number(timestamp)) > tolerance) return 'not-signed'
    const expected = Buffer.from(signatureOf(request, { timestamp, nonce, key }))
    const given = Buffer.from(signature)
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'not-signed'
    for (const [old, until] of seen) if (until < seconds) seen.delete(old)
    const mark = `${header('x-exchange-province')} ${nonce}`
    if (seen.has(mark)) return 'replayed'
    seen.set(mark, seconds + 2 * tolerance)
    return 'good'
  }
}
