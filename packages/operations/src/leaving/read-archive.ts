import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { openPromise, type Entry } from 'yauzl'
import { ArchiveManifest, UnusableArchive } from './archive-manifest.ts'
import { fileOf } from './write-archive.ts'

/** An archive that is open for reading. */
export interface Archive {
  readonly manifest: ArchiveManifest
  /** Paths of everything in it. */
  readonly paths: readonly string[]
  /** The lines of a table, some at a time. */
  lines(file: string): AsyncGenerator<string[]>
  /** A stored file. @throws UnusableArchive where it is not there or is not what its fingerprint says */
  content(sha256: string): Promise<Buffer>
  /** SHA-256 of an entry. */
  hash(path: string): Promise<string>
  /** What `SHA256SUMS` says the entries hash to, by path. */
  sums(): Promise<ReadonlyMap<string, string>>
  close(): void
}

/** Opens an archive. Close it afterwards. @throws UnusableArchive */
export async function openArchiveFile(file: string): Promise<Archive> {
  const zip = await openPromise(file, { autoClose: false, strictFileNames: true }).catch((cause: Error) => {
    throw unreadable(file, cause)
  })
  try {
    const entries = new Map<string, Entry>()
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
    const stream = async (path: string) => {
      const entry = entries.get(path)
      if (!entry) throw missing(path)
      return zip.openReadStreamPromise(entry)
    }
    const manifest = parseManifest(file, await text(await stream('manifest.json')))
    return {
      manifest,
      paths: [...entries.keys()],
      async *lines(path) {
        yield* linesOf(await stream(path))
      },
      async content(sha256) {
        const chunks: Uint8Array[] = []
        for await (const chunk of await stream(fileOf(sha256))) chunks.push(chunk as Uint8Array)
        const content = Buffer.concat(chunks)
        if (createHash('sha256').update(content).digest('hex') !== sha256) throw altered(fileOf(sha256))
        return content
      },
      async hash(path) {
        const hash = createHash('sha256')
        await pipeline(await stream(path), hash)
        return hash.digest('hex')
      },
      sums: async () => sumsOf(await text(await stream('SHA256SUMS'))),
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

/** SHA-256 of a file on the disk. */
export async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

function parseManifest(file: string, written: string): ArchiveManifest {
  let value: unknown
  try {
    value = JSON.parse(written)
  } catch (cause) {
    throw unreadable(file, cause as Error)
  }
  const read = ArchiveManifest.safeParse(value)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw unreadable(file, new Error(`manifest.json: ${issue?.path.join('.')}: ${issue?.message}`))
}

/**
 * Lines as they come out of the file, about a megabyte at a time. A line ends at a line feed and nowhere else: what people
 * write may hold the other separators that readers of lines usually know.
 */
async function* linesOf(stream: AsyncIterable<Buffer | string>): AsyncGenerator<string[]> {
  const decoder = new TextDecoder()
  let rest = ''
  let batch: string[] = []
  let length = 0
  for await (const chunk of stream) {
    const lines = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n')
    rest = lines.pop()!
    for (const line of lines) {
      batch.push(line)
      length += line.length
      if (length < 1_000_000 && batch.length < 2_000) continue
      yield batch
      batch = []
      length = 0
    }
  }
  if (rest !== '') batch.push(rest)
  if (batch.length > 0) yield batch
}

function sumsOf(written: string): ReadonlyMap<string, string> {
  return new Map(
    written
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  )
}

const unreadable = (file: string, cause: Error): UnusableArchive =>
  new UnusableArchive(
    {
      vi: `\`${file}\` không phải là gói dữ liệu của một tỉnh, hoặc đã hỏng: ${cause.message}`,
      en: `\`${file}\` is no archive of a province, or is damaged: ${cause.message}`,
    },
    { cause },
  )

const missing = (path: string): UnusableArchive =>
  new UnusableArchive({ vi: `trong gói thiếu \`${path}\``, en: `the archive lacks \`${path}\`` })

const altered = (path: string): UnusableArchive =>
  new UnusableArchive({
    vi: `trong gói, \`${path}\` không còn như khi được ghi`,
    en: `in the archive, \`${path}\` is not what it was when it was written`,
  })
