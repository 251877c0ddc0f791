import { createConnection, type Socket } from 'node:net'

/** Where ClamAV's daemon listens: `host:port`, or the path of its socket. */
export type ClamAvAddress = { readonly host: string; readonly port: number } | { readonly path: string }

/** Reads `host:port`, `unix:/run/clamav/clamd.ctl` or `/run/clamav/clamd.ctl`. @throws Error that says what to write */
export function readClamAvAddress(text: string): ClamAvAddress {
  const path = /^(?:unix:)?(\/.+)$/.exec(text)?.[1]
  if (path) return { path }
  const [, host, port] = /^(?:tcp:)?\[?([^\]/]+?)\]?:(\d{1,5})$/.exec(text) ?? []
  if (!host || Number(port) > 65_535) throw new Error('write `host:port` or the path of the socket')
  return { host, port: Number(port) }
}

/** Bytes sent in one piece; the daemon reads them as they come. */
const pieceBytes = 64 * 1024

/** Longest silence of the daemon, in milliseconds. A large file takes it a few seconds. */
const silenceMs = 30_000

/**
 * Asks ClamAV's daemon about a file, by its `INSTREAM` command: the bytes go over the connection, so that the daemon
 * may run anywhere and reads nothing of ours.
 * @throws where it cannot be reached, is silent, or answers neither that the file is clean nor what was found
 */
export function createClamAv(
  address: ClamAvAddress,
  timeoutMs = silenceMs,
): (bytes: Uint8Array) => Promise<{ found?: string }> {
  return async (bytes) => {
    const answer = await talk(createConnection(address), bytes, timeoutMs)
    if (/^stream: OK$/.test(answer)) return {}
    const found = /^stream: (.+) FOUND$/.exec(answer)?.[1]
    if (found === undefined) throw new Error(`ClamAV answered \`${answer.slice(0, 200)}\``)
    return { found }
  }
}

function talk(socket: Socket, bytes: Uint8Array, timeoutMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const answer: Buffer[] = []
    socket.setTimeout(timeoutMs, () => socket.destroy(new Error(`ClamAV was silent for ${timeoutMs} ms`)))
    socket.on('error', (cause) => {
      // A file over the daemon's limit is answered before it was read whole: the answer counts, not the closed door.
      if (answer.length === 0) reject(new Error('ClamAV does not answer', { cause }))
    })
    socket.on('data', (part) => answer.push(part))
    socket.on('close', () => {
      if (answer.length === 0) reject(new Error('ClamAV ended without an answer'))
      resolve(Buffer.concat(answer).toString('utf8').replace(/\0.*$/s, '').trim())
    })
    socket.on('connect', () => {
      socket.write('zINSTREAM\0')
      for (let at = 0; at < bytes.length; at += pieceBytes) {
        const piece = bytes.subarray(at, at + pieceBytes)
        socket.write(length(piece.length))
        socket.write(piece)
      }
      socket.write(length(0))
    })
  })
}

function length(n: number): Buffer {
  const four = Buffer.alloc(4)
  four.writeUInt32BE(n)
  return four
}
