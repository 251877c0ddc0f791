import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { instant } from '@motcua/calendar'
import { connect, fileDossier, findByCode, openArchive, putEdition, type Database } from '@motcua/db'
import { hammer } from './load.ts'
import { sample } from './sample.ts'

const tenants = Array.from({ length: 100 }, (_, n) => `bench-${n + 1}`)
const [noisy, ...others] = tenants
const at = instant('2026-08-04T10:00:00+07:00')

/** All provinces together use this part of what the machine can do, each its share of it. */
const used = 0.5
/** How many times its share the noisy province asks for. */
const times = 10

interface Bench {
  readonly seconds: number
  readonly rounds: number
}

/** How long one's neighbours wait while a province asks for ten times its share, against when it keeps to it. */
export async function benchNoisy({ seconds, rounds }: Bench): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'motcua-bench-'))
  chmodSync(folder, 0o755)
  const archive = await openArchive({ dataDir: folder })
  const db = connect({ url: archive.appUrl, max: 16 })
  try {
    for (const tenant of tenants)
      await db.transact(tenant, (tx) =>
        putEdition(tx, { hash: 'bench', hosts: [`${tenant}.localhost`], content: {}, at }),
      )
    const most = await hammer((n) => deed(db, tenants[n % tenants.length]!), { seconds, clients: 16 })
    const share = (most * used) / tenants.length
    const [quiet, loud, flooded]: [number[], number[], number[]] = [[], [], []]
    for (let round = 0; round < rounds; round++) {
      quiet.push(await neighbours(db, { share, seconds, loud: 1 }))
      loud.push(await neighbours(db, { share, seconds, loud: times }))
      flooded.push(await neighbours(db, { share, seconds, loud: 'all it can' }))
    }
    const [a, b, c] = [quiet, loud, flooded].map(median) as [number, number, number]
    console.log(`${most.toFixed(0)} deeds/s at most; a share is ${share.toFixed(1)}/s`)
    console.log(`p95 of 99 others: ${a.toFixed(2)} ms while the hundredth keeps to its share`)
    console.log(`  ${b.toFixed(2)} ms at ${times} times its share: ${(b / a).toFixed(2)} of it (goal 1.10)`)
    console.log(`  ${c.toFixed(2)} ms with 64 clients that never rest: ${(c / a).toFixed(2)} of it`)
  } finally {
    await db.close()
    await archive.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Files a dossier and looks it up. */
async function deed(db: Database, tenant: string): Promise<void> {
  const id = randomUUID()
  await fileDossier(db, tenant, { key: id, ...sample(id) })
  await findByCode(db, tenant, id)
}

interface Offered {
  /** Deeds a second of each province. */
  readonly share: number
  readonly seconds: number
  readonly loud: number | 'all it can'
}

/** @returns the 95th percentile of how long the others' deeds took, from when they were asked for, in ms */
async function neighbours(db: Database, { share, seconds, loud }: Offered): Promise<number> {
  const until = performance.now() + seconds * 1000
  const took: number[] = []
  const crowd = arrivals(share * others.length, until, async (n) => {
    const from = performance.now()
    await deed(db, others[n % others.length]!)
    took.push(performance.now() - from)
  })
  const noise =
    loud === 'all it can'
      ? hammer(() => deed(db, noisy!), { seconds, clients: 64 })
      : arrivals(share * loud, until, () => deed(db, noisy!))
  await Promise.all([crowd, noise])
  return took.toSorted((x, y) => x - y)[Math.floor(took.length * 0.95)]!
}

/** Asks for `deed` so many times a second at moments of chance, whether or not earlier ones are done. */
async function arrivals(perSecond: number, until: number, deed: (n: number) => Promise<void>): Promise<void> {
  const all: Promise<void>[] = []
  let next = performance.now()
  for (let n = 0; next < until; n++) {
    next += (-Math.log(1 - Math.random()) / perSecond) * 1000
    const wait = next - performance.now()
    if (wait > 1) await sleep(wait)
    all.push(deed(n))
  }
  await Promise.all(all)
}

function median(values: readonly number[]): number {
  return values.toSorted((x, y) => x - y)[Math.floor(values.length / 2)]!
}
