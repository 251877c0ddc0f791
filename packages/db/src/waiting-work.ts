import type { Instant } from '@motcua/calendar'
import { query, type Tx } from './database.ts'

/** How much a tenant's worker has before it: errands of dossiers and chores together. */
export interface WaitingWork {
  /** Due and not done. */
  readonly due: number
  /** Tried, failed and to be tried again. */
  readonly failing: readonly FailingWork[]
}

/** Work of one kind that goes on failing. What went wrong may name people: it stays in the archive. */
export interface FailingWork {
  readonly kind: string
  readonly count: number
  /** When the one that was tried most often is tried again. */
  readonly nextAt: Instant
}

/** What is due of a tenant at this moment, and what fails. */
export async function waitingWork(tx: Tx, now: Instant): Promise<WaitingWork> {
  const tables = ['outbox', 'chore'] as const
  const found = await Promise.all(
    tables.map(async (table) => {
      const open = () =>
        query(tx).selectFrom(table).where('tenant', '=', tx.tenant).where('done_at', 'is', null)
      const { n } = await open()
        .where('due_at', '<=', now)
        .select((e) => e.fn.countAll<string>().as('n'))
        .executeTakeFirstOrThrow()
      const failing = await open()
        .where('last_error', 'is not', null)
        .groupBy('kind')
        .orderBy('kind')
        .select((e) => ['kind', e.fn.countAll<string>().as('n'), e.fn.min('due_at').as('next')])
        .execute()
      return {
        due: Number(n),
        failing: failing.map(({ kind, n: count, next }) => ({ kind, count: Number(count), nextAt: next })),
      }
    }),
  )
  return {
    due: found.reduce((sum, { due }) => sum + due, 0),
    failing: found.flatMap(({ failing }) => failing),
  }
}
