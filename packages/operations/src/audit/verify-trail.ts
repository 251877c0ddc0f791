import { listSeals, sizeOfTrail, verifyTrail as brokenIn } from '@motcua/db'
import { z } from 'zod'
import { operation } from '../operation.ts'
import { audit } from './audit.ts'
import type { TrailReport } from './trail-report.ts'

/** Recomputes the whole trail of the province, on the auditor's asking; what was found goes into the trail. */
export const verifyOwnTrail = operation({
  name: 'audit.verify',
  may: 'audit:read',
  input: z.object({}).default({}),

  async run(room): Promise<TrailReport> {
    const { tx, tenant } = room
    const began = performance.now()
    const faults = await brokenIn(tx)
    const size = await sizeOfTrail(tx)
    const [lastSeal] = await listSeals(tx, 1)
    const durationMs = Math.round(performance.now() - began)
    const { entries } = size
    await audit(room, {
      deed: 'audit:verify',
      thing: 'trail',
      thingId: 'all',
      detail: { entries, faults: faults.length },
    })
    return { tenant: tenant.id, ...size, ...(lastSeal && { lastSeal }), faults, durationMs }
  },
})
