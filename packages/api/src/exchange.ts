import { randomUUID } from 'node:crypto'
import { NotFound } from '@motcua/domain'
import {
  believeOnce,
  exchangeOffer,
  signedNonce,
  takeSubmission,
  takeSupplement,
  takeWithdrawal,
  type Context,
  type ExchangeAnswer,
} from '@motcua/operations'
import { Hono, type Context as Call } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { z } from 'zod'
import type { Services } from './context.ts'

/** How the national portal is known: a key for each province joined to it, and the machine's own clock. */
export interface ExchangeOptions {
  readonly keys: ReadonlyMap<string, string>
  /** Seconds since 1970. */
  readonly seconds: () => number
}

/** Most bytes of one message: papers travel in base64, a third longer than they are. */
const mostBytes = 34 * 1024 * 1024

type Take<Input extends z.ZodType> = ((
  context: Context,
  input: z.input<Input>,
) => Promise<ExchangeAnswer>) & {
  readonly input: Input
}

/**
 * What the national portal calls over the network. A request names its province and is signed with that province's key;
 * each is believed once. Answers: 200 or 201 taken, 401 not signed, 409 replayed or another message under this id, 404
 * nothing of that number, 422 refused and why.
 */
export function exchange(services: Services, options: ExchangeOptions): Hono {
  const app = new Hono()
  app.use(bodyLimit({ maxSize: mostBytes, onError: (c) => c.json({ error: 'too-large' }, 413) }))

  app.get('/v1/procedures', async (c) => {
    const inside = await believed(c)
    return inside instanceof Response ? inside : c.json(await exchangeOffer(inside.context, {}))
  })
  app.post('/v1/submissions', (c) => take(c, takeSubmission))
  app.post('/v1/supplements', (c) => take(c, takeSupplement))
  app.post('/v1/withdrawals', (c) => take(c, takeWithdrawal))
  return app

  async function take<Input extends z.ZodType>(c: Call, operation: Take<Input>): Promise<Response> {
    const inside = await believed(c)
    if (inside instanceof Response) return inside
    const message = parsed(inside.body)
    if (message === undefined) return c.json({ error: 'not-understood' }, 400)
    const answer = await operation(inside.context, message as z.input<Input>)
    return c.json(answer, 201)
  }

  /** Who calls, once it is sure that it is the national portal and that it did not say this before. */
  async function believed(c: Call): Promise<{ context: Context; body: Uint8Array } | Response> {
    const { db, tenants, now, log, portalOf, scan } = services
    const header = (name: string): string | undefined => c.req.header(`x-exchange-${name}`)
    const province = header('province') ?? ''
    const key = options.keys.get(province)
    const body = new Uint8Array(await c.req.arrayBuffer())
    const { pathname, search } = new URL(c.req.url)
    const seconds = options.seconds()
    const nonce =
      key &&
      signedNonce(
        { method: c.req.method, path: `${pathname}${search}`, body },
        { timestamp: header('timestamp'), nonce: header('nonce'), signature: header('signature') },
        { key, seconds },
      )
    if (!nonce) return c.json({ error: 'not-signed' }, 401)
    const tenant = await tenants.find(province)
    if (!tenant) throw new NotFound('tenant')
    const actor = { kind: 'system', name: 'national-portal' } as const
    const context: Context = { db, tenants, tenant, actor, now, log, portalOf, scan, requestId: randomUUID() }
    if (!(await believeOnce(context, { nonce, seconds: Math.floor(seconds) })))
      return c.json({ error: 'replayed' }, 409)
    return { context, body }
  }
}

function parsed(body: Uint8Array): object | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(body))
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}
