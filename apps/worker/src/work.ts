import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Does `round` again and again until `signal` is aborted: at once while there is more to do, otherwise after a pause.
 * A round that fails is reported and tried again; one under way is always finished.
 */
export async function work(
  round: () => Promise<{ more: boolean }>,
  { signal, pauseMs, onError }: { signal: AbortSignal; pauseMs: number; onError: (error: unknown) => void },
): Promise<void> {
  let failures = 0
  while (!signal.aborted) {
    let more = false
    try {
      more = (await round()).more
      failures = 0
    } catch (error) {
      failures++
      onError(error)
    }
    if (!more) await pause(Math.min(pauseMs * 2 ** failures, 10_000), signal)
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  // Being called away from a pause is no failure.
  await sleep(ms, undefined, { signal }).catch(() => {})
}
