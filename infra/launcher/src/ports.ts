import net from 'node:net'

/** Says whether a program listens on `port` already, on either loopback address. */
export async function isTaken(port: number): Promise<boolean> {
  const answers = await Promise.all(['127.0.0.1', '::1'].map((host) => cannotListen(port, host)))
  return answers.some(Boolean)
}

function cannotListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = net.createServer()
    // A machine without IPv6 refuses the address itself: that port is nobody's.
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'EADDRINUSE'))
    server.listen({ port, host }, () => server.close(() => resolve(false)))
  })
}
