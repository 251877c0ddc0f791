import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const docs = path.resolve(import.meta.dirname, '../../../../docs')

/** Compares a page of the manual with what it should say, or writes it: `UPDATE_GOLDENS=1 vitest run`, then read the diff. */
export function settlePage(name: string, made: string, compare: (there: string, made: string) => void): void {
  const file = path.join(docs, name)
  if (process.env.UPDATE_GOLDENS === '1') {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, made)
  } else compare(existsSync(file) ? readFileSync(file, 'utf8') : '', made)
}
