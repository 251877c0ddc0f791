import { getRequestListener } from '@hono/node-server'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { sandboxApp } from './app.ts'
import { openBox, type Box } from './box.ts'
import { beforeIdentity, openSystems, type OpenSystem } from './identity/systems.ts'
import type { System } from './identity/provider.ts'
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
  /** How the identity systems know their client; the secret of the gateways unless told. */
  readonly identityClient?: { readonly id: string; readonly secret: string }
  /** What calls to the population database are signed with; the secret of the gateways unless told. */
  readonly populationSecret?: string
  readonly now: () => Date
}

/** Opens the outside world in a box: mail in, pages out, and the gateways for text messages, Zalo and payments. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { port, smtpPort, host, secret, now, provinces = [] } = options
  const { vnpaySecret = secret, vnpayRetrySeconds = 300 } = options
  const box = openBox()
  const cabinet = openCabinet()
  const bank = openBank({ secret: vnpaySecret, now, retrySeconds: vnpayRetrySeconds })
  const { populationSecret = secret } = options
  const { identityClient = { id: 'motcua', secret } } = options
  // They know their own address, so they are opened when the port is known.
  let identity: ReadonlyMap<System, OpenSystem> | undefined
  const app = sandboxApp(box, bank, {
    secret,
    populationSecret,
    now,
    cabinet,
    provinces,
    identity: (system) => identity!.get(system)!,
  })
  const server = createServer(beforeIdentity(() => identity, getRequestListener(app.fetch)))
  server.listen(port, host)
  await once(server, 'listening')
  try {
    const mail = await serveMail(box, { port: smtpPort, host, now })
    const address = server.address()
    const opened = typeof address === 'object' && address ? address.port : port
    identity = openSystems(`http://localhost:${opened}`, identityClient)
    return {
      box,
      cabinet,
      bank,
      port: opened,
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
