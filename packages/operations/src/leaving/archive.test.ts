import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { instant } from '@motcua/calendar'
import {
  connect,
  eventsOf,
  findByCode,
  getFileContent,
  listTenants,
  openScratch,
  verifyChain,
  type Database,
} from '@motcua/db'
import { cloneDatabase } from '@motcua/db/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lookUp } from '../dossier/look-up.ts'
import { accept } from '../intake/accept.ts'
import { processingClock } from '../rules/determine.ts'
import { createTenants, getTenantById } from '../tenants/tenant-cache.ts'
import { openOffices, type TestOffice } from '../testing.ts'
import { fileDossier } from '../testing-journey.ts'
import type { ArchiveManifest } from './archive-manifest.ts'
import { openCurrent } from './bring-up-to-date.ts'
import { carryArchiveIn } from './carry-archive-in.ts'
import { openArchiveFile } from './read-archive.ts'
import { verifyArchive } from './verify-archive.ts'
import { fileOf, writeArchive, type WrittenArchive } from './write-archive.ts'
import { writeZip } from './zip-writer.ts'

/** Đăng ký khai sinh. */
const birth = '1.001193'
const now = instant('2026-03-02T10:00:00+07:00')

const { open, db } = await openOffices()
const elsewhere = await cloneDatabase()
const ownerElsewhere = connect({ url: elsewhere.ownerUrl, max: 2 })
const folder = await mkdtemp(path.join(tmpdir(), 'archive-'))
afterAll(async () => {
  await ownerElsewhere.close()
  await elsewhere.close()
  await rm(folder, { recursive: true })
})

let office: TestOffice
let neighbour: TestOffice
let archive: string
let written: WrittenArchive
const codes: string[] = []
const ids: string[] = []

beforeAll(async () => {
  ;[office, neighbour] = [await open('ha-nam'), await open('long-an')]
  const { tenant } = await office.visitor()
  const agencyId = tenant.procedures.get(birth)!.agencies[0]!.id
  const officer = await office.staff(agencyId)
  // What people write may hold what readers of lines take for an end of line.
  for (const fullName of ['Trần Thị Đan', 'Lê\u2028Văn\u0085Nhất']) {
    const { dossierId } = await fileDossier(await office.citizen({ fullName }), birth, { agencyId })
    codes.push((await accept(officer, { dossierId })).code)
    ids.push(dossierId)
  }
  await fileDossier(await neighbour.citizen({ fullName: 'Nguyễn Hàng Xóm' }), birth)
  archive = path.join(folder, 'province.zip')
  written = await writeArchive(db, { tenant: office.tenant, file: archive, reason: 'hand-over', now })
})

