import { existsSync } from 'node:fs'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { createClamAv, readClamAvAddress, type ClamAvAddress } from './clamav.ts'

// The test file of the anti-malware industry (EICAR), in two parts so that this file is not taken for it.
const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD', '-ANTIVIRUS-TEST-FILE!$H+H*'].join('')
const bytesOf = (text: string) => new TextEncoder().encode(text)

const open: Server[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => new Promise((done) => server.close(done))))
})

/** A daemon that speaks the protocol: it reads pieces with their length before them until one of no length. */
async function daemon(
  answer: (file: Buffer) => string | undefined,
  at: object = { port: 0 },
): Promise<Server> {
  const server = createServer((socket) => {
    let heard = Buffer.alloc(0)
    socket.on('data', (part) => {
      heard = Buffer.concat([heard, part])
      const file = streamed(heard)
      const said = file && answer(file)
      if (said !== undefined) socket.end(`${said}\0`)
    })
    socket.on('error', () => {})
  })
  open.push(server)
  await new Promise<void>((done) => server.listen({ host: '127.0.0.1', ...at }, done))
  return server
}

function streamed(heard: Buffer): Buffer | undefined {
  const command = 'zINSTREAM\0'
  if (heard.length < command.length) return undefined
  if (heard.toString('latin1', 0, command.length) !== command) throw new Error('no INSTREAM')
  const pieces: Buffer[] = []
  for (let at = command.length; at + 4 <= heard.length;) {
    const length = heard.readUInt32BE(at)
    if (length === 0) return Buffer.concat(pieces)
    pieces.push(heard.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return undefined
}

const portOf = (server: Server): ClamAvAddress => ({
  host: '127.0.0.1',
  port: (server.address() as AddressInfo).port,
})
const signature = (file: Buffer) =>
  file.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK'

test('a clean file passes, whole and unchanged, and EICAR is found by its name', async () => {
  const seen: Buffer[] = []
  const scan = createClamAv(portOf(await daemon((file) => (seen.push(file), signature(file)))))
  const large = Uint8Array.from({ length: 1_000_000 }, (_, i) => i % 251)
  expect(await scan(large)).toEqual({})
  expect(seen[0]!.equals(large)).toBe(true)
  expect(await scan(bytesOf(eicar))).toEqual({ found: 'Eicar-Test-Signature' })
})

test('the socket of the machine serves as well as a port', async () => {
  const path = join(tmpdir(), `clamd-${process.pid}.ctl`)
  await daemon(signature, { path, host: undefined })
  expect(await createClamAv({ path })(bytesOf(eicar))).toEqual({ found: 'Eicar-Test-Signature' })
})

test.each(['INSTREAM size limit exceeded. ERROR', "stream: Can't allocate memory ERROR", ''])(
  'a file is never called clean by the answer `%s`',
  async (said) => {
    await expect(createClamAv(portOf(await daemon(() => said)))(bytesOf('x'))).rejects.toThrow(
      'ClamAV answered',
    )
  },
)

test('a daemon that is silent, gone or hangs up is a failure, never a clean file', async () => {
  const silent = await daemon(() => undefined)
  await expect(createClamAv(portOf(silent), 50)(bytesOf('x'))).rejects.toThrow('ClamAV does not answer')
  await expect(createClamAv({ host: '127.0.0.1', port: 1 })(bytesOf('x'))).rejects.toThrow('does not answer')
  const hangingUp = createServer((socket: Socket) => socket.destroy())
  open.push(hangingUp)
  await new Promise<void>((done) => hangingUp.listen(0, '127.0.0.1', done))
  await expect(createClamAv(portOf(hangingUp))(bytesOf('x'))).rejects.toThrow('ClamAV')
})

test('an address is a host with a port or the path of a socket, and anything else is told', () => {
  expect(readClamAvAddress('clamav:3310')).toEqual({ host: 'clamav', port: 3310 })
  expect(readClamAvAddress('[::1]:3310')).toEqual({ host: '::1', port: 3310 })
  expect(readClamAvAddress('unix:/run/clamav/clamd.ctl')).toEqual({ path: '/run/clamav/clamd.ctl' })
  expect(readClamAvAddress('/run/clamav/clamd.ctl')).toEqual({ path: '/run/clamav/clamd.ctl' })
  for (const wrong of ['clamav', 'clamav:', 'clamav:99999', ':3310'])
    expect(() => readClamAvAddress(wrong), wrong).toThrow('host:port')
})

// The real one, wherever it runs: set CLAMAV, or install Debian's clamav-daemon.
const debian = '/run/clamav/clamd.ctl'
const real = process.env['CLAMAV'] || (existsSync(debian) ? debian : undefined)
test.runIf(real)('the ClamAV of this machine finds EICAR and passes a PDF', async () => {
  const scan = createClamAv(readClamAvAddress(real!))
  expect((await scan(bytesOf(eicar))).found).toMatch(/eicar/i)
  expect(await scan(bytesOf('%PDF-1.7\n%%EOF\n'))).toEqual({})
})
