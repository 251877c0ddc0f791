import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { instant } from '@motcua/calendar'
import {
  connect,
  digestOf,
  findTenantState,
  listBackups,
  listCarriedTables,
  listDrills,
  setStanding,
  type Scratch,
} from '@motcua/db'
import { cloneDatabase } from '@motcua/db/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lookUp } from '../dossier/look-up.ts'
import { accept } from '../intake/accept.ts'
import { importTenant } from '../leaving/import-tenant.ts'
import { purgeTenant } from '../leaving/purge-tenant.ts'
import { getTenantById } from '../tenants/tenant-cache.ts'
import { openOffices, type TestOffice } from '../testing.ts'
import { fileDossier } from '../testing-journey.ts'
import { drill } from './drill.ts'
import { keepBackups, healthOf, type BackupLine } from './keep-backups.ts'
import { backupFile, findBackup, makeBackup, removeBackups } from './make-backup.ts'
import { restoreBackup } from './restore-backup.ts'

/** Đăng ký khai sinh. */
const birth = '1.001193'
const actor = { kind: 'system', name: 'test' } as const

const { open, db, ownerUrl } = await openOffices()
const owner = connect({ url: ownerUrl, max: 3 })
const folder = await mkdtemp(path.join(tmpdir(), 'backups-'))
const aside = path.join(folder, 'aside.zip')
const place = { db, folder }
afterAll(async () => {
  await owner.close()
  await rm(folder, { recursive: true })
})

/** An empty database, as the command line opens one. */
const openScratch = async (): Promise<Scratch> => {
  const { ownerUrl: at, appUrl, close } = await cloneDatabase()
  return { ownerUrl: at, appUrl, drop: close, bringUpToDate: async () => {} }
}
const house = { ...place, owner, openScratch }

let office: TestOffice
let neighbour: TestOffice
let code: string

beforeAll(async () => {
  ;[office, neighbour] = [await open('long-an'), await open('phu-tho')]
  code = await file(office)
  await file(neighbour)
})

async function file(at: TestOffice): Promise<string> {
  const { tenant } = await at.visitor()
  const agencyId = tenant.procedures.get(birth)!.agencies[0]!.id
  const officer = await at.staff(agencyId)
  const { dossierId } = await fileDossier(await at.citizen(), birth, { agencyId })
  return (await accept(officer, { dossierId })).code
}

const digests = (tenant: string) =>
  db.read(tenant, async (tx) => {
    const all = []
    for (const table of await listCarriedTables(tx)) all.push(await digestOf(tx, table))
    return all
  })

describe('backups', () => {
  const lines: BackupLine[] = []
  let ticks = 0
  const failed = new Map<string, number>()
  const round = (now: string, at = folder) =>
    keepBackups(
      { db, folder: at, tenants: office.tenants, now: () => instant(now), log: (line) => lines.push(line) },
      failed,
      () => ticks,
    )

  test('LA19-4.6: are made by themselves: at once, then every day', async () => {
    expect(await round('2026-03-02T10:00:00+07:00')).toBe(2)
    expect(await round('2026-03-02T10:01:00+07:00')).toBe(0)
    expect(await round('2026-03-03T09:59:59+07:00')).toBe(0)
    expect(await round('2026-03-03T10:00:00+07:00')).toBe(2)
    const noted = await db.read(office.tenant, (tx) => listBackups(tx))
    expect(noted).toHaveLength(2)
    expect(noted[0]).toMatchObject({ outcome: 'done', reason: 'scheduled', by: 'system' })
    expect(await readdir(path.join(folder, office.tenant))).toHaveLength(2)
    expect(lines.every(({ backup }) => backup === 'done')).toBe(true)
  })

  test('are open to nobody else on the machine', async () => {
    expect((await stat(path.join(folder, office.tenant))).mode & 0o777).toBe(0o700)
  })

  test('that cannot be written are noted as failed, leave nothing, and are tried again a quarter of an hour later', async () => {
    const wall = path.join(folder, 'a file, no folder')
    await writeFile(wall, '')
    expect(await round('2026-03-05T10:00:00+07:00', wall)).toBe(0)
    expect(lines.at(-1)).toMatchObject({ backup: 'failed', error: expect.stringContaining('ENOTDIR') })
    const [latest] = await db.read(office.tenant, (tx) => listBackups(tx))
    expect(latest).toMatchObject({ outcome: 'failed', error: expect.stringContaining('ENOTDIR') })
    const before = lines.length
    ticks += 899
    await round('2026-03-05T10:14:00+07:00')
    expect(lines).toHaveLength(before)
    ticks += 1
    expect(await round('2026-03-05T10:15:00+07:00')).toBe(2)
    const now = instant('2026-03-05T10:16:00+07:00')
    const tenant = await getTenantById(office.tenants, office.tenant)
    expect((await healthOf(db, tenant, now)).state).toBe('fine')
  })
})

