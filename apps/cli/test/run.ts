import path from 'node:path'
import { runCommandLine } from '../src/command-line.ts'

export const root = path.resolve(import.meta.dirname, '../../..')

/** Runs a command in this process, with what it reads and from where, and gives what it said. */
export async function run(
  args: readonly string[],
  { stdin = '', cwd = root }: { stdin?: string; cwd?: string } = {},
) {
  const said = { out: '', err: '' }
  const code = await runCommandLine(args, {
    cwd,
    stdin: arriving(stdin),
    async out(text) {
      said.out += text
    },
    err(text) {
      said.err += text
    },
  })
  return { code, ...said }
}

async function* arriving(text: string) {
  yield new TextEncoder().encode(text)
}
