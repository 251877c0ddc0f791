import { createHmac } from 'node:crypto'
import { Undeliverable } from '@motcua/operations'

const timeoutMs = 10_000

/**
 * Hands messages to a gateway: a `POST` of JSON. `x-motcua-signature` is `sha256=` and the hexadecimal HMAC-SHA256 of
 * `<x-motcua-timestamp>.<body>` under the shared secret, the timestamp in seconds since 1970; `idempotency-key` is the
 * same for every attempt at one message. 2xx means taken over; 400, 404 and 422 that it will never be; anything else
 * that it may be later.
 */
export function createGatewaySender<Message extends { readonly key: string }>(
  url: string,
  secret: string,
): (message: Message) => Promise<void> {
  return async ({ key, ...message }) => {
    const body = JSON.stringify(message)
    const timestamp = String(Math.floor(Date.now() / 1000))
    const answer = await fetch(url, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        'x-motcua-timestamp': timestamp,
        'x-motcua-signature': `sha256=${sign(`${timestamp}.${body}`, secret)}`,
        'idempotency-key': key,
      },
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
    })
    await answer.body?.cancel()
    if (answer.ok) return
    const reason = `the gateway answered ${answer.status}`
    throw [400, 404, 422].includes(answer.status) ? new Undeliverable(reason) : new Error(reason)
  }
}

function sign(text: string, secret: string): string {
  return createHmac('sha256', secret).update(text).digest('hex')
}
