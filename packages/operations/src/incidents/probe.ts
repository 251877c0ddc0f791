import { putProbe, type Database, type Probe } from '@motcua/db'
import type { Instant } from '@motcua/calendar'
import type { Tenant } from '../tenants/tenant.ts'

/** Tries one part of a province's service; it fails by throwing. */
export interface ProbeOf {
  readonly component: string
  readonly probe: (tenant: Tenant, signal: AbortSignal) => Promise<void>
}

/** What it takes to probe. */
export interface ProbeOffice {
  readonly db: Database
  readonly tenants: { list(): Promise<readonly Tenant[]> }
  readonly now: () => Instant
  readonly probes: readonly ProbeOf[]
  readonly timeoutMs: number
}

/** Probes every part of every province once and keeps what was seen. An archive that is down keeps nothing. */
export async function probeAll({ db, tenants, now, probes, timeoutMs }: ProbeOffice): Promise<number> {
  let failed = 0
  for (const tenant of await tenants.list()) {
    const seen = await Promise.all(probes.map((one) => tryOut(one, tenant, { now, timeoutMs })))
    failed += seen.filter(({ ok }) => !ok).length
    await db.transact(tenant.id, async (tx) => {
      for (const probe of seen) await putProbe(tx, probe)
    })
  }
  return failed
}

async function tryOut(
  { component, probe }: ProbeOf,
  tenant: Tenant,
  { now, timeoutMs }: { now: () => Instant; timeoutMs: number },
): Promise<Probe> {
  const at = now()
  const began = performance.now()
  const ok = await probe(tenant, AbortSignal.timeout(timeoutMs)).then(
    () => true,
    () => false,
  )
  return { component, ok, at, durationMs: performance.now() - began }
}

/** Probes at most once in `everyMs`, however often it is called. */
export function prober(office: ProbeOffice, everyMs: number, ticks: () => number): () => Promise<void> {
  let next = 0
  return async () => {
    if (ticks() < next) return
    next = ticks() + everyMs
    await probeAll(office)
  }
}
