import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { instant } from '@motcua/calendar'
import { listAudit } from '@motcua/db'
import type { Actor } from '@motcua/domain'
import { describe, expect, test } from 'vitest'
import { writeZip } from '../leaving/zip-writer.ts'
import { openOffices } from '../testing.ts'
import { applyProvince, planProvince } from './bring-province.ts'
import type { HouseContext } from './house-operation.ts'
import { listProvinces } from './list-provinces.ts'
import { moveProvince } from './move-province.ts'
import { seeProvince } from './see-province.ts'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
const { db, open } = await openOffices()
const office = await open('ha-nam')
const now = instant('2026-03-02T09:00:00+07:00')
const actor: Actor = {
  ...{ kind: 'operator', operatorId: '00000000-0000-4000-8000-000000000001' },
  ...{ fullName: 'Lê Vận Hành', address: '::1' },
}
const house: HouseContext = {
  ...{ db, tenants: office.tenants, actor, now: () => now, log: () => {}, requestId: 'r' },
  portalOf: ({ manifest }) => `http://${manifest.hosts[0]}`,
  library: { rules: `${root}rules`, national: `${root}tenants/national` },
}

/** A ZIP as a browser sends it. */
async function zipped(files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const aside = await mkdtemp(path.join(tmpdir(), 'motcua-test-'))
  const file = path.join(aside, 'folder.zip')
  await writeZip(file, { modified: new Date(0) }, async (zip) => {
    for (const [name, content] of Object.entries(files)) await zip.put(name, [Buffer.from(content)])
  })
  const content = await readFile(file)
  await rm(aside, { recursive: true })
  return content.toString('base64')
}

/** The folder of a province that is invented: Hà Nam's declarations under names of its own. */
async function invented(id: string, within = ''): Promise<Record<string, string | Buffer>> {
  const folder = `${root}tenants/ha-nam`
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  const files: Record<string, string | Buffer> = {}
  for (const entry of names.filter((one) => one.isFile())) {
    const file = path.join(entry.parentPath, entry.name)
    files[within + path.relative(folder, file)] = await readFile(file)
  }
  const manifest = String(files[`${within}tenant.yaml`])
  files[`${within}tenant.yaml`] = manifest
    .replace(/^id: .*/m, `id: ${id}`)
    .replace(/^hosts: .*/m, `hosts: [${id}.localhost]`)
    .replace('- ha-nam/', `- ${id}/`)
  files[`rules/${id}/1-2026.quyche`] = await readFile(`${root}rules/ha-nam/30-2019.quyche`)
  return files
}

