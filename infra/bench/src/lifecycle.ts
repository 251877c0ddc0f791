import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { connect, openArchive } from '@motcua/db'
import postgres from 'postgres'
import { fill } from './lifecycle/fill.ts'
import { walk, type Clerks } from './lifecycle/journey.ts'
import { openOffice } from './lifecycle/office.ts'
import { cut, play, rawClient, record, type Tape } from './lifecycle/tape.ts'
import { hammer, type Load } from './load.ts'

interface Bench extends Load {
  readonly rounds: number
  /** Dossiers that stand in the full province. */
  readonly dossiers: number
}

/**
 * Walks dossiers from the counter to the applicant's hands (file, pay, accept, the steps of the work, result, hand over)
 * through the operations: in a province full of dossiers against an empty one, and against a raw client that sends the
 * very same statements and thinks nothing.
 */
export async function benchLifecycle(bench: Bench): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'motcua-bench-'))
  // PostgreSQL may run as another user than this one.
  chmodSync(folder, 0o755)
  const archive = await openArchive({ dataDir: folder })
  const db = connect({ url: archive.appUrl, max: bench.clients })
  const owner = postgres(archive.ownerUrl, { max: 1, onnotice() {} })
  const raw = Array.from({ length: bench.clients }, () => rawClient(archive.appUrl))
  try {
    const empty = await openClerks(db, 'empty')
    const full = await openClerks(db, 'full')
    for (let n = 0; n < 50; n++) await walk(full)
    console.log(`filling a province with ${bench.dossiers} dossiers …`)
    await fill(owner, 'full', bench.dossiers)
    const tape = cut(await record(db, () => walk(empty)), await record(db, () => walk(empty)))
    const rates: Record<'empty' | 'full' | 'raw', number[]> = { empty: [], full: [], raw: [] }
    for (let round = 0; round < bench.rounds; round++) {
      rates.empty.push(await hammer(() => walk(empty), bench))
      rates.full.push(await hammer(() => walk(full), bench))
      rates.raw.push(await playing(raw, tape, bench))
    }
    report(rates, tape)
  } finally {
    await Promise.all([db.close(), owner.end(), ...raw.map((sql) => sql.end())])
    await archive.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function openClerks(db: Parameters<typeof openOffice>[0], tenant: string): Promise<Clerks> {
  const office = await openOffice(db, tenant)
  const [officer, specialist, leader] = await Promise.all(
    (['one-stop-officer', 'specialist', 'leader'] as const).map(office.staff),
  )
  const ids = [officer!, specialist!, leader!].map(({ actor }) =>
    'accountId' in actor ? actor.accountId : '',
  )
  return {
    officer: officer!,
    specialist: specialist!,
    leader: leader!,
    agencyId: office.agencyId,
  }
}

/** The tape played by as many raw clients as there are connections, each with names nobody had before. */
function playing(clients: readonly postgres.Sql[], tape: Tape, load: Load): Promise<number> {
  const idle = [...clients]
  return hammer(async () => {
    const sql = idle.pop()!
    await play(sql, tape, played++)
    idle.push(sql)
  }, load)
}
/** Higher than the numbers an office gives in a benchmark. */
let played = 500_000

function report(rates: Record<'empty' | 'full' | 'raw', number[]>, { trips }: Tape): void {
  const median = (of: readonly number[]) => [...of].sort((a, b) => a - b)[Math.floor(of.length / 2)]!
  const [empty, full, raw] = [median(rates.empty), median(rates.full), median(rates.raw)]
  const statements = trips.flat().length
  console.log(`${trips.length} deeds of ${statements} statements for one dossier`)
  console.log(`empty province  ${empty.toFixed(1)} dossiers a second`)
  console.log(`full province   ${full.toFixed(1)}`)
  console.log(`raw client      ${raw.toFixed(1)}`)
  console.log(`full against empty   ${(full / empty).toFixed(2)}   (goal 0.90)`)
  console.log(`ours against raw     ${(empty / raw).toFixed(2)}   (goal 0.50)`)
}
