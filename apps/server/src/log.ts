import type { Log } from '@motcua/operations'

/** One line per operation: who did what for which province, how it ended and how long it took. */
export const writeLine: Log = ({ operation, tenant, actor, outcome, durationMs, requestId }) =>
  console.log(`${operation} ${tenant} ${actor} ${outcome} ${durationMs} ms ${requestId}`)

/** A fault, with the id the person was shown. */
export function writeFault({ requestId, error }: { requestId: string; error: unknown }): void {
  console.error(`fault ${requestId}`, error)
}