describe('a province brought as a ZIP', () => {
  test('is planned, then in force with its own law, its portal and one invitation; it leaves a trace', async () => {
    const zip = await zipped(await invented('tinh-moi', 'tenants/tinh-moi/'))
    const { problems, plan, province } = await planProvince(house, { zip })
    expect(problems).toEqual([])
    expect(province).toMatchObject({ id: 'tinh-moi', hosts: ['tinh-moi.localhost'] })
    expect(plan).toMatchObject({ from: 0, changes: expect.arrayContaining([expect.anything()]) })
    expect(plan!.changes.map(({ name }) => name)).toContain('rules/tinh-moi/1-2026.quyche')
    const order = { zip, planned: plan!, reason: 'Theo hợp đồng số 1' }
    const { applied } = await applyProvince(house, order)
    expect(applied).toMatchObject({ edition: 1, changed: true, portals: ['http://tinh-moi.localhost'] })
    expect(applied!.invitation!.token).toMatch(/^tinh-moi\./)
    // The plan that was read is of an edition that is no longer the latest.
    await expect(applyProvince(house, order)).rejects.toThrow('edition')
    const seen = await seeProvince(house, { id: 'tinh-moi' })
    expect(seen).toMatchObject({ hasAdministrator: false, standing: 'in-service', edition: 1 })
    expect(seen.deeds[0]).toMatchObject({ deed: 'apply-province', name: 'Lê Vận Hành' })
    const trail = await db.read('tinh-moi', (tx) => listAudit(tx, {}, { limit: 20 }))
    expect(trail).toContainEqual(
      expect.objectContaining({
        deed: 'tenant:apply',
        detail: { edition: 1, from: 0, reason: 'Theo hợp đồng số 1' },
      }),
    )
  })

  test('is told everything that is wrong with it at once, and changes nothing', async () => {
    const files = await invented('tinh-sai')
    files['tenant.yaml'] = String(files['tenant.yaml']).replace(/colour: .*/, "colour: '#eeeeee'")
    files['calendar.yaml'] = 'mornings: ['
    const { problems, plan } = await planProvince(house, { zip: await zipped(files) })
    expect(plan).toBeUndefined()
    expect(new Set(problems.map(({ file }) => file))).toEqual(new Set(['tenant.yaml', 'calendar.yaml']))
    expect(await office.tenants.find('tinh-sai')).toBeUndefined()
  })

  test('takes no host of another province', async () => {
    const files = await invented('tinh-tranh')
    const host = `${office.tenant}.localhost`
    files['tenant.yaml'] = String(files['tenant.yaml']).replace(/^hosts: .*/m, `hosts: [${host}]`)
    const { problems } = await planProvince(house, { zip: await zipped(files) })
    expect(problems.map(({ vi }) => vi)).toEqual([`\`hosts\`: \`${host}\` đang dẫn đến \`${office.tenant}\``])
  })

  const manifest = Buffer.from('id: x')
  test.each([
    ['a file that is no ZIP', Buffer.from('xin chào').toString('base64'), 'ZIP'],
    ['no tenant.yaml', { 'a.csv': 'x' }, 'ZIP'],
    ['two of them', { 'a/tenant.yaml': manifest, 'b/tenant.yaml': manifest }, 'ZIP'],
    ['national law', { 'tenant.yaml': manifest, 'rules/national/x.quyche': 'x' }, 'rules/national/x.quyche'],
    ['a file that grows beyond its bounds', { 'a.csv': Buffer.alloc(3_000_000) }, 'a.csv'],
    ['too many files', Object.fromEntries([...Array(201).keys()].map((n) => [`${n}.csv`, 'x'])), 'ZIP'],
  ])('is refused in a sentence with %s', async (_, files, place) => {
    const zip = typeof files === 'string' ? files : await zipped(files)
    const { problems } = await planProvince(house, { zip })
    expect(problems).toEqual([{ file: place, vi: expect.any(String), en: expect.any(String) }])
  })

  test('reads nothing outside: names that climb are refused, in the ZIP and in what it declares', async () => {
    const files = await invented('tinh-leo')
    const climbing = Buffer.from(await zipped({ 'xx/tenant.yaml': 'id: x' }), 'base64')
    const renamed = Buffer.from(
      climbing.toString('latin1').replaceAll('xx/tenant', '../tenant').slice(0),
      'latin1',
    )
    const first = await planProvince(house, { zip: renamed.toString('base64') })
    expect(first.problems.map(({ file }) => file)).toEqual(['ZIP'])
    files['tenant.yaml'] = String(files['tenant.yaml']).replace('- national/', '- ../../../etc/passwd')
    const { problems } = await planProvince(house, { zip: await zipped(files) })
    expect(problems.map(({ file, vi }) => `${file} ${vi}`).join()).toContain('tenant.yaml `rules.0`')
    expect(JSON.stringify(problems)).not.toContain('root:')
  })
})

test('an operator sees how each province fares, and moves one with a reason that stands in both trails', async () => {
  const line = (await listProvinces(house)).find(({ id }) => id === office.tenant)
  expect(line).toMatchObject({ standing: 'in-service', backup: { health: { state: 'none' } } })
  expect(line!.work.due).toBeGreaterThan(0)
  const note = { vi: 'Nâng cấp.', en: 'Upgrade.' }
  await moveProvince(house, { id: office.tenant, deed: 'suspend', reason: 'Nâng cấp máy chủ', note })
  const seen = await seeProvince(house, { id: office.tenant })
  expect(seen).toMatchObject({ standing: 'suspended', note })
  expect(seen.deeds[0]).toMatchObject({
    deed: 'suspend-province',
    detail: { reason: 'Nâng cấp máy chủ' },
  })
  const trail = await db.read(office.tenant, (tx) => listAudit(tx, {}, { limit: 20 }))
  expect(trail).toContainEqual(
    expect.objectContaining({
      deed: 'tenant:suspend',
      detail: expect.objectContaining({ reason: 'Nâng cấp máy chủ' }),
    }),
  )
})
