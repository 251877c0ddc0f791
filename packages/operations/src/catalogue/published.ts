import type { Instant } from '@motcua/calendar'
import { firstEditionAt, getProcedureVersionForUpdate, listProcedureVersions, type Tx } from '@motcua/db'
import {
  comingStages,
  draftProcedure,
  putOnPortal,
  replaceProcedure,
  type ProcedureContent,
  type ProcedureVersion,
} from '@motcua/domain'
import type { TenantFolder } from '../tenants/folder.ts'
import { contentHash, contentIn } from './content.ts'
import { storeVersion } from './store-version.ts'

/** Who brings versions in that were decided on outside the platform. */
export const folderHand = 'procedures.csv'

/**
 * Ends the time of the version that was on the portal. A procedure that never changed before gets its first version
 * now: as the province opened with it.
 * @returns the number its successor gets
 */
export async function replacePublished(
  tx: Tx,
  { code, before, now, by }: { code: string; before: ProcedureContent | undefined; now: Instant; by: string },
): Promise<number> {
  const lines = await listProcedureVersions(tx, code)
  const coming = lines.find(({ stage }) => comingStages.includes(stage))
  const successor = coming?.version ?? Math.max(1, ...lines.map(({ version }) => version)) + 1
  const published = lines.find(({ stage }) => stage === 'published')
  if (published) {
    const version = await getProcedureVersionForUpdate(tx, code, published.version)
    await storeVersion(tx, replaceProcedure(version, now, successor), { by, now })
  } else if (before && !lines.some(({ version }) => version === 1)) {
    const at = (await firstEditionAt(tx)) ?? now
    await storeVersion(tx, replaceProcedure(asDeclared(1, before, at), now, successor), { by, now })
  }
  return lines.length === 0 && !before ? 1 : successor
}

/** Keeps, as versions, what a newly applied folder changes of the procedures the province offers. */
export async function recordFolderChanges(
  tx: Tx,
  { before, after, now }: { before: TenantFolder; after: TenantFolder; now: Instant },
): Promise<void> {
  const codes = new Set([...before.offered, ...after.offered].map(({ code }) => code))
  for (const code of codes) {
    const [was, is] = [contentIn(before, code), contentIn(after, code)]
    if (was && is && contentHash(was) === contentHash(is)) continue
    const version = await replacePublished(tx, { code, before: was, now, by: folderHand })
    if (!is) continue
    // The one on its way keeps its number: what the folder brings stands after it.
    const lines = await listProcedureVersions(tx, code)
    const free = lines.some((line) => line.version === version)
      ? Math.max(...lines.map((line) => line.version)) + 1
      : version
    await storeVersion(tx, asDeclared(free, is, now), { by: folderHand, now })
  }
}

/** A version decided on outside: it stands on the portal as it is. */
function asDeclared(version: number, content: ProcedureContent, at: Instant): ProcedureVersion {
  const done = { at, by: folderHand }
  return putOnPortal(draftProcedure(version, { kind: version === 1 ? 'new' : 'changed', content, ...done }), {
    ...done,
    from: at,
  })
}
