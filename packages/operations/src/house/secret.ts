import { randomBytes } from 'node:crypto'

/** A secret that travels once, in a link or a cookie. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}
