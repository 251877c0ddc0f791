// Real PostgreSQL 18 from the npm registry. Whichever process comes first starts it, all share it. It works as root
// or not, and from a folder that only its owner may enter.
import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { CannotStart, diskFault } from './cannot-start.ts'
import { prepareHome, type Home } from './embedded-home.ts'
import { answers, freePort, isAlive, isTaken, onlyOne, sleep } from './embedded-host.ts'

export interface EmbeddedOptions {
  /** Folder that keeps the data; made when it is missing. */
  readonly dataDir: string
  /** Port on 127.0.0.1; a free one is chosen unless told. */
  readonly port?: number
  /** Settings of the server, as in postgresql.conf. */
  readonly settings?: Readonly<Record<string, string>>
  readonly log?: (message: string) => void
}

export interface Embedded {
  /** Address for the superuser of this server, with its random password. */
  readonly url: string
  readonly port: number
  readonly pid: number
  /** Where its files are: the data folder, or another place when only root may enter that. */
  readonly folder: string
  /** False when another process had started it. */
  readonly started: boolean
}

/**
 * The server of this data folder, started if it is not running.
 * @throws CannotStart with one sentence: folder not writable, disk full, port taken, no binaries for this machine.
 */
export async function ensureEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const home = await prepareHome(options.dataDir, options.log ?? (() => {}))
  return onlyOne(
    path.join(home.base, 'start.lock'),
    () => running(home),
    async () => {
      if (options.port !== undefined && (await isTaken(options.port))) {
        throw new CannotStart({
          vi: `cổng ${options.port} đã bị chương trình khác dùng; hãy chọn cổng khác hoặc đặt DATABASE_URL`,
          en: `port ${options.port} is taken by another program; choose another one or set DATABASE_URL`,
        })
      }
      createCluster(home)
      return start(home, options)
    },
  )
}

/** The server of this data folder if it runs. */
export async function findEmbedded(dataDir: string): Promise<Embedded | undefined> {
  return running(await prepareHome(dataDir, () => {}))
}

/** Stops the server; waits until it has written everything, at most ten seconds. */
export async function stopEmbedded({ pid }: Pick<Embedded, 'pid'>): Promise<void> {
  try {
    process.kill(pid, 'SIGINT')
  } catch {
    return
  }
  for (let i = 0; i < 400 && isAlive(pid); i++) await sleep(25)
}

/** What the server wrote about itself: 0 is its process, 3 its port, 7 says `ready`. */
function status(home: Home): string[] {
  try {
    return readFileSync(path.join(home.data, 'postmaster.pid'), 'utf8')
      .split('\n')
      .map((line) => line.trim())
  } catch {
    return []
  }
}

async function running(home: Home): Promise<Embedded | undefined> {
  const lines = status(home)
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  if (!pid || lines[7] !== 'ready' || !isAlive(pid) || !(await answers(port))) return undefined
  const password = readFileSync(home.passwordFile, 'utf8').trim()
  return {
    pid,
    port,
    folder: home.base,
    started: false,
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
  }
}

/** Makes an empty cluster with a random password, unless there is one. */
function createCluster(home: Home): void {
  if (existsSync(path.join(home.data, 'PG_VERSION'))) return
  try {
    rmSync(home.data, { recursive: true, force: true }) // left half-made by a killed initdb
    writeFileSync(home.passwordFile, `${randomBytes(18).toString('base64url')}\n`, { mode: 0o600 })
    if (home.user) chownSync(home.passwordFile, home.user.uid, home.user.gid)
  } catch (cause) {
    throw diskFault(cause, home.base)
  }
  // The builtin C.UTF-8 depends on no locale of the machine; a language's order is asked for with COLLATE.
  const args = ['-D', home.data, '-U', 'postgres', `--pwfile=${home.passwordFile}`, '--auth=scram-sha-256']
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const made = spawnSync(home.initdb, [...args, ...locale, '--no-sync'], {
    ...asUser(home),
    encoding: 'utf8',
  })
  if (made.status === 0) return
  rmSync(home.data, { recursive: true, force: true })
  throw diskFault(made.error ?? new Error(made.stderr.trim()), home.base)
}

/** A free port is somebody else's a moment later now and then: then another one is tried. */
async function start(home: Home, options: EmbeddedOptions): Promise<Embedded> {
  for (let attempt = 0; ; attempt++) {
    const port = options.port ?? (await freePort())
    const { server, tail } = await launch(home, port, options.settings ?? {})
    if (server) return { ...server, started: true }
    const mayPass = /could not bind/.test(tail) && options.port === undefined && attempt < 5
    // After kill -9 of the server its helpers take a moment to notice and leave.
    const willPass = /shared memory block|lock file "postmaster.pid"/.test(tail) && attempt < 40
    if (willPass) await sleep(250)
    if (mayPass || willPass) continue
    if (/could not bind/.test(tail)) {
      throw new CannotStart({
        vi: `cổng ${port} đã bị chương trình khác dùng`,
        en: `port ${port} is taken by another program`,
      })
    }
    throw diskFault(new Error(tail.slice(-800).trim()), home.base)
  }
}

async function launch(
  home: Home,
  port: number,
  settings: Readonly<Record<string, string>>,
): Promise<{ server?: Embedded; tail: string }> {
  const ours = { listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '100' }
  const all = Object.entries({ ...ours, shared_buffers: '128MB', ...settings })
  const args = [
    '-D',
    home.data,
    '-p',
    String(port),
    ...all.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  const from = existsSync(home.logFile) ? statSync(home.logFile).size : 0
  const out = openLog(home)
  // Detached: Ctrl-C in the terminal must not reach the server before the processes have closed their connections.
  const child = spawn(home.postgres, args, { ...asUser(home), detached: true, stdio: ['ignore', out, out] })
  child.on('error', () => {}) // seen below: it has no process id
  closeSync(out)
  child.unref()
  for (let i = 0; i < 2400 && child.pid && child.exitCode === null && child.signalCode === null; i++) {
    // The file of a killed server may still say `ready`: insist on our own child.
    if (Number(status(home)[0]) === child.pid) {
      const server = await running(home)
      if (server) return { server, tail: '' }
    }
    await sleep(25)
  }
  return { tail: readFileSync(home.logFile, 'utf8').slice(from) || `${home.postgres} does not run` }
}

function openLog(home: Home): number {
  try {
    return openSync(home.logFile, 'a')
  } catch (cause) {
    throw diskFault(cause, home.base)
  }
}

const asUser = (home: Home) => ({
  ...(home.user ?? {}),
  cwd: home.base,
  env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
})
