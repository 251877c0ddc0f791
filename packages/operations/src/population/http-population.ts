import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { PopulationDown, type PopulationDatabase } from './population-database.ts'

const Answer = z.object({
  citizenId: z.string(),
  fullName: z.string().min(1).max(200),
  birthDate: z.iso.date().optional(),
  address: z.string().max(500).optional(),
})

const timeoutMs = 5000

/**
 * The population database over HTTP: a `POST` of JSON, signed as calls to the gateways are: `x-motcua-signature` is
 * `sha256=` and the hexadecimal HMAC-SHA256 of `<x-motcua-timestamp>.<body>`. 200 is a person, 404 that there is none.
 */
export function httpPopulation({
  url,
  secret,
  fetch,
  seconds,
}: {
  readonly url: string
  readonly secret: string
  readonly fetch: typeof globalThis.fetch
  /** Seconds since 1970, by the clock of the machine. */
  readonly seconds: () => number
}): PopulationDatabase {
  return {
    async find(citizenId, asked) {
      const body = JSON.stringify({ citizenId, ...asked })
      const timestamp = String(Math.floor(seconds()))
      const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')
      const answer = await fetch(url, {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/json',
          'x-motcua-timestamp': timestamp,
          'x-motcua-signature': `sha256=${signature}`,
        },
        signal: AbortSignal.timeout(timeoutMs),
        redirect: 'error',
      }).catch((cause: unknown) => {
        throw new PopulationDown('it does not answer', { cause })
      })
      if (answer.status === 404) {
        await answer.body?.cancel()
        return undefined
      }
      const read = Answer.safeParse(answer.ok ? await answer.json().catch(() => undefined) : undefined)
      if (!read.success || read.data.citizenId !== citizenId) {
        throw new PopulationDown(`it answered ${answer.status} and not what was asked`)
      }
      const { fullName, birthDate, address } = read.data
      return { citizenId, fullName, ...(birthDate && { birthDate }), ...(address && { address }) }
    },
  }
}
