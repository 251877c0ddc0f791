import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { SourceFile } from '../src/index.ts'

/**
 * A golden is a file of the language that holds its own expectation in comment lines that begin with `#=`.
 * A line `#> name.quyche` begins a second file that is compiled with it.
 * `UPDATE_GOLDENS=1 vitest run` writes what is found instead; then read the diff.
 */
export interface Golden {
  readonly name: string
  /** The files it holds; the first is `thu.quyche`. */
  readonly files: readonly SourceFile[]
  readonly expected: readonly string[]
  /** Compares, or writes where goldens are being updated. */
  readonly settle: (found: readonly string[], compare: (found: readonly string[]) => void) => void
}

const mark = '#= '

/** The parts of a golden, each with its name; what stands before the first `#>` line is `thu.quyche`. */
function partsOf(text: string): SourceFile[] {
  const [first, ...others] = text.split(/^#> /m)
  const second = others.map((part) => {
    const end = part.indexOf('\n')
    return { path: part.slice(0, end), text: part.slice(end + 1) }
  })
  return [{ path: 'thu.quyche', text: first! }, ...second]
}

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
        files: partsOf(text),
        expected: lines.filter((line) => line.startsWith(mark)).map((line) => line.slice(mark.length)),
        settle(found, compare) {
          if (process.env.UPDATE_GOLDENS !== '1') return compare(found)
          const body = text.replace(/\n*$/, '\n')
          writeFileSync(`${home}/${name}`, body + found.map((line) => `${mark}${line}\n`).join(''))
        },
      }
    })
}
