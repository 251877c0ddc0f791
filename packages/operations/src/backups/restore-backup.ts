import type { Instant } from '@motcua/calendar'
import { currentEditionNo, type DoneBackup } from '@motcua/db'
import type { Actor } from '@motcua/domain'
import { audit } from '../audit/audit.ts'
import { UnusableArchive } from '../leaving/archive-manifest.ts'
import { openCurrent } from '../leaving/bring-up-to-date.ts'
import { carryArchiveIn, type CarriedIn } from '../leaving/carry-archive-in.ts'
import type { House } from '../leaving/import-tenant.ts'
import { makeBackup, type BackupPlace } from './make-backup.ts'

export interface RestoreOrder {
  readonly tenant: string
  /** The file to restore from. */
  readonly file: string
  readonly aside: string
  readonly now: Instant
  readonly by: string
  readonly actor: Actor
}

export interface Restored extends CarriedIn {
  /** The moment the province is as it was at. */
  readonly takenAt: Instant
  /** What there was until now, laid aside first; absent where the province had nothing in force. */
  readonly before?: DoneBackup
  readonly tookMs: number
}

/**
 * Puts a province back as it was in a backup, in one transaction, while the others go on. What there is of it now is laid
 * aside in a backup of its own first, so that nothing done since is lost for good.
 * @throws UnusableArchive
 */
export async function restoreBackup(
  house: House & BackupPlace,
  { tenant, file, aside, now, by, actor }: RestoreOrder,
): Promise<Restored> {
  const began = performance.now()
  const { archive, close } = await openCurrent(file, { openScratch: house.openScratch, aside, now })
  try {
    const { manifest } = archive
    if (manifest.tenant.id !== tenant) throw ofAnother(manifest.tenant.id, tenant)
    const before = await layAside(house, { tenant, now, by, actor })
    const carried = await carryArchiveIn(house.owner, archive, { replace: true, now })
    await house.db.transact(tenant, (tx) =>
      audit(
        { tx, actor, now },
        {
          deed: 'backup:restore',
          thing: 'tenant',
          thingId: tenant,
          detail: { takenAt: manifest.takenAt, ...(before && { before: before.id }) },
        },
      ),
    )
    const tookMs = Math.round(performance.now() - began)
    return { ...carried, takenAt: manifest.takenAt as Instant, ...(before && { before }), tookMs }
  } finally {
    await close()
  }
}

async function layAside(
  house: BackupPlace,
  order: Pick<RestoreOrder, 'tenant' | 'now' | 'by' | 'actor'>,
): Promise<DoneBackup | undefined> {
  if ((await currentEditionNo(house.db, order.tenant)) === undefined) return undefined
  return makeBackup(house, { ...order, reason: 'before-restore' })
}

const ofAnother = (found: string, wanted: string): UnusableArchive =>
  new UnusableArchive({
    vi: `gói này của tỉnh ${found}, không phải của ${wanted}`,
    en: `this archive is of ${found}, not of ${wanted}`,
  })
