import { error } from '@sveltejs/kit'
import type { Outputs } from '@motcua/api/client'
import { failureOf } from './failures.ts'

/** Whose account this invitation is for; null where it is not good. */
export async function readInvitation(
  { api }: App.Locals,
  token: string,
): Promise<Outputs['accounts']['invitation'] | null> {
  try {
    return await api.trpc.accounts.invitation.query({ token })
  } catch (thrown) {
    const { kind } = failureOf(thrown)
    if (kind === 'too-many') error(429, kind)
    return null
  }
}

/** The province an invitation is for: what stands before its dot. */
export const tenantOf = (token: string): string => token.split('.', 1)[0]!
