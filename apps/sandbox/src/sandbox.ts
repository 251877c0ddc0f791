import { serve } from '@hono/node-server'
import { once } from 'node:events'
import { sandboxApp } from './app.ts'
import { openBox, type Box } from './box.ts'
import { serveMail } from './mail-server.ts'
import { openCabinet, type Cabinet } from './national-portal/cabinet.ts'
import type { Province } from './national-portal/provinces.ts'
import { openBank, type Bank } from './vnpay/bank.ts'

export interface SandboxOptions {
  /** Port of the pages and gateways; 0 takes a free one. */
  readonly port: number
  readonly smtpPort: number
  readonly host: string
  /** What gateway calls are signed with. */
  readonly secret: string
  /** Provinces the national portal is joined to. */
  readonly provinces?: readonly Province[]
  /** Secret of every merchant at the payment gateway; the one of the other gateways unless told. */
  readonly vnpaySecret?: string
  /** Seconds after which the payment gateway calls again a merchant that did not understand it. */
  readonly vnpayRetrySeconds?: number
  readonly now: () => Date
}

/** Opens the outside world in a box: mail in, pages out, and the gateways for text messages, Zalo and payments. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { port, smtpPort, host, secret, now, provinces = [] } = options
  const { vnpaySecret = secret, vnpayRetrySeconds = 300 } = options
  const box = openBox()
  const cabinet = openCabinet()
  const bank = openBank({ secret: vnpaySecret, now, retrySeconds: vnpayRetrySeconds })
  const app = sandboxApp(box, bank, { secret, now, cabinet, provinces })
  const server = serve({ fetch: app.fetch, port, hostname: host })
  if (!server.listening) await once(server, 'listening')
  try {
    const mail = await serveMail(box, { port: smtpPort, host, now })
    const address = server.address()
    return {
      box,
      cabinet,
      bank,
      port: typeof address === 'object' && address ? address.port : port,
      smtpPort: mail.port,
      async close() {
        bank.close()
        await mail.close()
        await new Promise((resolve) => server.close(resolve))
      },
    }
  } catch (error) {
    bank.close()
    server.close()
    throw error
  }
}

export interface Sandbox {
  readonly box: Box
  readonly cabinet: Cabinet
  readonly bank: Bank
  readonly port: number
  readonly smtpPort: number
  close(): Promise<void>
}
