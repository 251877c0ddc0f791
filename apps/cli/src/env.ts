import path from 'node:path'

export interface CliEnv {
  readonly url: string | undefined
  readonly dataDir: string
  /** Folder of the backups. */
  readonly backupDir: string
}

/** Where the database and its backups are, as the environment says it; the same as for the server and the worker. */
export function env(projectRoot: string): CliEnv {
  const dataDir = path.resolve(projectRoot, process.env.DATA_DIR || '.data')
  return {
    url: process.env.DATABASE_URL || undefined,
    dataDir,
    backupDir: path.resolve(projectRoot, process.env.BACKUP_DIR || path.join(dataDir, 'backups')),
  }
}
