import { createHash } from 'node:crypto'

/** A secret as the archive keeps it: a copy of the archive opens nothing. */
export function tokenHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
