import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { connect, type LookupFunction } from 'node:net'
import { probeStates, type Database } from '@motcua/db'
import type { ProbeOf, Tenant } from '@motcua/operations'

/** What is probed: each throws where its part does not answer. Gateways this house does not use are left out. */
export interface ProbedPlaces {
  readonly db: Database
  readonly portalUrl: (tenant: Tenant) => string
  readonly smtpUrl: string
  readonly paymentUrl?: string | undefined
  readonly nationalPortalUrl?: string | undefined
}

/** The probes of a house: the portal as a visitor comes to it, the archive, and the gateways by a connection. */
export function probesOf({ db, portalUrl, smtpUrl, paymentUrl, nationalPortalUrl }: ProbedPlaces): ProbeOf[] {
  return [
    { component: 'portal', probe: (tenant, signal) => opens(`${portalUrl(tenant)}/`, signal) },
    { component: 'archive', probe: (tenant) => db.read(tenant.id, probeStates).then(() => undefined) },
    { component: 'messages', probe: (_, signal) => answers(smtpUrl, signal) },
    ...(paymentUrl
      ? [{ component: 'payment', probe: (_: Tenant, signal: AbortSignal) => answers(paymentUrl, signal) }]
      : []),
    ...(nationalPortalUrl
      ? [
          {
            component: 'exchange',
            probe: (_: Tenant, signal: AbortSignal) => answers(nationalPortalUrl, signal),
          },
        ]
      : []),
  ]
}

/** Names below `localhost` are this machine (RFC 6761), whatever its resolver knows. */
const lookup: LookupFunction = (host, options, done) => {
  if (host === 'localhost' || host.endsWith('.localhost')) {
    if (options.all) done(null, [{ address: '127.0.0.1', family: 4 }])
    else done(null, '127.0.0.1', 4)
    return
  }
  void import('node:dns').then((dns) => dns.lookup(host, options as never, done as never))
}

/** A page is opened and is no fault. */
export function opens(url: string, signal: AbortSignal): Promise<void> {
  const request = url.startsWith('https:') ? httpsRequest : httpRequest
  return new Promise((resolve, reject) => {
    request(url, { signal, lookup, headers: { 'user-agent': 'motcua-probe' } }, (response) => {
      response.resume()
      const { statusCode = 0 } = response
      if (statusCode >= 200 && statusCode < 500) resolve()
      else reject(new Error(`answered ${statusCode}`))
    })
      .on('error', reject)
      .end()
  })
}

const usualPorts: Readonly<Record<string, number>> = {
  'https:': 443,
  'http:': 80,
  'smtp:': 25,
  'smtps:': 465,
}

/** A connection is taken. */
export function answers(url: string, signal: AbortSignal): Promise<void> {
  const { protocol, hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port) || usualPorts[protocol] || 443, lookup })
    const give = (error: Error): void => {
      socket.destroy()
      reject(error)
    }
    signal.addEventListener('abort', () => give(new Error('no answer in time')), { once: true })
    socket.once('error', give).once('connect', () => {
      socket.destroy()
      resolve()
    })
  })
}
