import { createHmac, timingSafeEqual } from 'node:crypto'

/** How far the sender's clock may be from ours. */
const tolerance = 300

/**
 * Whether a gateway call was signed with the shared secret: `x-motcua-signature` is `sha256=` and the hexadecimal
 * HMAC-SHA256 of `<x-motcua-timestamp>.<body>`, and the timestamp, in seconds since 1970, is less than five minutes off.
 */
export function isSigned(
  body: string,
  { timestamp, signature }: { timestamp: string | undefined; signature: string | undefined },
  { secret, now }: { secret: string; now: Date },
): boolean {
  if (!timestamp || !signature || !/^\d{1,12}$/.test(timestamp)) return false
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > tolerance) return false
  const expected = Buffer.from(
    `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`,
  )
  const given = Buffer.from(signature)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
