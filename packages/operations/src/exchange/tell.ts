import { randomUUID } from 'node:crypto'
import type { Instant } from '@motcua/calendar'
import {
  markDone,
  noteState,
  putErrand,
  stateTold,
  statesTold,
  type Database,
  type Errand,
  type Tx,
} from '@motcua/db'
import type { Dossier, DossierEvent } from '@motcua/domain'
import type { Tenant } from '../tenants/tenant.ts'
import { exchangeHeaders } from './signature.ts'
import { isTold, stateOf } from './state.ts'

/** Kind of the errand that tells the national portal a state. */
export const tellNationalPortal = 'exchange.state'

/** The way to the national portal. */
export interface NationalPortal {
  /** Address without a slash at its end; states go to `/states` below it. */
  readonly url: string
  readonly keys: ReadonlyMap<string, string>
  /** Seconds since 1970 by the machine's own clock. */
  readonly seconds: () => number
}

interface About {
  readonly tenant: Tenant
  readonly errand: Pick<Errand, 'id' | 'dossierId' | 'eventVersion'>
  readonly now: Instant
}

/** Notes what the national portal has to be told after an event, with an errand of its own: noted before, nothing more. */
export async function noteStateToTell(
  tx: Tx,
  { tenant, errand, now }: About,
  portal: NationalPortal | undefined,
  { then, event }: { then: Dossier; event: DossierEvent },
): Promise<void> {
  if (!portal?.keys.has(tenant.id) || !isTold(tenant, then, event.at)) return
  const { dossierId, eventVersion: version } = errand
  const body = stateOf(tenant, then, event)
  await noteState(tx, { dossierId, version, status: body.status, body, notedAt: now })
  await putErrand(tx, { dossierId, eventVersion: version, kind: tellNationalPortal, dueAt: now })
}

const timeoutMs = 10_000

/**
 * Tells the national portal one state, signed, and marks the errand done. Told before, it is not told again.
 * @throws Error where it was not taken: the errand comes back later
 */
export async function tellState(
  db: Database,
  { tenant, errand, now }: About,
  portal: NationalPortal | undefined,
): Promise<void> {
  const key = portal?.keys.get(tenant.id)
  if (!portal || !key) throw new Error('no key for the national portal')
  const { dossierId, eventVersion: version } = errand
  const states = await db.read(tenant.id, (tx) => statesTold(tx, dossierId))
  const state = states.find((one) => one.version === version)
  try {
    if (state && !state.sentAt) await post(portal, { province: tenant.id, key }, JSON.stringify(state.body))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    await db.transact(tenant.id, (tx) => stateTold(tx, { dossierId, version }, { error: reason }))
    throw error
  }
  await db.transact(tenant.id, async (tx) => {
    if (state && !state.sentAt) await stateTold(tx, { dossierId, version }, { at: now })
    await markDone(tx, errand.id, now)
  })
}

async function post(
  { url, seconds }: NationalPortal,
  { province, key }: { province: string; key: string },
  text: string,
): Promise<void> {
  const address = new URL(`${url}/states`)
  const body = new TextEncoder().encode(text)
  const signed = exchangeHeaders(
    { method: 'POST', path: `${address.pathname}${address.search}`, body },
    { province, key, seconds: seconds(), nonce: randomUUID() },
  )
  const answer = await fetch(address, {
    method: 'POST',
    body,
    headers: { ...signed, 'content-type': 'application/json' },
    signal: AbortSignal.timeout(timeoutMs),
    redirect: 'error',
  })
  await answer.body?.cancel()
  // 409 says that this very request came before: it was taken then.
  if (!answer.ok && answer.status !== 409) throw new Error(`the national portal answered ${answer.status}`)
}
