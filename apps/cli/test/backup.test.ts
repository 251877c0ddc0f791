// A province's way from one installation to another, by commands as an operator types them.
import { execFile } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { instant } from '@motcua/calendar'
import {
  connect,
  listOperatorDeeds,
  listTenants,
  openArchive,
  setStanding,
  type Database,
  type OpenedArchive,
} from '@motcua/db'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from './run.ts'

const main = path.join(root, 'apps/cli/src/main.ts')
let home = ''
const opened: OpenedArchive[] = []
/** One on each server: while somebody is on it, no command stops it. */
const dbs: Database[] = []

beforeAll(async () => {
  home = mkdtempSync(path.join(tmpdir(), 'motcua-backup-'))
  chmodSync(home, 0o755)
  for (const part of ['rules', 'tenants/national', 'tenants/ha-nam'])
    cpSync(path.join(root, part), path.join(home, 'project', part), { recursive: true })
  for (const dataDir of ['old', 'new']) opened.push(await openArchive({ dataDir: path.join(home, dataDir) }))
  for (const { appUrl } of opened) {
    dbs.push(connect({ url: appUrl, max: 1 }))
    await listTenants(dbs.at(-1)!)
  }
}, 60_000)

afterAll(async () => {
  for (const db of dbs) await db.close()
  for (const archive of opened) await archive.stop()
  rmSync(home, { recursive: true })
})

async function motcua(place: 'old' | 'new', ...args: string[]) {
  const options = { cwd: path.join(home, 'project'), env: { DATA_DIR: path.join(home, place) } }
  const ended = promisify(execFile)(process.execPath, [main, ...args], options)
  const result = await ended
    .then(({ stdout, stderr }) => ({ code: 0, stdout, stderr }))
    .catch((error: unknown) => error as { code: number; stdout: string; stderr: string })
  return { code: result.code, out: result.stdout, err: result.stderr }
}

describe('an operator', () => {
  test('backs a province up, sees how it stands, and has the restoring of it tried', async () => {
    expect(await motcua('old', 'tenant', 'apply', 'ha-nam')).toMatchObject({ code: 0 })
    expect((await motcua('old', 'backup', 'drill', 'ha-nam', '--lang', 'en')).err).toContain(
      'has no backup yet',
    )
    const made = await motcua('old', 'backup', 'make', '--json')
    expect(made).toMatchObject({ code: 0 })
    expect(JSON.parse(made.out)).toMatchObject({ tenant: 'ha-nam', outcome: 'done' })
    const listed = await motcua('old', 'backup', 'list', '--json')
    expect(JSON.parse(listed.out)).toMatchObject([{ tenant: 'ha-nam', state: 'fine' }])
    const drilled = await motcua('old', 'backup', 'drill', '--lang', 'en')
    expect(drilled.code).toBe(0)
    expect(drilled.out).toContain('ha-nam: passed; backup of')
    expect((await motcua('old', 'backup', 'list', '--lang', 'en')).out).toMatch(/ha-nam +fine .* passed/)
  })

  test('is told what a restore would do before it is done', async () => {
    const asked = await motcua('old', 'backup', 'restore', 'ha-nam')
    expect(asked).toMatchObject({ code: 1, out: '' })
    expect(asked.err).toContain('--yes')
    const done = await motcua('old', 'backup', 'restore', 'ha-nam', '--yes', '--lang', 'en')
    expect(done).toMatchObject({ code: 0 })
    expect(done.out).toContain("every table's fingerprint agrees")
  })

  test('finds a backup that lost its end', async () => {
    const folder = path.join(home, 'old/backups/ha-nam')
    const file = path.join(folder, readdirSync(folder)[0]!)
    const copy = path.join(home, 'cut.zip')
    cpSync(file, copy)
    truncateSync(copy, 1000)
    expect(await motcua('old', 'backup', 'verify', 'ha-nam')).toMatchObject({ code: 0 })
    const { code, err } = await motcua('old', 'backup', 'verify', copy, '--lang', 'en')
    expect(code).toBe(1)
    expect(err).toContain('is no archive of a province, or is damaged')
  })

  test('HN19-22.4.2: hands everything over, program and tools included, and another installation takes it in', async () => {
    const file = path.join(home, 'hand-over.zip')
    const exported = await motcua('old', 'tenant', 'export', 'ha-nam', file, '--json')
    expect(JSON.parse(exported.out)).toMatchObject({ reason: 'hand-over', withProgram: true })
    expect(existsSync(file)).toBe(true)
    const taken = await motcua('new', 'tenant', 'import', file, '--lang', 'en')
    expect(taken).toMatchObject({ code: 0 })
    expect(taken.out).toMatch(/^ha-nam: \d+ tables, \d+ rows/)
    const plan = await motcua('new', 'tenant', 'plan', 'ha-nam', '--lang', 'en')
    expect(plan.out).toContain('nothing differs from edition 1')
    expect((await motcua('new', 'tenant', 'import', file, '--lang', 'en')).err).toContain('is here already')
  })

  test('purges a province only after all that must come before', async () => {
    const tooEarly = await motcua('old', 'tenant', 'purge', 'ha-nam', '--yes', '--lang', 'en')
    expect(tooEarly).toMatchObject({ code: 1 })
    expect(tooEarly.err).toContain('`in-service`')
    const [at, purgeAfter] = [instant('2026-01-01T00:00:00+07:00'), instant('2026-01-31T00:00:00+07:00')]
    await dbs[0]!.transact('ha-nam', (tx) => setStanding(tx, { standing: 'archived', at, purgeAfter }))
    expect((await motcua('old', 'tenant', 'purge', 'ha-nam')).err).toContain('--yes')
    const purged = await motcua('old', 'tenant', 'purge', 'ha-nam', '--yes', '--json')
    expect(JSON.parse(purged.out)).toMatchObject({ tenant: 'ha-nam' })
    const [deed] = await dbs[0]!.inHouse((tx) => listOperatorDeeds(tx, { thing: 'ha-nam' }))
    expect(deed).toMatchObject({ deed: 'tenant:purge', name: 'command line' })
    expect(JSON.parse((await motcua('old', 'backup', 'list', '--json')).out)).toEqual([])
  })
})
