import { randomBytes } from 'node:crypto'
import type { Instant } from '@motcua/calendar'
import { putToken, type Tx } from '@motcua/db'

/** How long an invitation may lie unopened: a letter takes its time, and a stranger must not find one years later. */
const daysOfInvitation = 7

/** What an invitation says: the province it is for and a secret of 192 bits. */
export interface InvitationToken {
  readonly tenant: string
  readonly secret: string
}

/** Reads what somebody brings; undefined for anything that has not the form of an invitation. */
export function readInvitation(text: string): InvitationToken | undefined {
  const found = /^([a-z0-9-]{2,40})\.([A-Za-z0-9_-]{32})$/.exec(text)
  return found ? { tenant: found[1]!, secret: found[2]! } : undefined
}

/** Writes an invitation to choose a password for an account. Earlier ones for it are no longer good. */
export async function writeInvitation(tx: Tx, accountId: string, now: Instant): Promise<string> {
  const secret = newSecret()
  const expiresAt = later(now, daysOfInvitation * 24 * 3600)
  await putToken(tx, { secret, accountId, purpose: 'activation', at: now, expiresAt })
  return `${tx.tenant}.${secret}`
}

/** A secret nobody guesses, in letters an address may hold. */
export const newSecret = (): string => randomBytes(24).toString('base64url')

/** PostgreSQL reads any offset; what comes back is canonical. */
export const later = (now: Instant, seconds: number): Instant =>
  new Date(Date.parse(now) + seconds * 1000).toISOString() as Instant

/** The page of the desk where an invitation is taken up, in Vietnamese. */
export const invitationAddress = (desk: string, token: string): string => `${desk}/invitations/${token}`
