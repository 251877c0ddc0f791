import path from 'node:path'

/** Where the database is, as the environment says it; the same for the command line as for the server. */
export function env(projectRoot: string): { readonly url: string | undefined; readonly dataDir: string } {
  return {
    url: process.env.DATABASE_URL || undefined,
    dataDir: path.resolve(projectRoot, process.env.DATA_DIR || '.data'),
  }
}
