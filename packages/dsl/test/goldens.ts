import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * A golden is a file of the language that holds its own expectation in comment lines that begin with `#=`.
 * `UPDATE_GOLDENS=1 vitest run` writes what is found instead; then read the diff.
 */
export interface Golden {
  readonly name: string
  readonly text: string
  readonly expected: readonly string[]
  /** Compares, or writes where goldens are being updated. */
  readonly settle: (found: readonly string[], compare: (found: readonly string[]) => void) => void
}

const mark = '#= '

export function goldensIn(folder: string): Golden[] {
  const home = fileURLToPath(new URL(folder, import.meta.url))
  return readdirSync(home)
    .filter((name) => name.endsWith('.quyche'))
    .map((name) => {
      const whole = readFileSync(`${home}/${name}`, 'utf8')
      const lines = whole.split('\n')
      const text = lines.filter((line) => !line.startsWith(mark)).join('\n')
      return {
        name,
        text,
        expected: lines.filter((line) => line.startsWith(mark)).map((line) => line.slice(mark.length)),
        settle(found, compare) {
          if (process.env.UPDATE_GOLDENS !== '1') return compare(found)
          const body = text.replace(/\n*$/, '\n')
          writeFileSync(`${home}/${name}`, body + found.map((line) => `${mark}${line}\n`).join(''))
        },
      }
    })
}
