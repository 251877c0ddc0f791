import type { Instant } from '@motcua/calendar'
import type { Database } from '@motcua/db'
import type { Actor } from '@motcua/domain'
import { audit } from '../audit/audit.ts'
import { openCurrent, type OpenScratch } from './bring-up-to-date.ts'
import { carryArchiveIn, type CarriedIn } from './carry-archive-in.ts'

/** What it takes to carry a province in: the owner of the tables and the role of the processes. */
export interface House {
  readonly owner: Database
  readonly db: Database
  readonly openScratch: OpenScratch
}

export interface ImportOrder {
  readonly file: string
  /** Where an older archive may lie while it is brought up to date. */
  readonly aside: string
  readonly now: Instant
  readonly actor: Actor
}

/**
 * Takes a province in from its hand-over archive, all of it or nothing, and notes it in its trail.
 * @throws UnusableArchive where it is here already, the archive is not whole, or a host of it is another province's
 */
export async function importTenant(house: House, order: ImportOrder): Promise<CarriedIn> {
  const { now, actor } = order
  const { archive, close } = await openCurrent(order.file, { ...order, openScratch: house.openScratch })
  try {
    const { takenAt, tenant } = archive.manifest
    const carried = await carryArchiveIn(house.owner, archive, { replace: false, now })
    await house.db.transact(tenant.id, (tx) =>
      audit(
        { tx, actor, now },
        { deed: 'tenant:import', thing: 'tenant', thingId: tenant.id, detail: { takenAt } },
      ),
    )
    return carried
  } finally {
    await close()
  }
}
