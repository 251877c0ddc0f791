import http from 'node:http'
import https from 'node:https'
import { text } from 'node:stream/consumers'

/** A call the gateway owes a merchant (IPN). */
interface Delivery {
  readonly url: string
  dueAt: number
  attempts: number
}

/** What became of a call. */
export interface Delivered {
  readonly url: string
  /** The merchant's `RspCode`, or the fault. */
  readonly answer: string
  readonly at: Date
}

export interface Deliveries {
  send(url: string, afterSeconds: number): void
  /** Sends what is due; `all`: also what is due later, as if that time had passed. */
  flush(options?: { all?: boolean }): Promise<void>
  waiting(): number
  done(): readonly Delivered[]
  clear(): void
  close(): void
}

/** VNPAY calls again every five minutes, ten times, until the merchant answers 00 or 02. */
const mostAttempts = 10

/** The notices the gateway owes. A merchant that does not answer, or answers that it could not, is called again. */
export function openDeliveries({
  now,
  retrySeconds,
  isDown,
  isReversed,
}: {
  now: () => Date
  retrySeconds: number
  isDown: () => boolean
  /** Whether what came last is sent first. */
  isReversed: () => boolean
}): Deliveries {
  let queue: Delivery[] = []
  let done: Delivered[] = []
  const seconds = (): number => now().getTime() / 1000

  async function deliver(delivery: Delivery): Promise<void> {
    delivery.attempts++
    const answer = await call(delivery.url)
    done = [{ url: delivery.url, answer, at: now() }, ...done].slice(0, 200)
    if (answer === '00' || answer === '02' || delivery.attempts >= mostAttempts) return
    queue.push({ ...delivery, dueAt: seconds() + retrySeconds })
  }

  const deliveries: Deliveries = {
    send(url, afterSeconds) {
      queue.push({ url, dueAt: seconds() + afterSeconds, attempts: 0 })
    },
    async flush({ all = false } = {}) {
      if (isDown()) return
      const due = queue.filter(({ dueAt }) => all || dueAt <= seconds())
      queue = queue.filter((one) => !due.includes(one))
      // A gateway that keeps no order sends what came last first, one after the other; otherwise all go at once.
      if (isReversed()) for (const one of due.toReversed()) await deliver(one)
      else await Promise.all(due.map(deliver))
    },
    waiting: () => queue.length,
    done: () => done,
    clear() {
      queue = []
      done = []
    },
    close: () => clearInterval(timer),
  }
  const timer = setInterval(() => void deliveries.flush(), 250)
  timer.unref()
  return deliveries
}

async function call(url: string): Promise<string> {
  try {
    const { status, body } = await get(new URL(url))
    const { RspCode } = JSON.parse(body) as { RspCode?: unknown }
    return typeof RspCode === 'string' ? RspCode : `HTTP ${status}`
  } catch (error) {
    return error instanceof Error ? error.message : 'no answer'
  }
}

/** Every name below `localhost` is this machine (RFC 6761), also where its resolver does not know. */
function get(url: URL): Promise<{ status: number; body: string }> {
  const here = url.hostname.endsWith('.localhost') ? { hostname: '127.0.0.1' } : {}
  const { request } = url.protocol === 'https:' ? https : http
  return new Promise((resolve, reject) => {
    const asked = request(url, { ...here, headers: { host: url.host }, timeout: 10_000 }, (response) => {
      text(response).then((body) => resolve({ status: response.statusCode ?? 0, body }), reject)
    })
    asked.on('timeout', () => asked.destroy(new Error('no answer in 10 seconds')))
    asked.on('error', reject)
    asked.end()
  })
}
