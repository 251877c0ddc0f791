import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'

export interface Load {
  readonly seconds: number
  readonly clients: number
}

/** Transactions per second of one SQL script run by pgbench with prepared statements. */
export async function pgbench(
  url: string,
  folder: string,
  script: string,
  { seconds, clients }: Load,
  values: Readonly<Record<string, string>> = {},
): Promise<number> {
  const file = path.join(folder, 'script.sql')
  writeFileSync(file, script)
  const program = process.env['PGBENCH'] ?? 'pgbench'
  const variables = Object.entries(values).flatMap(([name, value]) => ['-D', `${name}=${value}`])
  const args = [
    '-n',
    '-M',
    'prepared',
    '-c',
    String(clients),
    '-j',
    '1',
    '-T',
    String(seconds),
    '-f',
    file,
    ...variables,
    url,
  ]
  const text = await output(program, args)
  const tps = /tps = ([\d.]+)/.exec(text)?.[1]
  if (!tps) throw new Error(`pgbench said nothing of transactions per second:\n${text}`)
  return Number(tps)
}

function output(program: string, args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args)
    let text = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part: Buffer) => (text += part.toString()))
    child.on('error', () =>
      reject(new Error(`\`${program}\` could not be run; install it or set PGBENCH to its path`)),
    )
    child.on('exit', () => resolve(text))
  })
}

/** Runs `deed` over and over by as many as `clients` at once. @returns how often it was done per second. */
export async function hammer(
  deed: (n: number) => Promise<unknown>,
  { seconds, clients }: Load,
): Promise<number> {
  const startedAt = performance.now()
  const until = startedAt + seconds * 1000
  let done = 0
  const client = async () => {
    while (performance.now() < until) {
      await deed(done)
      done += 1
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  return done / ((performance.now() - startedAt) / 1000)
}

/** Does `deed` once for each item, by as many as `clients` at once. @returns how many were done per second. */
export async function exhaust<Item>(
  items: readonly Item[],
  deed: (item: Item) => Promise<unknown>,
  { clients }: Load,
): Promise<number> {
  const startedAt = performance.now()
  const left = items.values()
  const client = async () => {
    for (const item of left) await deed(item)
  }
  await Promise.all(Array.from({ length: clients }, client))
  return items.length / ((performance.now() - startedAt) / 1000)
}
