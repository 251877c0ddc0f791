import { request as plainly, type IncomingHttpHeaders } from 'node:http'
import { request as securely } from 'node:https'
import type { LookupFunction } from 'node:net'
import { Unusable } from '../command.ts'

/** What a house answered. */
export interface Answer {
  readonly url: string
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

/** Somebody who visits a house over HTTP: a stranger, or whoever the cookies say. Redirects are not followed. */
export interface Visitor {
  get(url: string, headers?: Readonly<Record<string, string>>): Promise<Answer>
  /** Sends a form as a browser does that has no scripts. */
  post(url: string, fields: Readonly<Record<string, string>>): Promise<Answer>
}

const patience = 20_000

/** @throws Unusable where nobody answers at an address */
export function visitor(cookies: Readonly<Record<string, string>> = {}): Visitor {
  const cookie = Object.entries(cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ')
  const own = { accept: 'text/html', 'user-agent': 'motcua-verify', ...(cookie && { cookie }) }
  return {
    get: (url, headers) => ask(url, { headers: { ...own, ...headers } }),
    post: (url, fields) =>
      ask(url, {
        method: 'POST',
        headers: {
          ...own,
          origin: new URL(url).origin,
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: new URLSearchParams(fields).toString(),
      }),
  }
}

interface Asked {
  readonly method?: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

function ask(url: string, { method = 'GET', headers, body }: Asked): Promise<Answer> {
  const request = url.startsWith('https:') ? securely : plainly
  return new Promise((resolve, reject) => {
    const asking = request(url, { method, headers, lookup, timeout: patience }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', reject)
      response.on('end', () =>
        resolve({
          url,
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(parts).toString('utf8'),
        }),
      )
    })
    asking.on('timeout', () => asking.destroy(new Error('timeout')))
    asking.on('error', () => reject(nobodyAt(url)))
    asking.end(body)
  })
}

const nobodyAt = (url: string): Unusable =>
  new Unusable({
    vi: `không có ai trả lời ở ${new URL(url).origin}`,
    en: `nobody answers at ${new URL(url).origin}`,
  })

/** Names below `localhost` are this machine (RFC 6761), whatever its resolver knows. */
const lookup: LookupFunction = (host, options, done) => {
  if (host !== 'localhost' && !host.endsWith('.localhost')) {
    void import('node:dns').then((dns) => dns.lookup(host, options as never, done as never))
  } else if (options.all) done(null, [{ address: '127.0.0.1', family: 4 }])
  else done(null, '127.0.0.1', 4)
}
