/**
 * `npm start`: the whole system on this machine. Finds or starts PostgreSQL, migrates, builds the two windows, applies
 * the demonstration provinces, starts server, worker and sandbox, says where to look, and stops all of it on Ctrl-C.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { CannotStart, openArchive, type OpenedArchive } from '@motcua/db'
import { startChild, stopChild, type Child } from './children.ts'
import { applyDemonstration, type Demonstrated } from './demonstration.ts'
import { keptSecret } from './kept-secret.ts'
import { isTaken } from './ports.ts'

const root = path.resolve(import.meta.dirname, '../../..')
const startedAt = Number(process.env['MOTCUA_STARTED'] ?? Date.now())
const port = portFrom(process.env['PORT'])
const [sandboxPort, smtpPort] = [port + 1, port + 2]
const dataDir = path.resolve(root, process.env['DATA_DIR'] || '.data')
const keystore = path.join(dataDir, 'keys')

let archive: OpenedArchive | undefined
const children: Child[] = []
let builder: ChildProcess | undefined
let stopping = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0))

try {
  await checkPorts()
  const built = build()
  // Its failure is told below, where it is waited for.
  built.catch(() => {})
  say('starting the database')
  archive = await openArchive({ url: process.env['DATABASE_URL'] || undefined, dataDir, log: say })
  if (archive.applied.length > 0) say(`migrated: ${archive.applied.join(', ')}`)
  say('applying the demonstration provinces')
  const provinces = await applyDemonstration({
    root,
    appUrl: archive.appUrl,
    now: process.env['MOTCUA_NOW'],
    log: say,
    keystore,
  })
  await built
  say('starting server, worker and sandbox')
  await startProcesses(archive, provinces)
  announce(provinces)
} catch (error) {
  if (!stopping) {
    console.error(`\n${error instanceof CannotStart ? sentence(error.message) : explain(error)}`)
    await stop(1)
  }
}

async function checkPorts(): Promise<void> {
  for (const one of [port, sandboxPort, smtpPort]) {
    if (await isTaken(one)) {
      throw new CannotStart({
        vi: `cổng ${one} đang được chương trình khác dùng; hãy dừng nó hoặc chọn cổng khác: PORT=${port + 100} npm start`,
        en: `port ${one} is taken by another program; stop it, or choose others with PORT=${port + 100} npm start`,
      })
    }
  }
}

/** Builds portal and desk; finished builds are kept, so that the next start finds them. */
function build(): Promise<void> {
  say('building the portal and the desk')
  const args = ['exec', 'turbo', 'run', 'build', '--concurrency=2', '--output-logs=errors-only']
  return new Promise((resolve, reject) => {
    const child = spawn('pnpm', args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
    builder = child
    child.on('error', reject)
    child.on('exit', (code) =>
      code === 0
        ? resolve()
        : reject(
            new CannotStart({
              vi: 'không dựng được cổng và bàn làm việc; các dòng trên nói lý do',
              en: 'the portal and the desk could not be built; the lines above say why',
            }),
          ),
    )
  })
}

async function startProcesses(
  { appUrl, workerUrl }: OpenedArchive,
  provinces: readonly Demonstrated[],
): Promise<void> {
  const vnpaySecret = randomBytes(24).toString('base64url')
  const identitySecret = randomBytes(24).toString('base64url')
  const shared = {
    PORT: String(port),
    DATA_DIR: dataDir,
    GATEWAY_SECRET: randomBytes(24).toString('base64url'),
    SANDBOX_PORT: String(sandboxPort),
    SANDBOX_SMTP_PORT: String(smtpPort),
    SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
    SMS_URL: `http://127.0.0.1:${sandboxPort}/sms`,
    ZALO_URL: `http://127.0.0.1:${sandboxPort}/zalo`,
    NATIONAL_PORTAL_URL: `http://127.0.0.1:${sandboxPort}/national-portal`,
    NATIONAL_PORTAL_KEYS: provinces
      .map(({ id }) => `${id}=${randomBytes(24).toString('base64url')}`)
      .join(','),
    EXCHANGE_URL: `http://127.0.0.1:${port}`,
    VNPAY_PAY_URL: `http://localhost:${sandboxPort}/vnpay/paymentv2/vpcpay.html`,
    VNPAY_API_URL: `http://127.0.0.1:${sandboxPort}/vnpay/merchant_webapi/api/transaction`,
    // The sandbox signs for every merchant with one secret.
    VNPAY_HASH_SECRET: vnpaySecret,
    VNPAY_HASH_SECRETS: provinces.map(({ id }) => `${id}=${vnpaySecret}`).join(','),
    IDENTITY_CLIENT_SECRET: identitySecret,
    VNEID_ISSUER: `http://localhost:${sandboxPort}/vneid`,
    VNEID_CLIENTS: `*=motcua:${identitySecret}`,
    OFFICIAL_ACCOUNT_ISSUER: `http://localhost:${sandboxPort}/official-account`,
    OFFICIAL_ACCOUNT_CLIENTS: `*=motcua:${identitySecret}`,
    POPULATION_URL: `http://127.0.0.1:${sandboxPort}/population/persons`,
    POPULATION_SECRET: randomBytes(24).toString('base64url'),
    BASE_HOST: 'localhost',
    NODE_NO_WARNINGS: '1',
  }
  const program = (name: string) => path.join(root, 'apps', name, 'src/main.ts')
  children.push(startChild('sandbox', [program('sandbox')], shared))
  children.push(
    startChild('server', [program('server')], {
      ...shared,
      DATABASE_URL: appUrl,
      KEYSTORE: keystore,
      SEALING_KEY: process.env['SEALING_KEY'] || (await keptSecret(path.join(dataDir, 'sealing.key'))),
    }),
  )
  children.push(
    startChild('worker', [program('worker')], {
      ...shared,
      DATABASE_URL: appUrl,
      WORKER_DATABASE_URL: workerUrl,
      BACKUP_DIR: process.env['BACKUP_DIR'] || path.join(dataDir, 'backups'),
    }),
  )
  for (const child of children) {
    void child.ended.then((code) => {
      if (stopping) return
      console.error(`\n${child.name} ended unexpectedly (${code}); stopping everything.`)
      void stop(1)
    })
  }
  await Promise.all([ready(`http://127.0.0.1:${port}/readyz`), ready(`http://127.0.0.1:${sandboxPort}/`)])
}

async function ready(url: string): Promise<void> {
  for (let tries = 0; tries < 600 && !stopping; tries++) {
    const answer = await fetch(url).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  if (!stopping) throw new Error(`nothing answers at ${url}`)
}

function announce(provinces: readonly Demonstrated[]): void {
  const width = Math.max(...provinces.map(({ name }) => name.length))
  const lines = [
    '',
    'Motcua is running.',
    '',
    ...provinces.map(({ name, host }) => `  ${name.padEnd(width)}  http://${host}:${port}`),
    `  ${'Desk'.padEnd(width)}  http://desk.localhost:${port}`,
    `  ${'Sandbox'.padEnd(width)}  http://localhost:${sandboxPort}   (letters and messages that were sent)`,
    '',
    'Demonstration accounts',
    ...provinces.flatMap(({ name, password, citizens, staff }) => [
      `  ${name}, password ${password}`,
      ...citizens.map((login) => `    portal  ${login}`),
      ...staff.map(({ login, role }) => `    desk    ${login.padEnd(22)} ${role}`),
    ]),
    '',
    'Ctrl-C stops everything.',
  ]
  say('ready')
  console.log(lines.join('\n'))
}

async function stop(code: number): Promise<void> {
  if (stopping) return
  stopping = true
  builder?.kill()
  if (children.length > 0) say('stopping')
  await Promise.all(children.map((child) => stopChild(child)))
  await archive?.stop()
  process.exit(code)
}

function portFrom(text: string | undefined): number {
  const given = Number(text || 3000)
  if (Number.isInteger(given) && given >= 1 && given <= 65_533) return given
  console.error(`PORT is \`${text}\`; write a number from 1 to 65533.`)
  process.exit(1)
}

function explain(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOSPC') return 'The disk is full: make room and try again.'
  if (code === 'EACCES' || code === 'EPERM')
    return `This user may not do that here: ${(error as Error).message}.`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

function say(text: string): void {
  console.log(`[${((Date.now() - startedAt) / 1000).toFixed(1).padStart(5)} s] ${text}`)
}
