import type { Instant } from '@motcua/calendar'
import type { Chore, Database } from '@motcua/db'
import type { Actor } from '@motcua/domain'
import type { Senders } from '../notices/senders.ts'
import type { Tenant } from '../tenants/tenant.ts'

/** What is seen while a chore is done. The handler opens the tenant's door itself, for as long as it needs it. */
export interface ChoreCounter {
  readonly db: Database
  readonly tenant: Tenant
  /** The system as it acts by time. */
  readonly actor: Actor
  readonly now: Instant
  readonly portal: string
  readonly senders: Senders
  readonly chore: Chore
}

/**
 * Does what was left for this moment, and nothing where it no longer matters. It may be done twice, when a process
 * dies between the deed and its note. A moment it gives is when the chore comes due again; an error has it tried
 * again, later each time.
 */
export type ChoreHandler = (counter: ChoreCounter) => Promise<Instant | undefined>
