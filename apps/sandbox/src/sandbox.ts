import { serve } from '@hono/node-server'
import { once } from 'node:events'
import { sandboxApp } from './app.ts'
import { openBox, type Box } from './box.ts'
import { serveMail } from './mail-server.ts'

export interface SandboxOptions {
  /** Port of the pages and gateways; 0 takes a free one. */
  readonly port: number
  readonly smtpPort: number
  readonly host: string
  /** What gateway calls are signed with. */
  readonly secret: string
  readonly now: () => Date
}

/** Opens the outside world in a box: mail in, pages out, and the gateways for text messages and Zalo. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { port, smtpPort, host, secret, now } = options
  const box = openBox()
  const server = serve({ fetch: sandboxApp(box, { secret, now }).fetch, port, hostname: host })
  if (!server.listening) await once(server, 'listening')
  try {
    const mail = await serveMail(box, { port: smtpPort, host, now })
    const address = server.address()
    return {
      box,
      port: typeof address === 'object' && address ? address.port : port,
      smtpPort: mail.port,
      async close() {
        await mail.close()
        await new Promise((resolve) => server.close(resolve))
      },
    }
  } catch (error) {
    server.close()
    throw error
  }
}

export interface Sandbox {
  readonly box: Box
  readonly port: number
  readonly smtpPort: number
  close(): Promise<void>
}
