import { OpenAPIHono } from '@hono/zod-openapi'
import { Forbidden, NotFound, Refused, TooManyAttempts } from '@motcua/domain'
import {
  expectDue,
  getOwnedDossier,
  getProcedure,
  listAgencies,
  listOwnedDossiers,
  lookUp,
  searchProcedures,
} from '@motcua/operations'
import type { Phase } from '@motcua/domain'
import type { Context as Call } from 'hono'
import { z } from 'zod'
import type { Services } from '../context.ts'
import type { Inside } from './admission.ts'
import { clockOf, lookedUpOf, ownedOf, procedureOf } from './answers.ts'
import { documentOf } from './document.ts'
import { problem } from './problem.ts'
import { routesOf } from './routes.ts'

/** Told of every fault: an error that is no answer to anybody. */
type Fault = (fault: { requestId: string; error: unknown }) => void

/** The interface for other systems, read-only, below `/api/v1`: each call presents a key. */
export function publicApi(services: Services, fault: Fault): OpenAPIHono<Inside> {
  const app = new OpenAPIHono<Inside>({
    defaultHook: (result, c) => (result.success ? undefined : notUnderstood(c, result.error)),
  })
  const routes = routesOf(services)

  app.openapi(routes.key, (c) => {
    const { actor } = c.get('inside')
    if (actor.kind !== 'client') throw new Forbidden('key:use')
    const { limit, remaining, resetSeconds } = c.get('allowance')
    return c.json(
      { name: actor.name, scopes: [...actor.scopes], limit: { ...limit }, remaining, resetSeconds },
      200,
    )
  })
  app.openapi(routes.procedures, async (c) => {
    const { offset, limit, ...asked } = c.req.valid('query')
    const { lines, fields } = await searchProcedures(c.get('inside'), asked)
    return c.json({ total: lines.length, procedures: lines.slice(offset, offset + limit), fields }, 200)
  })
  app.openapi(routes.procedure, async (c) =>
    c.json(procedureOf(await getProcedure(c.get('inside'), c.req.valid('param'))), 200),
  )
  app.openapi(routes.due, async (c) => {
    const { code: procedureCode } = c.req.valid('param')
    return c.json(clockOf(await expectDue(c.get('inside'), { procedureCode, ...c.req.valid('query') })), 200)
  })
  app.openapi(routes.agencies, async (c) =>
    c.json({ agencies: await listAgencies(c.get('inside'), undefined) }, 200),
  )
  app.openapi(routes.lookUp, async (c) => {
    const found = await lookUp(c.get('inside'), c.req.valid('param'))
    if (!found) throw new NotFound('dossier')
    return c.json(lookedUpOf(found), 200)
  })
  app.openapi(routes.why, async (c) => {
    const found = await lookUp(c.get('inside'), c.req.valid('param'))
    if (!found?.clock) throw new NotFound('clock')
    return c.json(clockOf(found.clock), 200)
  })
  app.openapi(routes.owned, async (c) => {
    const { phase, ...page } = c.req.valid('query')
    const asked = { ...page, ...(phase !== undefined && { phase: phase as Phase }) }
    return c.json(await listOwnedDossiers(c.get('inside'), asked), 200)
  })
  app.openapi(routes.ownedOne, async (c) =>
    c.json(ownedOf(await getOwnedDossier(c.get('inside'), c.req.valid('param'))), 200),
  )

  app.get('/openapi.json', (c) =>
    c.json(documentOf(app), 200, {
      'cache-control': 'public, max-age=300',
      'x-content-type-options': 'nosniff',
    }),
  )
  app.notFound((c) =>
    problem(c, c.req.method === 'GET' ? 'not-found' : 'method-not-allowed', {
      requestId: crypto.randomUUID(),
    }),
  )
  app.onError((error, c) => translated(c, error, fault))
  return app
}

function notUnderstood(c: Call<Inside>, error: z.core.$ZodError): Response {
  const fields = error.issues.map(({ path, code }) => ({ field: path.join('.'), code: code ?? 'custom' }))
  return problem(c, 'not-understood', { requestId: c.get('requestId'), fields })
}

/** What operations throw, as the interface answers it. What went wrong inside is for the log. */
function translated(c: Call<Inside>, error: Error, fault: Fault): Response {
  const requestId = c.get('requestId') ?? crypto.randomUUID()
  if (error instanceof NotFound) return problem(c, 'not-found', { requestId })
  if (error instanceof Forbidden) return problem(c, 'scope-missing', { requestId })
  if (error instanceof Refused) return problem(c, 'refused', { requestId })
  if (error instanceof TooManyAttempts) {
    const { retryAfterSeconds } = error
    return problem(c, 'too-many-attempts', { requestId, retryAfterSeconds })
  }
  if (error instanceof z.core.$ZodError) return notUnderstood(c, error)
  fault({ requestId, error })
  return problem(c, 'internal-error', { requestId })
}