describe('an archive', () => {
  test('is a ZIP file that any program unpacks and whose sums any machine checks', async () => {
    const out = path.join(folder, 'unpacked')
    execFileSync('python3', ['-m', 'zipfile', '-e', archive, out])
    const checked = execFileSync('sha256sum', ['-c', '--quiet', 'SHA256SUMS'], { cwd: out, encoding: 'utf8' })
    expect(checked).toBe('')
    expect(await readdir(out)).toEqual(
      expect.arrayContaining(['README.md', 'manifest.json', 'rules', 'schema', 'tables', 'files']),
    )
    const lines = (await readFile(path.join(out, 'tables/dossier.ndjson'), 'utf8')).split('\n')
    expect(
      lines
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line).code)
        .sort(),
    ).toEqual(codes.toSorted())
  })

  test('holds this province and nothing of another', async () => {
    const out = path.join(folder, 'unpacked')
    const search = ['-rlE', `${neighbour.tenant}|Hàng Xóm`, out, '--include=*.ndjson']
    // 1: nothing was found.
    expect(spawnSync('grep', search).status).toBe(1)
    expect(spawnSync('grep', ['-rlE', 'Trần Thị Đan', out, '--include=*.ndjson']).status).toBe(0)
  })

  test('can be read by its owner alone', async () => {
    expect((await stat(archive)).mode & 0o777).toBe(0o600)
  })

  test('HN19-22.4.2: says by which article data, information, source code and tools are handed over', () => {
    expect(written.manifest.law).toContainEqual({
      question: 'exit.handover',
      answer: ['information-handover', 'data-handover', 'source-code', 'tools'],
      basis: [expect.objectContaining({ article: '22', clause: '4' })],
    })
  })

  test('HN19-22.4: says that the data belongs to the lessee', () => {
    expect(written.manifest.law).toContainEqual(
      expect.objectContaining({ question: 'data.owner', answer: 'lessee' }),
    )
  })

  test('is whole, and a changed byte, a changed file and a removed one are found', async () => {
    expect((await verifyArchive(archive)).faults).toEqual([])
    const bytes = await readFile(archive)
    const stored = (await openArchiveFile(archive)).paths.find((one) => one.startsWith('files/'))!
    const damaged = path.join(folder, 'damaged.zip')
    // Stored files are not packed: the first bytes of this PDF stand in the archive as they are.
    const at = bytes.indexOf('%PDF-1.7')
    await writeFile(damaged, bytes.fill('X', at, at + 1))
    expect((await verifyArchive(damaged)).faults).toEqual([{ path: stored, fault: 'altered' }])
  })

  test('leaves nothing under its name when it cannot be finished', async () => {
    const file = path.join(folder, 'half.zip')
    const beside = [{ path: 'program/none', from: path.join(folder, 'is not there') }]
    await expect(
      writeArchive(db, { tenant: office.tenant, file, reason: 'asked', now, beside }),
    ).rejects.toThrow('ENOENT')
    expect((await readdir(folder)).filter((name) => name.startsWith('half'))).toEqual([])
  })
})

describe('an archive of an older version', () => {
  /** The archive as a version wrote it that did not know this migration, which added one column. */
  const unknown = '0018_second_person.sql'
  const older = async (): Promise<string> => {
    const file = path.join(folder, 'older.zip')
    const read = await openArchiveFile(archive)
    const { manifest } = read
    const tables = manifest.tables.map((table) => ({
      ...table,
      columns: table.columns.filter(({ name }) => name !== 'declared_by_id'),
    }))
    const migrations = manifest.migrations.filter(({ name }) => name !== unknown)
    const rewritten = Buffer.from(JSON.stringify({ ...manifest, tables, migrations }))
    await writeZip(file, { modified: new Date(0) }, async (zip) => {
      for (const entry of read.paths.filter((one) => one !== 'manifest.json')) {
        if (entry.startsWith('files/')) await zip.put(entry, [await read.content(path.basename(entry))])
        else {
          const lines: string[] = []
          for await (const batch of read.lines(entry)) lines.push(...batch)
          await zip.put(entry, [Buffer.from(lines.map((line) => `${line}\n`).join(''))])
        }
      }
      await zip.put('manifest.json', [rewritten])
    })
    read.close()
    return file
  }

  test('is brought up to this version before it is taken in, and what it holds is the same', async () => {
    const file = await older()
    const plain = await openArchiveFile(file)
    await expect(carryArchiveIn(ownerElsewhere, plain, { replace: false, now })).rejects.toThrow(
      `before ${unknown}`,
    )
    plain.close()
    const { archive: current, close } = await openCurrent(file, {
      openScratch: (migrations) => openScratch({ ...elsewhere, ...(migrations && { migrations }) }),
      aside: path.join(folder, 'aside.zip'),
      now,
    })
    const tables = (manifest: ArchiveManifest) => manifest.tables.map(({ name, sha256 }) => [name, sha256])
    expect(tables(current.manifest)).toEqual(tables(written.manifest))
    expect(current.manifest.migrations).toEqual(written.manifest.migrations)
    await close()
    expect(await readdir(folder)).not.toContain('aside.zip')
  })

  test('of a newer one is refused, with what to do', async () => {
    const read = await openArchiveFile(archive)
    const migrations = [...read.manifest.migrations, { name: '9999_later.sql', sha256: '0'.repeat(64) }]
    const newer = { ...read, manifest: { ...read.manifest, migrations } }
    await expect(carryArchiveIn(ownerElsewhere, newer, { replace: false, now })).rejects.toThrow(
      'written by a newer version (9999_later.sql)',
    )
    read.close()
  })
})

