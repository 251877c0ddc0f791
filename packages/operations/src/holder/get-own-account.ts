import type { Instant } from '@motcua/calendar'
import {
  findHolderStanding,
  getAccount,
  identitiesOf,
  listOwn,
  sessionAdapter,
  type CitizenAccount,
} from '@motcua/db'
import type { LegalBasis } from '@motcua/domain'
import { z } from 'zod'
import { citizenOf } from '../drafts/own-draft.ts'
import { readSessionFacts } from '../identity/session-facts.ts'
import { reading } from '../operation.ts'
import { mayThemselves, selfService } from './self-service.ts'

/** One signed-in browser of a holder. `id` names it and opens nothing. */
export interface OwnSession {
  readonly id: string
  readonly proof: string
  readonly openedAt?: Instant
  readonly address?: string
}

export interface OwnAccount {
  readonly fullName: string
  readonly citizenId: string
  readonly email?: string
  readonly phone?: string
  readonly birthDate?: string
  readonly address?: string
  readonly hasPassword: boolean
  /** The national identity it is linked with, at the level it had when it was last used. */
  readonly identity?: { readonly level: 1 | 2; readonly linkedAt: Instant; readonly lastUsedAt: Instant }
  readonly sessions: readonly OwnSession[]
  readonly may: { readonly edit: boolean; readonly suspend: boolean; readonly delete: boolean }
  readonly basis: readonly LegalBasis[]
  /** Dossiers that are not over: who gives the account up follows them by their code. */
  readonly openDossiers: number
  readonly suspendedSince?: Instant
}

const over = new Set(['returned', 'withdrawn', 'closed', 'refused'])

/** The account of the person who asks. */
export const getOwnAccount = reading({
  name: 'holder.account',
  may: 'holder:own',
  input: z.void(),

  async run({ tx, tenant, actor, now }): Promise<OwnAccount> {
    const { accountId } = citizenOf(actor)
    const [account, [identity], sessions, dossiers, standing] = await Promise.all([
      getAccount(tx, accountId) as Promise<CitizenAccount>,
      identitiesOf(tx, accountId),
      sessionAdapter(tx, () => now).getUserSessions(accountId),
      listOwn(tx, accountId),
      findHolderStanding(tx, accountId),
    ])
    const { fullName, citizenId, email, phone, birthDate, address, passwordHash } = account
    return {
      fullName,
      citizenId,
      ...(email && { email }),
      ...(phone && { phone }),
      ...(birthDate && { birthDate }),
      ...(address && { address }),
      hasPassword: passwordHash !== undefined,
      ...(identity && {
        identity: { level: identity.level, linkedAt: identity.linkedAt, lastUsedAt: identity.lastUsedAt },
      }),
      sessions: sessions
        .filter(({ expiresAt }) => expiresAt.getTime() > Date.parse(now))
        .map(({ id, attributes }) => ({ id, ...readSessionFacts(attributes) }))
        .toSorted((a, b) => (b.openedAt ?? '').localeCompare(a.openedAt ?? '')),
      may: {
        edit: mayThemselves(tenant, now, 'self-edit'),
        suspend: mayThemselves(tenant, now, 'lock'),
        delete: mayThemselves(tenant, now, 'self-cancel'),
      },
      basis: [...selfService(tenant, now).basis],
      openDossiers: dossiers.filter(({ phase }) => !over.has(phase)).length,
      ...(standing && { suspendedSince: standing.since }),
    }
  },
})
