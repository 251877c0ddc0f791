import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { root, run } from './run.ts'

/** A fenced block of a page: its info string, its lines, and where it lies. */
interface Block {
  readonly kind: string
  readonly text: string
  readonly from: number
  readonly to: number
}

const fence = /^```(.*)\n([\s\S]*?)^```$/gm

/** The blocks of a page in order. */
function blocksOf(page: string): Block[] {
  return [...page.matchAll(fence)].map((found) => ({
    kind: found[1]!.trim(),
    text: found[2]!,
    from: found.index,
    to: found.index + found[0].length,
  }))
}

/**
 * Walks through a page of the manual as its reader does, in a folder that has the project's rules and nothing else: a block of a file (`quyche name.quyche`,
 * `json name.ndjson`) is saved under that name; every command of a `console` block is run, and what it prints takes the
 * place of what the page says it prints. Gives the page as it should be, and the exit codes of its commands.
 */
export async function walkThrough(name: string): Promise<{ page: string; walked: string; codes: number[] }> {
  const page = readFileSync(path.join(root, 'docs', name), 'utf8')
  const desk = mkdtempSync(path.join(tmpdir(), 'motcua-tutorial-'))
  for (const part of ['rules', 'tenants']) symlinkSync(path.join(root, part), path.join(desk, part))
  const codes: number[] = []
  let walked = ''
  let at = 0
  try {
    for (const { kind, text, from, to } of blocksOf(page)) {
      const [language, file] = kind.split(' ')
      walked += page.slice(at, from)
      at = to
      if (file) save(path.join(desk, file), text, language!)
      if (language !== 'console') walked += page.slice(from, to)
      else walked += `\`\`\`${kind}\n${await consoleOf(text, desk, codes)}\`\`\``
    }
  } finally {
    rmSync(desk, { recursive: true })
  }
  return { page, walked: walked + page.slice(at), codes }
}

/** A block of a file is saved, `diff` changes lines of it, or adds lines at its end. */
function save(file: string, text: string, language: string): void {
  if (language !== 'diff') return writeFileSync(file, text)
  let changed = readFileSync(file, 'utf8')
  for (const [, minus, plus] of text.matchAll(/((?:^-.*\n)*)((?:^\+.*\n)*)/gm)) {
    const [from, to] = [minus!, plus!].map((lines) => lines.replace(/^[-+] ?/gm, ''))
    if (!from && !to) continue
    if (from && !changed.includes(from!)) throw new Error(`${file} has no «${from}»`)
    changed = from ? changed.replace(from!, to!) : `${changed.trimEnd()}\n${to}`
  }
  writeFileSync(file, changed)
}

/** The commands a page shows as such, one that goes on over lines as one, each as the words a shell makes of it. */
export function commandsOf(name: string): string[][] {
  const page = readFileSync(path.join(root, 'docs', name), 'utf8').replaceAll('\\\n', '')
  return [...page.matchAll(/^\$ npm run -s motcua -- (.*)$/gm)].map(([, command]) => wordsOf(command!))
}

const prompt = '$ npm run -s motcua -- '

/** Each command with what it prints: first what it complains about, then its answer. */
async function consoleOf(text: string, cwd: string, codes: number[]): Promise<string> {
  let said = ''
  for (const command of text.split('\n').filter((line) => line.startsWith(prompt))) {
    const { code, out, err } = await run(wordsOf(command.slice(prompt.length)), { cwd })
    codes.push(code)
    said += `${command}\n${shortened(`${err}${out}`)}`
  }
  return said
}

/** The words of a command as a shell makes them; single quotes keep spaces. */
const wordsOf = (command: string): string[] =>
  [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!)

/** No page shows more than this of one output; what is left out is said. */
const mostLines = 40

function shortened(text: string): string {
  if (text === '') return ''
  const lines = text.trimEnd().split('\n')
  if (lines.length <= mostLines) return `${lines.join('\n')}\n`
  return `${lines.slice(0, mostLines).join('\n')}\n…\n`
}
