import { createHash, timingSafeEqual } from 'node:crypto'
import { trpcServer } from '@hono/trpc-server'
import { getHTTPStatusCodeFromError } from '@trpc/server/http'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { contextOf, type Services } from './context.ts'
import { describe, translate } from './errors.ts'
import { exchange, type ExchangeOptions } from './exchange.ts'
import { files } from './files.ts'
import { publicPath } from './public/admission.ts'
import { publicApi } from './public/public-api.ts'
import { appRouter } from './routers/index.ts'

export interface AppOptions extends Services {
  /** Secret by which the front doors are known. What they say of a person's address and host is believed. */
  readonly key: string
  /** How the national portal is known, where it calls. */
  readonly exchange?: ExchangeOptions | undefined
  /** Told of every fault: an error that is no answer to anybody. */
  readonly fault: (fault: { requestId: string; error: unknown }) => void
  /** Whether the archive answers, for `/readyz`. */
  readonly ready: () => Promise<boolean>
}

/** Most bytes of a request: one file of 20 MB and the form around it. */
export const mostRequestBytes = 25 * 1024 * 1024

/** The API as an HTTP handler: `app.fetch(request)`. */
export function createApp({ key, fault, ready, exchange: joined, ...services }: AppOptions): Hono {
  const app = new Hono()
  app.get('/healthz', (c) => c.text('ok'))
  app.get('/readyz', async (c) =>
    (await ready()) ? c.text('ready') : c.text('the archive does not answer', 503),
  )

  // Whoever calls here proves by a signature who it is.
  if (joined) app.route('/exchange', exchange(services, joined))
  app.mount(publicPath, publicApi(services, fault).fetch)
  app.use(async (c, next) => {
    if (!isKey(key, c.req.header('x-motcua-key'))) return c.json({ code: 'FORBIDDEN' }, 403)
    return next()
  })
  app.use(
    bodyLimit({ maxSize: mostRequestBytes, onError: (c) => c.json({ code: 'PAYLOAD_TOO_LARGE' }, 413) }),
  )
  app.use(
    '/trpc/*',
    trpcServer({
      router: appRouter,
      createContext: async (_, c) => ({ ...(await contextOf(services, c.req.raw)) }),
      onError: ({ error, ctx }) => {
        if (error.code !== 'INTERNAL_SERVER_ERROR') return
        fault({
          requestId: (ctx as { requestId?: string } | undefined)?.requestId ?? '',
          error: error.cause ?? error,
        })
      },
    }),
  )
  app.route('/', files(services))
  app.onError((error, c) => {
    const translated = translate(error, { kind: 'visitor', address: '' })
    const requestId = crypto.randomUUID()
    if (translated.code === 'INTERNAL_SERVER_ERROR') fault({ requestId, error })
    const status = getHTTPStatusCodeFromError(translated) as ContentfulStatusCode
    return c.json({ code: translated.code, ...describe(translated.cause), requestId }, status)
  })
  app.notFound((c) => c.json({ code: 'NOT_FOUND' }, 404))
  return app
}

function isKey(key: string, given: string | undefined): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest()
  return given !== undefined && timingSafeEqual(hash(key), hash(given))
}
