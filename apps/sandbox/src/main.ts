import {
  host,
  identityClient,
  populationSecret,
  port,
  provinces,
  secret,
  smtpPort,
  vnpayRetrySeconds,
  vnpaySecret,
} from './env.ts'
import { startSandbox } from './sandbox.ts'

const sandbox = await startSandbox({
  host,
  port,
  smtpPort,
  secret,
  provinces,
  vnpaySecret,
  vnpayRetrySeconds,
  populationSecret,
  identityClient,
  now: () => new Date(),
}).catch((error: NodeJS.ErrnoException) => {
  const taken = error.code === 'EADDRINUSE'
  console.error(taken ? `sandbox: port ${port} or ${smtpPort} is taken` : `sandbox: ${error.message}`)
  process.exit(1)
})
console.log(`sandbox: http://localhost:${sandbox.port} · smtp ${sandbox.smtpPort}`)

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    void sandbox.close()
  })
}
