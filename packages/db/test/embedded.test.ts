import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import postgres from 'postgres'
import { afterAll, describe, expect, test } from 'vitest'
import { CannotStart, diskFault } from '../src/cannot-start.ts'
import { answers, isTaken } from '../src/embedded-host.ts'
import { ensureEmbedded, stopEmbedded } from '../src/embedded.ts'

const parent = mkdtempSync(path.join(os.tmpdir(), 'motcua-embedded-'))
chmodSync(parent, 0o755)
afterAll(() => rmSync(parent, { recursive: true, force: true }))

describe('the embedded server', () => {
  test('is started by one of several that ask at once, shared by all, and starts again after it was killed', async () => {
    const dataDir = path.join(parent, 'shared')
    const servers = await Promise.all(
      [1, 2, 3].map(() => ensureEmbedded({ dataDir, settings: { fsync: 'off' } })),
    )
    expect(servers.filter((server) => server.started)).toHaveLength(1)
    expect(new Set(servers.map((server) => server.url)).size).toBe(1)
    process.kill(servers[0]!.pid, 'SIGKILL')
    const again = await ensureEmbedded({ dataDir, settings: { fsync: 'off' } })
    expect(again.started).toBe(true)
    const sql = postgres(again.url, { max: 1 })
    expect((await sql`select 1 as one`)[0]!.one).toBe(1)
    await sql.end()
    await stopEmbedded(again)
    await expect(postgres(again.url, { max: 1 })`select 1`).rejects.toThrow('ECONNREFUSED')
    rmSync(again.folder, { recursive: true, force: true })
  }, 60_000)

  test('is not taken to run where connections are taken and nothing answers, as just after it was killed', async () => {
    const silent = net.createServer((socket) => socket.destroy()).listen(0, '127.0.0.1')
    await new Promise((resolve) => silent.once('listening', resolve))
    const { port } = silent.address() as net.AddressInfo
    expect(await answers(port)).toBe(false)
    silent.close()
  })

  test('waits for a port that is let go a moment later, as just after a server was killed', async () => {
    const leaving = net.createServer((socket) => socket.destroy()).listen(0, '127.0.0.1')
    await new Promise((resolve) => leaving.once('listening', resolve))
    setTimeout(() => leaving.close(), 250)
    expect(await isTaken((leaving.address() as net.AddressInfo).port)).toBe(false)
  })

  test('says that its port is taken', async () => {
    const other = net.createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as net.AddressInfo
    const starting = ensureEmbedded({ dataDir: path.join(parent, 'port'), port })
    await expect(starting).rejects.toThrow(`port ${port} is taken by another program`)
    other.close()
  })

  test('says that its folder is a file', async () => {
    const file = path.join(parent, 'file')
    writeFileSync(file, '')
    await expect(ensureEmbedded({ dataDir: file })).rejects.toThrow(`${file} is not a folder`)
    await expect(ensureEmbedded({ dataDir: path.join(file, 'x') })).rejects.toThrow('is not a folder')
  })

  test('says that its folder is not writable', async () => {
    const folder = path.join(parent, 'readonly')
    mkdirSync(folder, { mode: 0o555 })
    // Root may write everywhere: then the attempt is made as nobody.
    const asNobody = process.getuid?.() === 0
    if (asNobody) process.seteuid!(65534)
    const starting = ensureEmbedded({ dataDir: folder }).catch((error) => error)
    if (asNobody) process.seteuid!(0)
    expect((await starting).message).toBe(
      `the folder ${folder} is not writable for this user; set DATA_DIR to one that is`,
    )
  })

  test.each([
    [Object.assign(new Error(), { code: 'ENOSPC' }), 'the disk that holds /d is full'],
    [new Error('FATAL: could not write to file: No space left on device'), 'the disk that holds /d is full'],
    [Object.assign(new Error(), { code: 'EROFS' }), 'is not writable'],
    [new Error('initdb: could not create directory: Permission denied'), 'is not writable'],
    [new Error('something else'), 'did not start: something else'],
  ])('words what the system says: %s', (cause, sentence) => {
    const error = diskFault(cause, '/d')
    expect(error).toBeInstanceOf(CannotStart)
    expect(error.message).toContain(sentence)
    expect(error.cause).toBe(cause)
  })
})
