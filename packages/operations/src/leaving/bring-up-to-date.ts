import { rm } from 'node:fs/promises'
import type { Instant } from '@motcua/calendar'
import { connect, migrations, type Scratch } from '@motcua/db'
import { carryArchiveIn } from './carry-archive-in.ts'
import { openArchiveFile, type Archive } from './read-archive.ts'
import { writeArchive } from './write-archive.ts'

/** Opens an empty database, of this version or with these migrations only. */
export type OpenScratch = (migrations?: readonly string[]) => Promise<Scratch>

/** An archive in the form of this version; `close` forgets what had to be made for it. */
export interface CurrentArchive {
  readonly archive: Archive
  close(): Promise<void>
}

/**
 * Opens an archive in the form of this version. One of an older version is taken into a database as that version had it,
 * brought up to date there like any installation, and written out again.
 * @param aside where the archive brought up to date may lie meanwhile
 */
export async function openCurrent(
  file: string,
  { openScratch, aside, now }: { openScratch: OpenScratch; aside: string; now: Instant },
): Promise<CurrentArchive> {
  const archive = await openArchiveFile(file)
  const known = archive.manifest.migrations.map(({ name }) => name)
  const here = migrations().map(({ name }) => name)
  const isOlder = here.some((name) => !known.includes(name)) && known.every((name) => here.includes(name))
  if (!isOlder) return { archive, close: async () => archive.close() }
  try {
    const scratch = await openScratch(known)
    try {
      await passThrough(archive, scratch, { known, aside, now })
    } finally {
      await scratch.drop()
    }
  } finally {
    archive.close()
  }
  const current = await openArchiveFile(aside)
  return {
    archive: current,
    async close() {
      current.close()
      await rm(aside, { force: true })
    },
  }
}

async function passThrough(
  archive: Archive,
  scratch: Scratch,
  { known, aside, now }: { known: readonly string[]; aside: string; now: Instant },
): Promise<void> {
  const { tenant, reason } = archive.manifest
  const owner = connect({ url: scratch.ownerUrl, max: 1 })
  try {
    await carryArchiveIn(owner, archive, { replace: false, now, form: known })
  } finally {
    await owner.close()
  }
  await scratch.bringUpToDate()
  const app = connect({ url: scratch.appUrl, max: 1 })
  try {
    await writeArchive(app, { tenant: tenant.id, file: aside, reason, now })
  } finally {
    await app.close()
  }
}
