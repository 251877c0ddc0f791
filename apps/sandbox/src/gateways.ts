import { Hono } from 'hono'
import { z } from 'zod'
import type { Box, BoxChannel } from './box.ts'
import { isSigned } from './signature.ts'

const TextMessage = z.object({
  to: z.string().regex(/^\+?\d{9,15}$/),
  from: z.string().max(80),
  text: z.string().min(1).max(160),
})
const ZaloMessage = z.object({
  to: z.string().regex(/^\+?\d{9,15}$/),
  from: z.string().max(80),
  title: z.string().max(300),
  text: z.string().min(1).max(2000),
})

/**
 * The text-message and Zalo gateways. A call is a signed `POST` of JSON; the answer is 202 with the message's id.
 * The same `idempotency-key` is taken in once, however often it is sent.
 */
export function gateways(box: Box, { secret, now }: { secret: string; now: () => Date }): Hono {
  const app = new Hono()
  for (const channel of ['sms', 'zalo'] as const) {
    app.post(`/${channel}`, async (c) => {
      if (box.isOut(channel)) {
        box.refuse(channel)
        return c.json({ error: 'out-of-order' }, 503, { 'retry-after': '30' })
      }
      const body = await c.req.text()
      const headers = {
        timestamp: c.req.header('x-motcua-timestamp'),
        signature: c.req.header('x-motcua-signature'),
      }
      if (!isSigned(body, headers, { secret, now: now() })) return c.json({ error: 'not-signed' }, 401)
      const message = read(channel, body)
      if (!message) return c.json({ error: 'not-understood' }, 400)

      const key = c.req.header('idempotency-key')
      const before = key === undefined ? undefined : box.findByKey(channel, key)
      const kept =
        before ?? box.put({ ...message, channel, ...(key === undefined ? {} : { key }), receivedAt: now() })
      return c.json({ id: kept.id }, 202)
    })
  }
  return app
}

function read(channel: BoxChannel, body: string) {
  try {
    const json: unknown = JSON.parse(body)
    if (channel === 'sms') {
      const { to, from, text } = TextMessage.parse(json)
      return { to: [to], from, subject: '', text }
    }
    const { to, from, title, text } = ZaloMessage.parse(json)
    return { to: [to], from, subject: title, text }
  } catch {
    return undefined
  }
}
