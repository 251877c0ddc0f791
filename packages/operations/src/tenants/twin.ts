import { toMoment, type Instant } from '@motcua/calendar'
import {
  currentEdition,
  findTenantState,
  getTenantStateForUpdate,
  markTwin,
  moveClock,
  type Database,
} from '@motcua/db'
import { NotFound, Refused, type Actor } from '@motcua/domain'
import { audit } from '../audit/audit.ts'
import { applyTenant, type Applied } from './apply-tenant.ts'
import { TenantFolder } from './folder.ts'

/** The id of a province's trial, *bản thử*. */
export const twinIdOf = (tenant: string): string => `${tenant}-thu`

/**
 * The declarations of a province as those of its trial: the same law and bodies under another name and host, saying on
 * every page that nothing there counts. It takes no money.
 */
export function twinFolder(folder: TenantFolder): TenantFolder {
  const { payment: _payment, ...manifest } = folder.manifest
  const notice = {
    vi: 'Bản thử: dữ liệu ở đây không có giá trị pháp lý, đồng hồ có thể đã được chỉnh. Không nộp hồ sơ thật.',
    en: 'Trial: nothing here has legal effect, and the clock may have been moved. Do not file real dossiers.',
  }
  return {
    ...folder,
    manifest: {
      ...manifest,
      id: twinIdOf(manifest.id),
      name: `${manifest.name} (bản thử)`,
      hosts: [twinHost(manifest.hosts[0]!)],
      notice,
    },
  }
}

/** `dichvucong.tinh.gov.vn` → `dichvucong-thu.tinh.gov.vn`. */
function twinHost(host: string): string {
  const [first, ...rest] = host.split('.')
  return [`${first}-thu`, ...rest].join('.')
}

/**
 * Opens the trial of a province beside it, or brings it up to a folder: of a text that is being tried, or as the
 * province stands. Rules are tried there with a clock that can be moved, and nobody is written to by mistake: its
 * accounts are its own.
 */
export async function openTwin(
  db: Database,
  { of, folder, now, actor }: { of: string; folder?: TenantFolder; now: Instant; actor?: Actor },
): Promise<Applied> {
  const state = await findTenantState(db, of)
  if (state?.edition === undefined) throw new NotFound('tenant')
  if (state.twinOf !== undefined) throw new Refused({ code: 'tenant-is-a-twin' })
  const content = folder ?? TenantFolder.parse((await db.read(of, currentEdition)).content)
  const applied = await applyTenant(db, twinFolder(content), { now, overDesk: true, ...(actor && { actor }) })
  await db.transact(applied.tenant, (tx) => markTwin(tx, of))
  return applied
}

/**
 * Puts the clock of a trial to a moment, from which it runs on; without one it goes with the world's again. What the
 * windows ask and do there happens at that moment; the worker's errands go by the world's clock.
 * @throws Refused for a province that is no trial
 */
export async function setTwinClock(
  db: Database,
  { twin, to, now, actor }: { twin: string; to: Instant | undefined; now: Instant; actor: Actor },
): Promise<void> {
  await db.transact(twin, async (tx) => {
    const { twinOf } = await getTenantStateForUpdate(tx)
    if (twinOf === undefined) throw new Refused({ code: 'tenant-is-no-twin' })
    const ahead = to === undefined ? 0 : toMoment(to) - toMoment(now)
    await moveClock(tx, ahead)
    const detail = { aheadSeconds: ahead }
    await audit({ tx, actor, now }, { deed: 'tenant:amend', thing: 'clock', thingId: twin, detail })
  })
}
