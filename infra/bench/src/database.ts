import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { day, instant } from '@motcua/calendar'
import {
  append,
  connect,
  fileDossier,
  findByCode,
  getDossierForUpdate,
  nextCodeNumber,
  openArchive,
  putEdition,
  type Database,
} from '@motcua/db'
import { acceptDossier, dossierCode } from '@motcua/domain'
import postgres from 'postgres'
import { exhaust, hammer, pgbench, type Load } from './load.ts'
import { sample } from './sample.ts'

const tenants = Array.from({ length: 50 }, (_, n) => `bench-${n + 1}`)
const today = day('2026-08-04')
const at = instant('2026-08-04T10:00:00+07:00')

interface Bench extends Load {
  readonly rounds: number
}

/** Holds the archive's hot paths against a raw client running the same SQL, in turns. */
export async function benchDatabase(bench: Bench): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'motcua-bench-'))
  // PostgreSQL may run as another user than this one.
  chmodSync(folder, 0o755)
  const archive = await openArchive({ dataDir: folder })
  const db = connect({ url: archive.appUrl, max: bench.clients })
  const owner = postgres(archive.ownerUrl, { max: 1, onnotice() {} })
  try {
    for (const tenant of tenants) {
      await db.transact(tenant, (tx) =>
        putEdition(tx, { hash: 'bench', hosts: [`${tenant}.localhost`], content: {}, at }),
      )
    }
    await measure(bench, folder, archive.appUrl, db, owner, await fill(db))
  } finally {
    await db.close()
    await owner.end()
    await archive.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Two hundred dossiers in each province, so that look-up has something to find. @returns those of the first. */
async function fill(db: Database): Promise<string[]> {
  const known: string[] = []
  for (const tenant of tenants) {
    const ids = Array.from({ length: 200 }, () => randomUUID())
    await Promise.all(ids.map((id) => fileDossier(db, tenant, { key: id, ...sample(id) })))
    if (known.length === 0) known.push(...ids)
  }
  return known
}

async function measure(
  bench: Bench,
  folder: string,
  url: string,
  db: Database,
  owner: postgres.Sql,
  known: readonly string[],
): Promise<void> {
  const spread = (n: number) => tenants[n % tenants.length] ?? ''
  const file = (tenant: string) => {
    const id = randomUUID()
    return fileDossier(db, tenant, { key: id, ...sample(id) })
  }
  const lookUp = (n: number) => findByCode(db, 'bench-1', known[n % known.length] ?? '')
  const values = submitValues()
  const rates = new Map<string, number[]>()
  const note = async (name: string, rate: Promise<number>) => {
    rates.set(name, [...(rates.get(name) ?? []), await rate])
  }
  for (let round = 0; round < bench.rounds; round++) {
    await note('submit, pgbench', pgbench(url, folder, submitScript(), bench, values))
    await note(
      'submit',
      hammer((n) => file(spread(n)), bench),
    )
    await note(
      'submit, one tenant',
      hammer(() => file('bench-1'), bench),
    )
    await note('look-up, pgbench', pgbench(url, folder, lookUpScript(known), bench))
    await note('look-up', hammer(lookUp, bench))
    await note('accept', acceptances(db, spread, bench))
    await note(
      'accept, one tenant and agency',
      acceptances(db, () => 'bench-1', bench),
    )
    await rowLevelSecurity(owner, 'disable')
    await note(
      'submit, no row-level security',
      hammer((n) => file(spread(n)), bench),
    )
    await note('look-up, no row-level security', hammer(lookUp, bench))
    await rowLevelSecurity(owner, 'enable')
  }
  report(rates)
}

/** Dossiers are filed beforehand; what is timed is lock, decision, number, log, state and outbox. */
async function acceptances(db: Database, tenantOf: (n: number) => string, load: Load): Promise<number> {
  const filed = Array.from({ length: 1500 * load.seconds }, (_, n) => ({
    tenant: tenantOf(n),
    id: randomUUID(),
  }))
  await exhaust(filed, ({ tenant, id }) => fileDossier(db, tenant, { key: id, ...sample(id) }), load)
  return exhaust(
    filed,
    ({ tenant, id }) =>
      db.transact(tenant, async (tx) => {
        const dossier = await getDossierForUpdate(tx, id)
        const n = await nextCodeNumber(tx, '12.03', today)
        const code = dossierCode({ provinceCode: 'H35', agencyCode: '12.03', date: today, n })
        const decision = acceptDossier(
          dossier,
          { at, by: 'bench' },
          { code, processingClock: dossier.intakeClock },
        )
        if (!decision.granted) throw new Error(decision.refusal.code)
        await append(tx, dossier, decision.events)
      }),
    load,
  )
}

async function rowLevelSecurity(owner: postgres.Sql, deed: 'enable' | 'disable'): Promise<void> {
  const tables = await owner<{ name: string }[]>`
    select quote_ident(relname) as name from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace
      and oid in (select polrelid from pg_policy)`
  for (const { name } of tables) await owner.unsafe(`alter table ${name} ${deed} row level security`)
}

/** The same call as `fileDossier`; pgbench makes no ids, so the server puts one into what it is sent. */
function submitScript(): string {
  return `\\set t random(1, ${tenants.length})
select f.id, f.submission_no, f.filed
from (select gen_random_uuid()::text as i) g,
  file_dossier('bench-' || :t, g.i, replace(:event, '@ID@', g.i)::jsonb, :dropped::text[], :changed::jsonb,
    'nguyen thi dao', null, null) f;
`
}

/** What `fileDossier` sends of a filing: the event, and how the dossier differs from it. */
function submitValues(): Record<'event' | 'dropped' | 'changed', string> {
  const { dossier, event } = sample('@ID@')
  const before = new Map<string, unknown>(Object.entries(event))
  const dropped = [...before.keys()].filter((name) => !(name in dossier))
  const changed = Object.entries(dossier).filter(([name, value]) => before.get(name) !== value)
  return {
    event: JSON.stringify(event),
    dropped: `{${dropped.join(',')}}`,
    changed: JSON.stringify(Object.fromEntries(changed)),
  }
}

function lookUpScript(known: readonly string[]): string {
  const ids = known.map((id) => `'${id}'`).join(',')
  return `\\set n random(1, ${known.length})\nselect state from find_dossier('bench-1', (array[${ids}])[:n]);\n`
}

function report(rates: ReadonlyMap<string, number[]>): void {
  const median = (name: string) => {
    const sorted = [...(rates.get(name) ?? [])].sort((a, b) => a - b)
    return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  }
  for (const name of rates.keys()) console.log(`${name.padEnd(34)} ${median(name).toFixed(0).padStart(7)} /s`)
  const ratio = (text: string, a: string, b: string, goal: number) => {
    console.log(`${text.padEnd(52)} ${(median(a) / median(b)).toFixed(2)}   (goal ${goal.toFixed(2)})`)
  }
  console.log('')
  ratio('submit against pgbench', 'submit', 'submit, pgbench', 0.7)
  ratio('look-up against pgbench', 'look-up', 'look-up, pgbench', 0.4)
  ratio('submit, one tenant against fifty', 'submit, one tenant', 'submit', 0.25)
  ratio('accept, one tenant and agency against fifty', 'accept, one tenant and agency', 'accept', 0.25)
  ratio('submit, row-level security on against off', 'submit', 'submit, no row-level security', 0.9)
  ratio('look-up, row-level security on against off', 'look-up', 'look-up, no row-level security', 0.9)
}
