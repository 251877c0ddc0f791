import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fromMoment, toMoment } from '@motcua/calendar'
import {
  connect,
  digestOf,
  findByCode,
  listCarriedTables,
  openArchive,
  openScratch,
  type Database,
} from '@motcua/db'
import { drill } from '@motcua/operations/backups/drill'
import { backupFile, makeBackup } from '@motcua/operations/backups/make-backup'
import { restoreBackup } from '@motcua/operations/backups/restore-backup'
import postgres from 'postgres'
import { fill } from './lifecycle/fill.ts'
import { walk } from './lifecycle/journey.ts'
import { at, openOffice } from './lifecycle/office.ts'

const actor = { kind: 'system', name: 'bench' } as const

/**
 * Backs a province full of dossiers up, tries the backup, and puts it back, while a neighbour looks dossiers up: how long
 * each takes, what the neighbour feels of it, and that nothing of it changed.
 */
export async function benchBackup({ dossiers }: { readonly dossiers: number }): Promise<void> {
  const home = mkdtempSync(path.join(tmpdir(), 'motcua-bench-'))
  // PostgreSQL may run as another user than this one.
  chmodSync(home, 0o755)
  const folder = path.join(home, 'backups')
  mkdirSync(folder)
  const archive = await openArchive({ dataDir: path.join(home, 'data') })
  const db = connect({ url: archive.appUrl, max: 4 })
  const owner = connect({ url: archive.ownerUrl, max: 2 })
  const sql = postgres(archive.ownerUrl, { max: 1, onnotice() {} })
  try {
    for (const tenant of ['full', 'neighbour']) await file(db, tenant)
    console.log(`filling a province with ${dossiers} dossiers …`)
    await fill(sql, 'full', dossiers)
    await chainAnew(sql, 'full')
    const before = await digests(db, 'neighbour')
    const house = { db, owner, folder, openScratch: () => openScratch(archive) }
    const common = { tenant: 'full', by: 'bench', actor, aside: path.join(folder, 'aside.zip') }
    const quiet = await percentile95(db, async () => new Promise((resolve) => setTimeout(resolve, 5_000)))
    say('look-ups of a neighbour, nothing else going on', quiet.p95)
    const made = await besides(db, 'backup, read back whole', () =>
      makeBackup(house, { ...common, reason: 'asked', now: at }),
    )
    console.log(`  ${(made.bytes / 1e6).toFixed(1)} MB, ${made.rows} rows`)
    const from = backupFile(house, 'full', made)
    const now = fromMoment(toMoment(at) + 60)
    const report = await besides(db, 'drill', () => drill(house, { ...common, file: from, now }))
    for (const { step, ok, tookMs } of report.steps)
      console.log(`  ${ok ? 'ok' : 'FAILED'} ${step} ${tookMs} ms`)
    const back = await besides(db, 'restore in place, with a backup before it', () =>
      restoreBackup(house, { ...common, file: from, now }),
    )
    console.log(`  ${back.tables.length} tables compared, broken logs: ${back.brokenLogs.length}`)
    const same = JSON.stringify(await digests(db, 'neighbour')) === JSON.stringify(before)
    console.log(`the neighbour's tables: ${same ? 'unchanged' : 'CHANGED'}`)
  } finally {
    await Promise.all([db.close(), owner.close(), sql.end()])
    await archive.stop()
    rmSync(home, { recursive: true, force: true })
  }
}

/** Some dossiers by whole journeys. */
async function file(db: Database, tenant: string): Promise<void> {
  const office = await openOffice(db, tenant)
  const [officer, specialist, leader] = await Promise.all(
    (['one-stop-officer', 'specialist', 'leader'] as const).map(office.staff),
  )
  const clerks = { officer: officer!, specialist: specialist!, leader: leader!, agencyId: office.agencyId }
  for (let n = 0; n < 20; n++) await walk(clerks)
}

/** Copies went in past the chain of hashes; a drill recomputes it. */
async function chainAnew(sql: postgres.Sql, tenant: string): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`select set_config('app.tenant', ${tenant}, true)`
    await tx`update dossier_event e set hash =
      event_hash(no_event_before(), e.tenant, e.dossier_id, e.version, e.recorded_at, e.event)
      from dossier d where d.tenant = e.tenant and d.id = e.dossier_id and d.submission_no like 'copy-%' and e.version = 1`
    await tx`update dossier_event e set hash =
      event_hash(f.hash, e.tenant, e.dossier_id, e.version, e.recorded_at, e.event)
      from dossier d, dossier_event f where d.tenant = e.tenant and d.id = e.dossier_id and d.submission_no like 'copy-%'
      and f.tenant = e.tenant and f.dossier_id = e.dossier_id and f.version = 1 and e.version = 2`
    await tx`update dossier set version = 2, state = state || '{"version": 2}'
      where tenant = ${tenant} and submission_no like 'copy-%'`
  })
}

const digests = (db: Database, tenant: string) =>
  db.read(tenant, async (tx) => {
    const all = []
    for (const table of await listCarriedTables(tx)) all.push(await digestOf(tx, table))
    return all
  })

async function besides<T>(db: Database, what: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now()
  const { result, p95 } = await percentile95(db, work)
  console.log(`${what}: ${((performance.now() - began) / 1000).toFixed(1)} s`)
  say('  look-ups of the neighbour meanwhile', p95)
  return result
}

/** Looks up at the neighbour's, a hundred times a second, while `work` goes on. */
async function percentile95<T>(db: Database, work: () => Promise<T>): Promise<{ result: T; p95: number }> {
  const times: number[] = []
  let isOver = false
  const looking = (async () => {
    while (!isOver) {
      const began = performance.now()
      await findByCode(db, 'neighbour', 'no such code')
      times.push(performance.now() - began)
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  })()
  try {
    const result = await work()
    isOver = true
    await looking
    times.sort((a, b) => a - b)
    return { result, p95: times[Math.floor(times.length * 0.95)]! }
  } finally {
    isOver = true
  }
}

const say = (what: string, p95: number): void => console.log(`${what}: p95 ${p95.toFixed(1)} ms`)
