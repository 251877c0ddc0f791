import { createServer, type RequestListener, type Server } from 'node:http'

/** Servers that listen; `stop` lets what is under way finish. */
export interface Listening {
  readonly port: number
  stop(graceMs?: number): Promise<void>
}

/**
 * Listens on one port of several addresses. Addresses this machine does not have (no IPv6) are left out.
 * @throws Error with one sentence for the person who starts the program
 */
export async function listen(
  handler: RequestListener,
  { hosts, port }: { hosts: readonly string[]; port: number },
): Promise<Listening> {
  const servers: Server[] = []
  let chosen = port
  for (const host of hosts) {
    const server = await listenOn(handler, host, chosen)
    if (!server) continue
    servers.push(server)
    // Port 0 means any free one; every address then has the same.
    chosen = (server.address() as { port: number }).port
  }
  if (servers.length === 0)
    throw new Error(`this machine has none of the addresses ${hosts.join(', ')}; correct HOST`)
  return {
    port: chosen,
    stop: async (graceMs = 5000) => void (await Promise.all(servers.map((server) => stop(server, graceMs)))),
  }
}

function listenOn(handler: RequestListener, host: string, port: number): Promise<Server | undefined> {
  const server = createServer(handler)
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') resolve(undefined)
      else reject(new Error(sentence(error, host, port), { cause: error }))
    })
    server.listen(port, host, () => resolve(server))
  })
}

function sentence({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === 'EADDRINUSE')
    return `port ${port} is taken by another program; stop it, or choose another with PORT`
  if (code === 'EACCES') return `this user may not open port ${port}; choose one above 1023 with PORT`
  if (code === 'ENOTFOUND') return `the address ${host} is not known; correct HOST`
  return `port ${port} cannot be opened: ${message}`
}

/** Nothing new is taken; after the grace what still runs is cut off. */
async function stop(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const timer = setTimeout(() => server.closeAllConnections(), graceMs)
  await closed
  clearTimeout(timer)
}
