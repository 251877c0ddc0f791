import { readFileSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { CannotStart, diskFault } from './cannot-start.ts'

export { sleep }

/**
 * Whether something listens at this port of 127.0.0.1, and goes on doing so: the machine takes connections for a server
 * that was just killed a moment longer.
 */
export async function isTaken(port: number): Promise<boolean> {
  for (let i = 0; i < 20; i++) {
    if (!(await connects(port))) return false
    await sleep(100)
  }
  return true
}

function connects(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host: '127.0.0.1' }, () => done(true))
    socket.on('error', () => done(false))
    socket.setTimeout(500, () => done(false))
    function done(answer: boolean) {
      socket.destroy()
      resolve(answer)
    }
  })
}

// Asks a PostgreSQL whether it speaks TLS: eight bytes, answered with one.
const askForTls = Uint8Array.of(0, 0, 0, 8, 4, 210, 22, 47)

/**
 * Whether a PostgreSQL answers at this port of 127.0.0.1. A server that was just killed may have its connections taken
 * for a moment by the machine, but it says nothing any more.
 */
export function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host: '127.0.0.1' }, () => socket.write(askForTls))
    socket.once('data', () => done(true))
    socket.on('error', () => done(false))
    socket.on('close', () => done(false))
    // A machine under load answers late; a server that is gone closes at once.
    socket.setTimeout(5000, () => done(false))
    function done(answer: boolean) {
      resolve(answer)
      socket.destroy()
    }
  })
}

/** A port of 127.0.0.1 at which nothing listens now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo
      server.close(() => resolve(port))
    })
  })
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** `make` in one process at a time; the others wait until `find` finds what it made. */
export async function onlyOne<T>(
  lock: string,
  find: () => Promise<T | undefined>,
  make: () => Promise<T>,
): Promise<T> {
  for (let i = 0; !take(lock); i++) {
    const found = await find()
    if (found) return found
    if (i > 900)
      throw new CannotStart({
        vi: `tệp ${lock} đang bị tiến trình khác giữ; nếu không có tiến trình nào, hãy xóa tệp đó`,
        en: `the file ${lock} stays held by another process; remove it if there is none`,
      })
    await sleep(100)
  }
  try {
    return (await find()) ?? (await make())
  } finally {
    rmSync(lock, { force: true })
  }
}

function take(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw diskFault(cause, lock)
    removeIfLeft(lock)
    return false
  }
}

/** A lock whose process is gone, or that never got its process number, holds nobody up. */
function removeIfLeft(lock: string): void {
  try {
    const by = Number(readFileSync(lock, 'utf8'))
    if (by ? !isAlive(by) : performance.timeOrigin + performance.now() - statSync(lock).mtimeMs > 5_000)
      unlinkSync(lock)
  } catch {
    // gone meanwhile
  }
}
