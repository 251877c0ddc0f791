import { fromMoment, toMoment } from '@motcua/calendar'
import { backoffSeconds, choreDone, choreFailed, takeDueChores, type Chore } from '@motcua/db'
import { messageOf, type ErrandOffice } from '../errands/take-errands.ts'
import type { Senders } from '../notices/senders.ts'
import type { Tenant } from '../tenants/tenant.ts'
import type { ChoreHandler } from './handler.ts'
import { choreHandlers } from './handlers.ts'

/** What it takes to do chores. */
export interface ChoreOffice extends Pick<ErrandOffice, 'db' | 'worker' | 'now'> {
  readonly tenants: { find(id: string): Promise<Tenant | undefined> }
  readonly senders: Senders
  /** Address of a province's portal, without a slash at its end. */
  readonly portalUrl: (tenant: Tenant) => string
  readonly log: (line: ChoreLine) => void
}

/** One line per chore. It holds no personal data. */
export interface ChoreLine {
  readonly tenant: string
  readonly chore: string
  readonly outcome: 'done' | 'again' | 'failed'
  readonly attempts: number
  readonly error?: string
}

/**
 * One round of the worker: chores that are due are done, side by side. One that fails comes back, later each time, and
 * holds up no other.
 * @returns how many were taken.
 */
export async function runChores(office: ChoreOffice, { limit = 16 } = {}): Promise<number> {
  const chores = await takeDueChores(office.worker, { limit, now: office.now() })
  await Promise.all(chores.map((chore) => attempt(office, chore)))
  return chores.length
}

async function attempt(office: ChoreOffice, chore: Chore): Promise<void> {
  const { db, now, log } = office
  const line = { tenant: chore.tenant, chore: chore.kind, attempts: chore.attempts }
  try {
    const again = await perform(office, chore)
    await db.transact(chore.tenant, (tx) => choreDone(tx, chore.id, { at: now(), again }))
    log({ ...line, outcome: again ? 'again' : 'done' })
  } catch (error) {
    const reason = messageOf(error)
    log({ ...line, outcome: 'failed', error: reason })
    const retryAt = fromMoment(toMoment(now()) + backoffSeconds(chore.attempts))
    // Should this fail too, the lease runs out and the chore comes due by itself.
    await db
      .transact(chore.tenant, (tx) => choreFailed(tx, chore.id, { error: reason, retryAt }))
      .catch((failure: unknown) => log({ ...line, outcome: 'failed', error: messageOf(failure) }))
  }
}

async function perform({ db, now, tenants, senders, portalUrl }: ChoreOffice, chore: Chore) {
  const tenant = await tenants.find(chore.tenant)
  if (!tenant) throw new Error('the tenant has no edition in force')
  if (!Object.hasOwn(choreHandlers, chore.kind)) throw new Error(`nobody does ${chore.kind}`)
  const handler: ChoreHandler = choreHandlers[chore.kind as keyof typeof choreHandlers]
  const actor = { kind: 'system', name: 'chores' } as const
  return handler({ db, tenant, actor, now: now(), portal: portalUrl(tenant), senders, chore })
}
