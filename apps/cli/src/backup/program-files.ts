import { readdir } from 'node:fs/promises'
import path from 'node:path'

/** What is made, fetched or private, and no source. */
const notSource = new Set(['node_modules', 'build', 'dist', 'test-results', 'playwright-report', 'backups'])

/** Source and tools of this installation: where each file lies, by its path in an archive. */
export async function programFiles(root: string): Promise<{ path: string; from: string }[]> {
  const found: { path: string; from: string }[] = []
  const visit = async (folder: string): Promise<void> => {
    for (const entry of (await readdir(folder, { withFileTypes: true })).toSorted(byName)) {
      // `.data`, `.git`, `.turbo` and their like; and `.env`, which holds secrets.
      if (entry.name.startsWith('.') || notSource.has(entry.name)) continue
      const from = path.join(folder, entry.name)
      if (entry.isDirectory()) await visit(from)
      else if (entry.isFile())
        found.push({
          path: path.posix.join('program', path.relative(root, from).replaceAll('\\', '/')),
          from,
        })
    }
  }
  await visit(root)
  return found
}

const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : 1)
