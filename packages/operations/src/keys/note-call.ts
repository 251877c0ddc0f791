import { dateOf, fromMoment, toMoment, type Instant } from '@motcua/calendar'
import {
  countCall,
  logCall,
  noteAddress,
  raiseApiAlert,
  usageSince,
  type HourOfUse,
  type Tx,
} from '@motcua/db'
import type { Context } from '../operation.ts'
import type { Admission, CallRefusal } from './admit-call.ts'

/** What is abnormal in the use of a key (TQ25-8.1). */
export type AnomalyKind =
  | 'over-limit'
  | 'scope-missing'
  | 'used-after-end'
  | 'address-not-allowed'
  | 'new-address'
  | 'probing'
  | 'surge'
  | 'guessing'

/** Misses in one hour from which on a key seems to look for what is not its business. */
const probingMisses = 20
/** A key is surging when it is called this many times as often as in a usual hour, and at least so often. */
const surge = { times: 5, atLeast: 200, everyCalls: 50, usualHours: 24 }

export interface CallDone {
  readonly admission: Admission
  readonly method: string
  readonly path: string
  readonly status: number
  readonly address: string
  readonly durationMs: number
}

/** Writes an access down, counts it, and raises what is abnormal about it. Answers wait for it: none goes unwritten. */
export async function noteCall(
  { db, tenant, now, requestId }: Pick<Context, 'db' | 'tenant' | 'now' | 'requestId'>,
  { admission, ...call }: CallDone,
): Promise<void> {
  const at = now()
  const { keyId, secretId } = admission
  const refusal = admission.admitted ? undefined : admission.refusal
  // Who only tries keys, and goes on after being told to stop, does not fill the log.
  if (!keyId && !admission.admitted && admission.retryAfterSeconds !== undefined) {
    return db.transact(tenant.id, (tx) => raise(tx, undefined, 'guessing', at, { address: call.address }))
  }
  await db.transact(tenant.id, async (tx) => {
    const outcome = refusal ?? 'answered'
    await logCall(tx, { ...call, at, ...(keyId && { keyId, secretId: secretId! }), outcome, requestId })
    if (!keyId) return
    const missed = call.status === 404
    const hour = await countCall(tx, keyId, { hour: hourOf(at), refused: refusal !== undefined, missed })
    if (refusal) return raiseRefusal(tx, keyId, refusal, at, call)
    await watch(tx, keyId, { hour, at, missed, address: call.address })
  })
}

const anomalyOf: Partial<Record<CallRefusal, AnomalyKind>> = {
  'over-limit': 'over-limit',
  'scope-missing': 'scope-missing',
  'key-not-active': 'used-after-end',
  'key-ended': 'used-after-end',
  'address-not-allowed': 'address-not-allowed',
}

async function raiseRefusal(
  tx: Tx,
  keyId: string,
  refusal: CallRefusal,
  at: Instant,
  { address, path }: { address: string; path: string },
): Promise<void> {
  const kind = anomalyOf[refusal]
  if (kind) await raise(tx, keyId, kind, at, { address, path })
}

async function watch(
  tx: Tx,
  keyId: string,
  { hour, at, missed, address }: { hour: HourOfUse; at: Instant; missed: boolean; address: string },
): Promise<void> {
  const addresses = await noteAddress(tx, keyId, { address, at })
  if (addresses !== undefined && addresses > 1) {
    await raise(tx, keyId, 'new-address', at, { address, addresses })
  }
  if (missed && hour.missed >= probingMisses) {
    await raise(tx, keyId, 'probing', at, { missed: hour.missed })
  }
  if (hour.calls >= surge.atLeast && hour.calls % surge.everyCalls === 0) {
    const usual = usualOf(await usageSince(tx, keyId, weekBefore(hour.hour)), hour.hour)
    if (usual !== undefined && hour.calls > usual * surge.times) {
      await raise(tx, keyId, 'surge', at, { calls: hour.calls, usual: Math.round(usual) })
    }
  }
}

/** Calls in a usual hour of the week before; undefined where the key was used too little to know. */
function usualOf(hours: readonly HourOfUse[], now: Instant): number | undefined {
  const before = hours.filter(({ hour }) => hour !== now)
  if (before.length < surge.usualHours) return undefined
  return before.reduce((sum, { calls }) => sum + calls, 0) / before.length
}

async function raise(
  tx: Tx,
  keyId: string | undefined,
  kind: AnomalyKind,
  at: Instant,
  detail: Readonly<Record<string, unknown>>,
): Promise<void> {
  await raiseApiAlert(tx, { ...(keyId && { keyId }), kind, raisedAt: at, day: dateOf(at), detail })
}

function hourOf(at: Instant): Instant {
  const moment = toMoment(at)
  return fromMoment(moment - (moment % 3600))
}

function weekBefore(at: Instant): Instant {
  return fromMoment(toMoment(at) - 7 * 86_400)
}