describe('a province that moves to an empty installation', () => {
  const inThere = async () => ({
    ...(await office.visitor()),
    db: elsewhere.db,
    tenant: await getTenantById(createTenants(elsewhere.db), office.tenant),
  })
  const all = (from: Database) =>
    from.read(office.tenant, async (tx) => Promise.all(ids.map((id) => eventsOf(tx, id))))

  test('is refused where an archive was damaged, and nothing of it stays', async () => {
    const damaged = await openArchiveFile(path.join(folder, 'damaged.zip'))
    await expect(carryArchiveIn(ownerElsewhere, damaged, { replace: false, now })).rejects.toThrow(
      'is not what it was',
    )
    damaged.close()
    expect(await listTenants(elsewhere.db)).toEqual([])
  })

  test('HN19-22.4.2: arrives whole: every table has the same fingerprint, every log holds', async () => {
    const read = await openArchiveFile(archive)
    const { tables, brokenLogs } = await carryArchiveIn(ownerElsewhere, read, { replace: false, now })
    read.close()
    expect(tables.map(({ table, sha256 }) => [table, sha256])).toEqual(
      written.manifest.tables.map(({ name, sha256 }) => [name, sha256]),
    )
    expect(brokenLogs).toEqual([])
    expect(await elsewhere.db.read(office.tenant, (tx) => verifyChain(tx))).toEqual([])
  })

  test('answers a look-up there as here', async () => {
    for (const code of codes) {
      const here = await lookUp(await office.visitor(), { code })
      expect(here).not.toBeNull()
      expect(await lookUp(await inThere(), { code })).toEqual(here)
    }
  })

  test('has the same logs and the same files there', async () => {
    expect(await all(elsewhere.db)).toEqual(await all(db))
    const { tables } = written.manifest
    expect(tables.find(({ name }) => name === 'file')!.rows).toBeGreaterThan(0)
    const read = await openArchiveFile(archive)
    const file = JSON.parse((await read.lines('tables/file.ndjson').next()).value![0]!) as {
      id: string
      content: { sha256: string }
    }
    expect(read.paths).toContain(fileOf(file.content.sha256))
    read.close()
    const content = (from: Database) => from.read(office.tenant, (tx) => getFileContent(tx, file.id))
    expect(await content(elsewhere.db)).toEqual(await content(db))
  })

  test('PT20-19.6b: is asked the law there and gives the determination it gave here', async () => {
    const { tenant } = await inThere()
    const dossier = (await findByCode(elsewhere.db, office.tenant, codes[0]!))!
    if (!('processingClock' in dossier) || !dossier.acceptedAt)
      throw new Error('the dossier was not accepted')
    const { acceptedAt, processingClock: kept } = dossier
    const { limit } = tenant.procedures.get(birth)!.procedure.cases[0]!
    expect(processingClock(tenant, acceptedAt, limit)).toEqual(kept)
  })

  test('goes on there: the next dossier is filed and accepted, and gets a number of its own', async () => {
    const { tenant } = await inThere()
    const agencyId = tenant.procedures.get(birth)!.agencies[0]!.id
    const there = { db: elsewhere.db, tenant }
    const citizen = { ...(await office.citizen({ fullName: 'Đào Thị Mới' })), ...there }
    await expect(fileDossier(citizen, birth, { agencyId })).rejects.toThrow()
    const known = await elsewhere.db.read(office.tenant, async (tx) => (await eventsOf(tx, ids[0]!))[0]!)
    if (known.type !== 'DossierSubmitted') throw new Error('the log begins otherwise')
    const { accountId } = known.applicant as { accountId: string }
    const again = {
      ...citizen,
      actor: {
        ...citizen.actor,
        kind: 'citizen' as const,
        accountId,
        fullName: 'Trần Thị Đan',
        address: '203.0.113.8',
      },
    }
    const { dossierId } = await fileDossier(again, birth, { agencyId })
    expect(ids).not.toContain(dossierId)
  })

  test('is not taken in a second time', async () => {
    const read = await openArchiveFile(archive)
    await expect(carryArchiveIn(ownerElsewhere, read, { replace: false, now })).rejects.toThrow(
      'is here already',
    )
    read.close()
  })
})
