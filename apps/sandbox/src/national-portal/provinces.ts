import { z } from 'zod'
import { signatureHeaders } from './signing.ts'

/** A province the national portal is joined to: where it listens, and the key both sign with. */
export interface Province {
  readonly id: string
  readonly url: string
  readonly key: string
}

const Bilingual = z.object({ vi: z.string(), en: z.string() })
const Named = z.object({ id: z.string(), name: z.string() })

/** What a province says it takes in from the national portal. */
const Offered = z.object({
  code: z.string(),
  name: z.string(),
  cases: z.array(Named),
  agencies: z.array(Named),
  papers: z.array(Named.extend({ required: z.boolean() })),
  fields: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      label: Bilingual,
      optional: z.boolean(),
      prefill: z.string().optional(),
      choices: z.array(z.object({ value: z.string(), label: Bilingual })).optional(),
    }),
  ),
  returnChannels: z.array(z.string()),
})
export type Offered = z.infer<typeof Offered>

/** How a call ended: the province's answer, or that nobody answered. */
export interface Answered {
  readonly status: number
  readonly body: Record<string, unknown>
}

const timeoutMs = 15_000

/** Asks a province, signed; 0 is the status of no answer at all. */
export async function callProvince(
  { id, url, key }: Province,
  { method, path, body = '' }: { method: 'GET' | 'POST'; path: string; body?: string },
  now: Date,
): Promise<Answered> {
  const address = new URL(path, url)
  const signed = signatureHeaders(
    { method, path: `${address.pathname}${address.search}`, body: new TextEncoder().encode(body) },
    { province: id, key, now },
  )
  try {
    const answer = await fetch(address, {
      method,
      headers: { ...signed, 'content-type': 'application/json' },
      ...(method === 'POST' && { body }),
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
    })
    const read: unknown = await answer.json().catch(() => ({}))
    return { status: answer.status, body: (read ?? {}) as Record<string, unknown> }
  } catch (error) {
    return { status: 0, body: { error: error instanceof Error ? error.message : String(error) } }
  }
}

/** The procedures a province takes in from here. @throws Error where it does not answer in kind */
export async function askOffered(province: Province, now: Date): Promise<Offered[]> {
  const { status, body } = await callProvince(
    province,
    { method: 'GET', path: '/exchange/v1/procedures' },
    now,
  )
  if (status !== 200) throw new Error(`${province.id} answered ${status}`)
  return z.object({ procedures: z.array(Offered) }).parse(body).procedures
}
