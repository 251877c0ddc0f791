import { randomUUID } from 'node:crypto'
import type { Permission } from '@motcua/domain'
import { admitCall, noteCall, type Admission, type Allowance, type Context } from '@motcua/operations'
import type { Context as Call, MiddlewareHandler } from 'hono'
import type { Services } from '../context.ts'
import { problem } from './problem.ts'

/** What a call carries once it was let in. */
export interface Inside {
  Variables: { inside: Context; allowance: Allowance; requestId: string }
}

/** Where the interface stands below a portal's address. */
export const publicPath = '/api/v1'

/** Header in which the server says from where a call comes; whatever a caller sends under it is dropped there. */
const addressHeader = 'x-motcua-client'

/**
 * Lets calls in by their key. The province is the one whose portal is called; a key of another province is nobody's
 * here. Whatever becomes of a call, it is written down before it is answered.
 */
export function admission(services: Services, may: Permission): MiddlewareHandler<Inside> {
  return async (c, next) => {
    const began = performance.now()
    const requestId = randomUUID()
    c.set('requestId', requestId)
    c.header('x-request-id', requestId)
    c.header('cache-control', 'no-store')
    c.header('x-content-type-options', 'nosniff')
    const tenant = await services.tenants.findByHost(c.req.header('host') ?? '')
    if (!tenant) return problem(c, 'not-found', { requestId })

    const address = c.req.header(addressHeader) ?? 'unknown'
    const outside = { ...services, tenant, requestId }
    const presented = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '')?.[1]
    const admission = await admitCall(outside, { presented, may, address })
    const { allowance } = admission
    if (allowance) tellAllowance(c, allowance)

    let answer: Response | undefined
    if (admission.admitted) {
      c.set('inside', { ...outside, actor: admission.client })
      c.set('allowance', admission.allowance)
      await next()
    } else answer = turnedAway(c, admission, requestId)
    await noteCall(outside, {
      admission,
      method: c.req.method,
      path: `${publicPath}${c.req.path}`,
      status: (answer ?? c.res).status,
      address,
      durationMs: Math.round(performance.now() - began),
    })
    return answer
  }
}

function tellAllowance(c: Call, { limit, remaining, resetSeconds }: Allowance): void {
  c.header('ratelimit-limit', String(limit.calls))
  c.header('ratelimit-remaining', String(remaining))
  c.header('ratelimit-reset', String(resetSeconds))
}

function turnedAway(
  c: Call,
  { refusal, retryAfterSeconds }: Extract<Admission, { admitted: false }>,
  requestId: string,
): Response {
  const isStranger = refusal === 'key-missing' || refusal === 'key-unknown'
  const code = isStranger && retryAfterSeconds !== undefined ? 'too-many-attempts' : refusal
  return problem(c, code, { requestId, retryAfterSeconds })
}
