import { fromMoment, toMoment, type Instant } from '@motcua/calendar'
import { backoffSeconds, markFailed, takeDue, type Database, type Errand } from '@motcua/db'

/** What it takes to work through errands. */
export interface ErrandOffice {
  /** Connected with the worker role: sees errands of all tenants and nothing else. */
  readonly worker: Database
  /** Connected with the app role: opens one tenant's door at a time. */
  readonly db: Database
  readonly now: () => Instant
  readonly log: (line: ErrandLine) => void
}

/** One line per errand. It holds no personal data. */
export interface ErrandLine {
  readonly tenant: string
  readonly dossierId: string
  /** Type of the event it follows from, or the name of what was left for later. */
  readonly event: string
  readonly outcome: 'done' | 'again'
  readonly attempts: number
  readonly error?: string
}

/**
 * Takes the errands that are due and does each with `work`, which marks it done. One that fails comes back, later each
 * time, and holds up no other.
 * @returns how many errands were taken.
 */
export async function takeErrands(
  office: ErrandOffice,
  work: (errand: Errand) => Promise<void>,
  { limit = 16 } = {},
): Promise<number> {
  const errands = await takeDue(office.worker, { limit, now: office.now() })
  await Promise.all(errands.map((errand) => attempt(office, errand, work)))
  return errands.length
}

async function attempt(
  { db, now, log }: ErrandOffice,
  errand: Errand,
  work: (errand: Errand) => Promise<void>,
): Promise<void> {
  const line = {
    tenant: errand.tenant,
    dossierId: errand.dossierId,
    event: errand.kind,
    attempts: errand.attempts,
  }
  try {
    await work(errand)
    log({ ...line, outcome: 'done' })
  } catch (error) {
    const reason = messageOf(error)
    log({ ...line, outcome: 'again', error: reason })
    const retryAt = fromMoment(toMoment(now()) + backoffSeconds(errand.attempts))
    // Should this fail too, the lease runs out and the errand comes due by itself.
    await db
      .transact(errand.tenant, (tx) => markFailed(tx, errand.id, { error: reason, retryAt }))
      .catch((failure: unknown) => log({ ...line, outcome: 'again', error: messageOf(failure) }))
  }
}

/** What went wrong, in a sentence for the log. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
