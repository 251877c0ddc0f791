import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'

/** What one file in an archive holds. */
export interface Written {
  readonly bytes: number
  readonly sha256: string
}

/** A ZIP file while it is written: one entry after the other, none of them held in memory. */
export interface ZipWriter {
  /** Writes an entry to its end. */
  put(
    path: string,
    chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    options?: { compress?: boolean },
  ): Promise<Written>
}

/**
 * Writes a ZIP file through `work`. It stands under its name only when it is whole and on the disk; until then, and for
 * ever where `work` throws, there is nothing under it.
 */
export async function writeZip(
  file: string,
  { modified }: { modified: Date },
  work: (zip: ZipWriter) => Promise<void>,
): Promise<Written> {
  const part = `${file}.part`
  const zip = new ZipFile()
  const broken = Promise.withResolvers<never>()
  broken.promise.catch(() => undefined)
  zip.on('error', broken.reject)
  const whole = digesting()
  const written = pipeline(
    Readable.from(zip.outputStream),
    whole.through,
    createWriteStream(part, { mode: 0o600 }),
  )
  written.catch(broken.reject)
  try {
    await Promise.race([
      work({ put: (...entry) => Promise.race([put(zip, modified, ...entry), broken.promise]) }),
      broken.promise,
    ])
    zip.end()
    await Promise.race([written, broken.promise])
    await toDisk(part)
    await rename(part, file)
    return whole.written()
  } catch (error) {
    whole.through.destroy()
    await rm(part, { force: true })
    throw error
  }
}

async function put(
  zip: ZipFile,
  mtime: Date,
  path: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { compress = true }: { compress?: boolean } = {},
): Promise<Written> {
  const { through, written } = digesting()
  const done = Promise.withResolvers<void>()
  through.on('end', done.resolve)
  // How large it becomes is not known before: its place for the size is made large enough.
  const options = { mtime, mode: 0o100600, compress, forceZip64Format: true }
  zip.addReadStreamLazy(path, options, (give) => {
    pipeline(Readable.from(chunks, { objectMode: false }), through).catch(done.reject)
    give(undefined, through)
  })
  await done.promise
  return written()
}

/** Counts and fingerprints what passes. */
function digesting(): { through: Transform; written: () => Written } {
  const hash = createHash('sha256')
  let bytes = 0
  const through = new Transform({
    transform(chunk: Buffer, _, next) {
      hash.update(chunk)
      bytes += chunk.length
      next(null, chunk)
    },
  })
  return { through, written: () => ({ bytes, sha256: hash.digest('hex') }) }
}

async function toDisk(file: string): Promise<void> {
  const handle = await open(file, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