describe('a restore', () => {
  const at = (time: string) => ({ now: instant(`2026-03-06T${time}+07:00`), by: 'test', actor })
  const order = at('10:00:00')

  test('puts one province back, loses nothing done since, and does not touch the others', async () => {
    const { tenant } = office
    const backup = await makeBackup(place, { ...order, tenant, reason: 'asked' })
    const [before, ofNeighbour] = [await digests(tenant), await digests(neighbour.tenant)]
    const later = await file(office)
    const restored = await restoreBackup(house, {
      ...at('10:01:00'),
      tenant,
      file: backupFile(place, tenant, backup),
      aside,
    })
    // What was done at the restore itself is in the trail.
    const but = ({ table }: { table: string }) => !table.startsWith('audit')
    expect((await digests(tenant)).filter(but)).toEqual(before.filter(but))
    expect(restored.tables.map(({ sha256 }) => sha256)).toHaveLength(before.length)
    expect(await digests(neighbour.tenant)).toEqual(ofNeighbour)
    expect(await lookUp(await office.visitor(), { code: later })).toBeNull()
    expect(await lookUp(await office.visitor(), { code })).not.toBeNull()

    const back = await restoreBackup(house, {
      ...at('10:02:00'),
      tenant,
      file: backupFile(place, tenant, restored.before!),
      aside,
    })
    expect(back.brokenLogs).toEqual([])
    expect(await lookUp(await office.visitor(), { code: later })).not.toBeNull()
  })

  test('from another province’s backup is refused', async () => {
    const backup = (await findBackup(db, neighbour.tenant))!
    const from = backupFile(place, neighbour.tenant, backup)
    await expect(
      restoreBackup(house, { ...order, tenant: office.tenant, file: from, aside }),
    ).rejects.toThrow('not of')
  })
})

describe('a drill', () => {
  const order = { by: 'test', aside, now: instant('2026-03-07T10:02:00+07:00') }

  test('restores the latest backup into an empty database and reports what it found and how long it took', async () => {
    const before = await digests(office.tenant)
    const backup = (await findBackup(db, office.tenant))!
    const report = await drill(house, {
      ...order,
      tenant: office.tenant,
      file: backupFile(place, office.tenant, backup),
      backupId: backup.id,
    })
    expect(report).toMatchObject({ passed: true, ageSeconds: 86_400, rows: backup.rows })
    expect(report.steps.map(({ step, ok }) => [step, ok])).toEqual([
      ['verify', true],
      ['open', true],
      ['logs', true],
      ['restore', true],
      ['law', true],
      ['look-ups', true],
    ])
    expect(report.steps.find(({ step }) => step === 'look-ups')!.count).toBe(1)
    expect(await digests(office.tenant)).toEqual(before)
    const [noted] = await db.read(office.tenant, (tx) => listDrills(tx))
    expect(noted).toMatchObject({
      passed: true,
      backupId: backup.id,
      report: { restoreMs: expect.any(Number) },
    })
  })

  test('of a backup that is damaged does not pass, and says where', async () => {
    const file = path.join(folder, 'damaged.zip')
    await writeFile(file, 'no archive')
    const report = await drill(house, { ...order, tenant: office.tenant, file })
    expect(report.passed).toBe(false)
    expect(report.steps).toEqual([
      expect.objectContaining({ step: 'verify', ok: false, fault: expect.stringContaining('no archive') }),
    ])
  })
})

describe('a province that leaves', () => {
  const now = instant('2026-04-30T10:00:00+07:00')
  const purge = () => purgeTenant(owner, { tenant: office.tenant, now })

  test('is purged only after its archive was made and confirmed and the waiting time is over', async () => {
    const { tenant } = office
    expect(await purge()).toEqual({ why: 'not-archived', standing: 'in-service' })
    const stand = (purgeAfter: string) =>
      db.transact(tenant, (tx) =>
        setStanding(tx, { standing: 'archived', at: now, purgeAfter: instant(purgeAfter) }),
      )
    await stand('2026-05-30T10:00:00+07:00')
    expect(await purge()).toEqual({ why: 'too-early', after: '2026-05-30T10:00:00+07:00' })
    await stand('2026-04-30T10:00:00+07:00')
    expect(await purge()).toEqual({ why: 'no-archive' })
    await makeBackup(place, { tenant, reason: 'hand-over', now, by: 'test', actor })
    const ofNeighbour = await digests(neighbour.tenant)
    expect(await purge()).toMatchObject({ tenant })
    expect((await digests(tenant)).filter(({ rows, table }) => rows > 0 && table !== 'tenant')).toEqual([])
    expect(await findTenantState(db, tenant)).toMatchObject({ standing: 'purged' })
    expect(await removeBackups(place, tenant, now)).toBeGreaterThan(0)
    expect(await readdir(path.join(folder, tenant))).toEqual([expect.stringContaining('hand-over')])
    expect(await digests(neighbour.tenant)).toEqual(ofNeighbour)
  })

  test('comes back from its archive', async () => {
    const backup = (await findBackup(db, office.tenant))!
    expect(backup.reason).toBe('hand-over')
    const file = backupFile(place, office.tenant, backup)
    const { brokenLogs, tables } = await importTenant(house, { file, aside, now, actor })
    expect(brokenLogs).toEqual([])
    expect(tables.length).toBeGreaterThan(30)
    expect(await lookUp(await office.visitor(), { code })).not.toBeNull()
    expect(await findTenantState(db, office.tenant)).toMatchObject({ standing: 'in-service' })
  })

  test('cannot be purged by the processes', async () => {
    await db.transact(neighbour.tenant, (tx) =>
      setStanding(tx, { standing: 'archived', at: now, purgeAfter: now }),
    )
    await makeBackup(place, { tenant: neighbour.tenant, reason: 'hand-over', now, by: 'test', actor })
    await expect(purgeTenant(db, { tenant: neighbour.tenant, now })).rejects.toThrow('only the owner')
  })
})
