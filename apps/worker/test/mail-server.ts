import { createServer, type AddressInfo } from 'node:net'

export interface TestMailServer {
  readonly url: string
  /** Letters taken over, as they came. */
  readonly letters: string[]
  close(): void
}

/** A mail server that answers `RCPT` as told, takes `delayMs` over each letter and keeps what it is given. */
export async function openMailServer({ rcpt = '250 ok', delayMs = 0 } = {}): Promise<TestMailServer> {
  const letters: string[] = []
  const server = createServer((socket) => {
    let letter: string | undefined
    let rest = ''
    const answer = (line: string): unknown => !socket.destroyed && socket.write(`${line}\r\n`)
    answer('220 test')
    socket.on('error', () => {})
    socket.on('data', (chunk) => {
      const lines = (rest + String(chunk)).split('\r\n')
      rest = lines.pop()!
      for (const line of lines) {
        if (letter === undefined) {
          if (line.startsWith('RCPT')) answer(rcpt)
          else if (line.startsWith('QUIT')) socket.end('221 bye\r\n')
          else if (line.startsWith('DATA')) {
            letter = ''
            answer('354 go on')
          } else answer('250 ok')
        } else if (line === '.') {
          const taken = letter
          letter = undefined
          setTimeout(() => {
            letters.push(taken)
            answer('250 taken')
          }, delayMs)
        } else letter += `${line}\n`
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `smtp://127.0.0.1:${port}`, letters, close: () => server.close() }
}
