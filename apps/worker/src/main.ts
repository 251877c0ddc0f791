import { connect } from '@motcua/db'
import {
  createTenants,
  prober,
  keepBackups,
  reconcileYesterday,
  ruleInForce,
  runChores,
  runErrands,
  slipForLetter,
  trailSealer,
  vnpayGateways,
} from '@motcua/operations'
import { createClock } from './clock.ts'
import { readEnv, type Env } from './env.ts'
import { createEmailSender } from './senders/email.ts'
import { probesOf } from './probes.ts'
import { createGatewaySender } from './senders/gateway.ts'
import { work } from './work.ts'

const env = readEnvOrExit()
const db = connect({ url: env.databaseUrl, max: 8 })
const worker = connect({ url: env.workerDatabaseUrl, max: 1 })
const stopping = new AbortController()
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stopping.abort())

const batch = 16
const delivery = {
  db,
  worker,
  tenants: createTenants(db),
  senders: {
    email: createEmailSender(env.smtpUrl),
    sms: createGatewaySender(env.smsUrl, env.gatewaySecret),
    zalo: createGatewaySender(env.zaloUrl, env.gatewaySecret),
  },
  now: createClock(env.startAt),
  portalUrl: ({ manifest }: { manifest: { hosts: readonly string[] } }) =>
    env.portalUrl.replace('{host}', manifest.hosts[0]!),
  rule: ruleInForce,
  slip: slipForLetter,
  nationalPortal: env.nationalPortal,
  gateways: env.vnpay && vnpayGateways({ ...env.vnpay, fetch: globalThis.fetch }),
  log: (line: object) => console.log(JSON.stringify(line)),
}

/** Provinces and days whose money was compared. */
const compared = new Set<string>()

const sealTrails = trailSealer(delivery, () => performance.now())

const probe = prober(
  {
    ...delivery,
    timeoutMs: 5000,
    probes: probesOf({
      ...{ db, portalUrl: delivery.portalUrl, smtpUrl: env.smtpUrl },
      ...{ paymentUrl: env.vnpay?.payUrl, nationalPortalUrl: env.nationalPortal?.url },
    }),
  },
  60_000,
  () => performance.now(),
)
/** A round of probes that is under way: letters do not wait for a gateway that is slow. */
let probing: Promise<void> | undefined

async function round(): Promise<{ more: boolean }> {
  const taken = await runErrands(delivery, { limit: batch })
  await sealTrails()
  probing ??= probe()
    .catch((error: unknown) =>
      console.error(`worker: ${error instanceof Error ? error.message : String(error)}`),
    )
    .finally(() => (probing = undefined))
  const done = await runChores(delivery, { limit: batch })
  if (taken < batch) await reconcileYesterday(delivery, compared)
  return { more: taken === batch || done === batch }
}

/** Provinces whose backup failed, and when. */
const failedBackups = new Map<string, number>()

let lookedAt = -Infinity

/** Once a minute, beside everything else: a letter does not wait for a backup. */
async function backUp(folder: string): Promise<{ more: boolean }> {
  if (performance.now() - lookedAt < 60_000) return { more: false }
  lookedAt = performance.now()
  await keepBackups({ ...delivery, folder }, failedBackups, () => performance.now() / 1000)
  return { more: false }
}

const signal = stopping.signal
const onError = (error: unknown): void =>
  console.error(`worker: ${error instanceof Error ? error.message : String(error)}`)
const { backupDir } = env
await Promise.all([
  work(round, { signal, pauseMs: 500, onError }),
  ...(backupDir ? [work(() => backUp(backupDir), { signal, pauseMs: 5_000, onError })] : []),
])
await probing
await Promise.all([db.close(), worker.close()])

function readEnvOrExit(): Env {
  try {
    return readEnv()
  } catch (error) {
    console.error(`worker: ${error instanceof Error ? error.message : String(error)}`)
    process.exit(1)
  }
}
