import { CannotStart, type Database, type OpenedArchive, connect, openArchive } from '@motcua/db'
import { type Io, Unusable } from '../command.ts'
import { env } from '../env.ts'
import { projectOf } from '../places.ts'

/** Opens the archive the server uses: DATABASE_URL's, or the embedded one, which is started only while it is needed. */
export async function withArchive<T>(io: Io, work: (archive: OpenedArchive) => Promise<T>): Promise<T> {
  const archive = await open(io)
  try {
    return await work(archive)
  } finally {
    await archive.stop()
  }
}

/** The same, with the role under which row-level security holds. */
export function withDatabase<T>(io: Io, work: (db: Database) => Promise<T>): Promise<T> {
  return withArchive(io, async ({ appUrl }) => {
    const db = connect({ url: appUrl, max: 2 })
    try {
      return await work(db)
    } finally {
      await db.close()
    }
  })
}

async function open(io: Io): Promise<OpenedArchive> {
  try {
    const { url, dataDir } = env(projectOf(io.cwd).root)
    return await openArchive({ url, dataDir, log: (message) => io.err(`${message}\n`) })
  } catch (error) {
    throw error instanceof CannotStart ? new Unusable({ vi: error.vi, en: error.message }) : error
  }
}
