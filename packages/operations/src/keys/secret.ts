import { randomBytes, timingSafeEqual } from 'node:crypto'
import { tokenHash } from '@motcua/db'

/** A key as its owner presents it. It is shown once; only its hash is kept. */
export interface NewSecret {
  readonly text: string
  /** The part that finds it. */
  readonly id: string
  readonly hash: string
}

/** Makes a secret nobody can guess: `mc_<16 characters that find it>_<256 bits>`. */
export function newSecret(): NewSecret {
  const id = randomBytes(8).toString('hex')
  const secret = randomBytes(32).toString('base64url')
  return { text: `mc_${id}_${secret}`, id, hash: tokenHash(secret) }
}

/** Reads what was presented; undefined for anything that has not the form of a key. */
export function readSecret(text: string): { id: string; hash: string } | undefined {
  const found = /^mc_([a-z0-9]{16})_([A-Za-z0-9_-]{43})$/.exec(text)
  return found ? { id: found[1]!, hash: tokenHash(found[2]!) } : undefined
}

/** Compares two hashes in a time that tells nothing about them. */
export function sameHash(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(one, 'hex'), Buffer.from(other, 'hex'))
}
