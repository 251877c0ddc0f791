import { getRequestListener } from '@hono/node-server'
import { createApp } from '@motcua/api'
import { connect, listTenants } from '@motcua/db'
import {
  createSealing,
  createTenants,
  httpPopulation,
  openIdProviders,
  type Tenant,
  vnpayGateways,
} from '@motcua/operations'
import { dispatch, type Fetch } from './dispatch.ts'
import { readEnv } from './env.ts'
import { createFileKeystore } from './keystore/file-keystore.ts'
import { listingPage } from './listing.ts'
import { writeFault, writeLine } from './log.ts'
import { createClamAv } from './scanner/clamav.ts'
import { listen } from './serve.ts'

try {
  const env = readEnv()
  const db = connect({ url: env.databaseUrl, max: env.databaseConnections })
  const tenants = createTenants(db)
  const addressOf = (host: string): string => env.publicAddress.replace('*', host)
  const scan = env.clamAv && createClamAv(env.clamAv)
  const app = createApp({
    db,
    tenants,
    // Who uploaded is told to try again; who runs the house must learn why.
    scan:
      scan &&
      ((bytes) =>
        scan(bytes).catch((error: unknown) => {
          writeFault({ requestId: '', error })
          throw error
        })),
    keys: env.keystore === undefined ? undefined : createFileKeystore(env.keystore, env.keystorePassphrase),
    population:
      env.population &&
      httpPopulation({ ...env.population, fetch: globalThis.fetch, seconds: () => Date.now() / 1000 }),
    gateways: env.vnpay && vnpayGateways({ ...env.vnpay, fetch: globalThis.fetch }),
    identityProviders: openIdProviders(env.identity),
    now: env.now,
    log: env.log === 'operations' ? writeLine : () => {},
    fault: writeFault,
    portalOf: ({ manifest }: Pick<Tenant, 'manifest'>) => addressOf(manifest.hosts[0]!),
    desk: addressOf(`desk.${env.baseHost}`),
    sealing: env.sealingKey === undefined ? undefined : createSealing(env.sealingKey),
    key: env.apiKey,
    library: env.library,
    exchange: { keys: env.nationalPortalKeys, seconds: env.seconds },
    ready: () =>
      listTenants(db).then(
        () => true,
        () => false,
      ),
  })
  // Windows in this process reach the API without a network; it knows them by its key like any other.
  const fetch: Fetch = async (input, init) => {
    const request = new Request(input, init)
    request.headers.set('x-motcua-key', env.apiKey)
    return app.fetch(request)
  }
  const { handler: portal } = await import('@motcua/portal/handler')
  const { handler: desk } = await import('@motcua/desk/handler')
  const listing = async (): Promise<string> => {
    const provinces = await tenants.list()
    const places = provinces.map(({ manifest }) => ({
      name: manifest.name,
      url: addressOf(manifest.hosts[0]!),
    }))
    return listingPage(places, addressOf(`desk.${env.baseHost}`))
  }
  const open = [
    await listen(
      dispatch({ ...env, portal, desk, fetch, outside: getRequestListener(app.fetch), listing }),
      env,
    ),
  ]
  if (env.apiPort !== undefined)
    open.push(await listen(getRequestListener(app.fetch), { hosts: env.hosts, port: env.apiPort }))
  console.log(`listening on port ${open.map(({ port }) => port).join(' and ')}`)

  const stop = async (): Promise<void> => {
    await Promise.all(open.map((one) => one.stop()))
    await db.close()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
