import { readFile } from 'node:fs/promises'
import { toMoment, type Instant } from '@motcua/calendar'
import {
  contentsOf,
  currentEdition,
  leftBehind,
  listCarriedTables,
  migrations,
  rowsOf,
  type BackupReason,
  type CarriedTable,
  type Database,
  type Tx,
} from '@motcua/db'
import { TenantFolder } from '../tenants/folder.ts'
import { compileTenant } from '../tenants/tenant.ts'
import {
  archiveFormat,
  archiveFormatVersion,
  type ArchivedTable,
  type ArchiveManifest,
} from './archive-manifest.ts'
import { handOverLaw } from './hand-over-law.ts'
import { writeZip, type Written, type ZipWriter } from './zip-writer.ts'

export interface ArchiveOrder {
  readonly tenant: string
  readonly file: string
  readonly reason: BackupReason
  readonly now: Instant
  /** Files beside the data, such as the program: where each lies on the disk, by its path in the archive. */
  readonly beside?: readonly { readonly path: string; readonly from: string }[]
}

export interface WrittenArchive extends Written {
  readonly manifest: ArchiveManifest
}

/**
 * Writes everything a province is into one file: an unchanging picture of its rows, its stored files, its law as text and
 * the description of the format. The processes go on meanwhile. Other provinces' rows cannot come into it: it is written
 * behind this province's door.
 * @throws NotFound for a tenant without an edition in force
 */
export async function writeArchive(db: Database, order: ArchiveOrder): Promise<WrittenArchive> {
  const { tenant, file, reason, now, beside = [] } = order
  let manifest: ArchiveManifest | undefined
  const written = await writeZip(file, { modified: new Date(toMoment(now) * 1000) }, async (zip) => {
    const sums: string[] = []
    const noted: ZipWriter = {
      async put(path, chunks, options) {
        const entry = await zip.put(path, chunks, options)
        sums.push(`${entry.sha256}  ${path}\n`)
        return entry
      },
    }
    await putText(noted, 'README.md', await readFile(formatDocument, 'utf8'))
    for (const { name, text } of migrations()) await putText(noted, `schema/${name}`, text)
    const data = await db.read(tenant, (tx) => putData(tx, noted))
    for (const { path, from } of beside) await noted.put(path, [await readFile(from)])
    const { folder, edition, tables, files } = data
    manifest = {
      format: archiveFormat,
      formatVersion: archiveFormatVersion,
      tenant: { id: tenant, name: folder.manifest.name, edition },
      takenAt: now,
      reason,
      migrations: migrations().map(({ name, checksum }) => ({ name, sha256: checksum })),
      tables,
      files,
      leftBehind: { ...leftBehind },
      law: handOverLaw(compileTenant(folder, edition), now),
    }
    await putText(noted, 'manifest.json', `${JSON.stringify(manifest, undefined, 2)}\n`)
    await putText(zip, 'SHA256SUMS', sums.join(''))
  })
  return { ...written, manifest: manifest! }
}

const formatDocument = new URL('../../../../docs/hand-over-format.md', import.meta.url)

interface Data extends Pick<ArchiveManifest, 'tables' | 'files'> {
  readonly folder: TenantFolder
  readonly edition: number
}

async function putData(tx: Tx, zip: ZipWriter): Promise<Data> {
  const { content, no: edition } = await currentEdition(tx)
  const folder = TenantFolder.parse(content)
  for (const { path, text } of folder.rules) await putText(zip, `rules/${path}`, text)
  const carried = await listCarriedTables(tx)
  const tables: ArchivedTable[] = []
  for (const table of carried) tables.push(await putTable(tx, zip, table))
  const kept = new Set<string>()
  let bytes = 0
  for (const table of carried) {
    for await (const batch of contentsOf(tx, table)) {
      for (const { sha256, content } of batch) {
        if (kept.has(sha256)) continue
        kept.add(sha256)
        bytes += content.length
        // Papers and pictures are packed already.
        await zip.put(fileOf(sha256), [content], { compress: false })
      }
    }
  }
  return { folder, edition, tables, files: { count: kept.size, bytes } }
}

/** Where a stored file lies in an archive. */
export const fileOf = (sha256: string): string => `files/${sha256.slice(0, 2)}/${sha256}`

async function putTable(tx: Tx, zip: ZipWriter, table: CarriedTable): Promise<ArchivedTable> {
  let rows = 0
  async function* lines(): AsyncGenerator<Buffer> {
    for await (const batch of rowsOf(tx, table)) {
      rows += batch.length
      yield Buffer.from(`${batch.join('\n')}\n`)
    }
  }
  const file = `tables/${table.name}.ndjson`
  const { bytes, sha256 } = await zip.put(file, lines())
  const { name, about, columns, key } = table
  return { name, about, columns: [...columns], key: [...key], file, rows, bytes, sha256 }
}

async function putText(zip: ZipWriter, path: string, text: string): Promise<void> {
  await zip.put(path, [Buffer.from(text)])
}
