import { instant, type Instant } from '@motcua/calendar'
import type { SignInProof } from '@motcua/domain'
import { z } from 'zod'

/** What is known of a session besides whose it is. */
export interface SessionFacts {
  readonly proof: SignInProof
  /** When somebody signed in; unknown of sessions from before it was kept. */
  readonly openedAt?: Instant
  /** Network address it was opened from. */
  readonly address?: string
}

const Facts = z.object({
  proof: z.enum(['password', 'eid-1', 'eid-2', 'official-account']).catch('password'),
  openedAt: z.string().transform(instant).optional().catch(undefined),
  address: z.string().optional().catch(undefined),
})

/** Reads what was kept with a session. One of which nothing was kept was opened with a password. */
export function readSessionFacts(attributes: Readonly<Record<string, unknown>>): SessionFacts {
  const { proof, openedAt, address } = Facts.parse(attributes)
  return { proof, ...(openedAt && { openedAt }), ...(address && { address }) }
}
