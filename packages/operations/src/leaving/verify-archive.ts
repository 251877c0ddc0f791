import { openArchiveFile } from './read-archive.ts'
import { ArchiveManifest } from './archive-manifest.ts'

/** One thing in an archive that is not what it was when it was written. */
export interface ArchiveFault {
  readonly path: string
  readonly fault: 'altered' | 'missing' | 'added'
}

export interface VerifiedArchive {
  readonly manifest: ArchiveManifest
  /** How many entries were read. */
  readonly entries: number
  /** Empty where the archive is whole. */
  readonly faults: readonly ArchiveFault[]
}

/** Reads an archive from its first byte to its last and compares every entry with its fingerprint. @throws UnusableArchive */
export async function verifyArchive(file: string): Promise<VerifiedArchive> {
  const archive = await openArchiveFile(file)
  try {
    const sums = await archive.sums()
    const faults: ArchiveFault[] = []
    for (const path of archive.paths) {
      if (path === 'SHA256SUMS') continue
      const expected = sums.get(path)
      if (expected === undefined) faults.push({ path, fault: 'added' })
      // What does not unpack is not what was written.
      else if ((await archive.hash(path).catch(() => undefined)) !== expected)
        faults.push({ path, fault: 'altered' })
    }
    const there = new Set(archive.paths)
    for (const path of sums.keys()) if (!there.has(path)) faults.push({ path, fault: 'missing' })
    // The list of sums could have been rewritten with an entry: the manifest names the tables once more.
    for (const { file: path, sha256 } of archive.manifest.tables) {
      if (sums.get(path) !== sha256 && !faults.some((one) => one.path === path))
        faults.push({ path, fault: sums.has(path) ? 'altered' : 'missing' })
    }
    return { manifest: archive.manifest, entries: archive.paths.length, faults }
  } finally {
    archive.close()
  }
}
