import path from 'node:path'

/** How the world reaches portals and the desk. */
export interface Addresses {
  portal(host: string): string
  readonly desk: string
}

/** The settings of the server, read in the same way, unless another address is given: `*` stands for a host name. */
export function addresses(given?: string): Addresses {
  const address = given || process.env.PUBLIC_ADDRESS || `http://*:${process.env.PORT || 3000}`
  const portal = (host: string): string => address.replace('*', host)
  return { portal, desk: portal(`desk.${process.env.BASE_HOST || 'localhost'}`) }
}

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
