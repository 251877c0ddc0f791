import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { addressHeader } from './env.ts'

export type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void
export type Fetch = (input: string | URL, init?: RequestInit) => Promise<Response>

export interface Doors {
  readonly portal: Handler
  readonly desk: Handler
  /** What other systems call: they prove by signatures who they are. */
  readonly outside: RequestListener
  /** The way from a window to the API without leaving the process. */
  readonly fetch: Fetch
  readonly baseHost: string
  readonly trustProxy: boolean
  /** The page that lists the provinces, as HTML. */
  readonly listing: () => Promise<string>
}

/** Leads each request to its window by the host it asks for. */
export function dispatch(doors: Doors): RequestListener {
  const { portal, desk, baseHost, fetch, outside } = doors
  return (request, response) => {
    introduce(request, doors)
    harden(request, response)
    if (request.method === 'TRACE') return void response.writeHead(405).end()
    Object.assign(request, { motcua: { fetch } })
    if (/^\/(exchange|api\/v1)\//.test(request.url ?? '')) return outside(request, response)
    const host = hostOf(request)
    if (request.url === '/healthz' || request.url === '/readyz')
      return void health(fetch, request.url, response)
    if (host === baseHost || isAddress(host)) return void list(doors, response)
    const window = host === `desk.${baseHost}` ? desk : portal
    window(request, response, () => response.writeHead(404).end())
  }
}

/** Says who asks and by which protocol; what the browser says of itself is believed only behind a proxy. */
function introduce(request: IncomingMessage, { trustProxy }: Doors): void {
  const { headers, socket } = request
  const forwarded = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)!
    .trim()
  headers[addressHeader] = (trustProxy && forwarded) || socket.remoteAddress || 'unknown'
  if (trustProxy && headers['x-forwarded-proto']) return
  headers['x-forwarded-proto'] = 'http'
  delete headers['x-forwarded-host']
}

/** What every answer says, whichever door gives it; a window may say more. */
function harden({ headers }: IncomingMessage, response: ServerResponse): void {
  response.setHeader('x-content-type-options', 'nosniff')
  if (String(headers['x-forwarded-proto']).startsWith('https'))
    response.setHeader('strict-transport-security', 'max-age=31536000; includeSubDomains')
}

/** The host name asked for, without its port. */
function hostOf(request: IncomingMessage): string {
  return (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase()
}

function isAddress(host: string): boolean {
  return host === '' || /^[\d.]+$/.test(host) || host.startsWith('[')
}

async function health(fetch: Fetch, path: string, response: ServerResponse): Promise<void> {
  const answer = await fetch(`http://api${path}`)
  response.writeHead(answer.status, { 'content-type': 'text/plain; charset=utf-8' }).end(await answer.text())
}

async function list({ listing }: Doors, response: ServerResponse): Promise<void> {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
  }
  try {
    const page = await listing()
    response.writeHead(200, headers).end(page)
  } catch {
    response
      .writeHead(503, { 'content-type': 'text/plain; charset=utf-8' })
      .end('Tạm thời gián đoạn. Out of service for a moment.')
  }
}
