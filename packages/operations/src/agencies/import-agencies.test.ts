import { listAudit } from '@motcua/db'
import { expect, test } from 'vitest'
import { openOffices, type TestOffice } from '../testing.ts'
import { exportAgencies, importAgencies, previewAgencies } from './import-agencies.ts'
import { agencyDirectory } from './directory.ts'
import { getProcedure } from '../catalogue/get-procedure.ts'

const { open } = await openOffices()

async function atDesk(office: TestOffice) {
  const admin = () => office.staff('vp-ubnd', 'tenant-admin')
  const texts = async (): Promise<Record<string, string>> => {
    const { files } = await exportAgencies(await admin(), {})
    return Object.fromEntries(files.map(({ name, text }) => [name, text]))
  }
  return { admin, texts }
}

test('what is exported reads back the same, from a spreadsheet with semicolons and a byte order mark too', async () => {
  const { admin, texts } = await atDesk(await open('phu-tho'))
  const files = await texts()
  const plan = await previewAgencies(await admin(), { texts: files })
  expect(plan).toMatchObject({ problems: [], changes: [] })
  const successors = 'from;to;on;decision\r\nso-xay-dung;so-cong-thuong;2026-05-01;"Quyết định 5; mục 2"\r\n'
  const other = await previewAgencies(await admin(), { texts: { 'successors.csv': `\uFEFF${successors}` } })
  expect(other).toMatchObject({
    problems: [],
    changes: [
      { file: 'successors.csv', row: 'so-xay-dung 2026-05-01', how: 'added', name: 'Quyết định 5; mục 2' },
    ],
  })
})

test('every faulty row is told with its line, and nothing is brought in', async () => {
  const { admin, texts } = await atDesk(await open('phu-tho'))
  const files = await texts()
  const lines = files['agencies.csv']!.trimEnd().split('\r\n')
  const bad = [
    ...lines,
    'moi-1,,commune,,99.01,Xã A,0210,yes,,,,,,,',
    'moi-2,Xã B,thon,,99.02,Xã B,0210,yes,,,,,,,',
    'moi-3,Xã C,commune,khong-co,99.03,Xã C,0210,yes,,,,,,,',
    'moi-4,Xã D',
  ].join('\r\n')
  const context = await admin()
  const { problems, edition } = await previewAgencies(context, { texts: { 'agencies.csv': bad } })
  const at = lines.length
  expect(problems.map(({ line, en }) => `${line}: ${en}`)).toEqual([
    `${at + 4}: the number of cells differs from the columns: 2/15`,
    expect.stringMatching(new RegExp(`^${at + 1}: \`name\``)),
  ])
  // Rows that can be read are then held against the tree.
  const read = bad.replace(/^moi-1.*\r\n/m, '').replace(/\r\nmoi-4.*$/, '')
  const second = await previewAgencies(context, { texts: { 'agencies.csv': read } })
  expect(second.problems.map(({ line, en }) => `${line}: ${en}`)).toEqual([
    `${at + 1}: there is no tier \`thon\`; the tiers are: province, district, commune, vertical`,
    `${at + 2}: there is no parent body \`khong-co\``,
  ])
  const tried = await importAgencies(context, { texts: { 'agencies.csv': read }, edition, why: 'thử' })
  expect(tried.edition).toBeUndefined()
  expect((await exportAgencies(context, {})).edition).toBe(edition)
})

test('a merger is brought in with its days: the new commune receives what the old one did, from its day on', async () => {
  const office = await open('phu-tho')
  const { admin, texts } = await atDesk(office)
  const files = await texts()
  const [header, ...rows] = files['agencies.csv']!.trimEnd().split('\r\n')
  const old = rows.find((row) => /,commune,.*,yes,/.test(row))!
  const [id] = old.split(',') as [string]
  const ended = `${old.slice(0, old.lastIndexOf(','))},2026-03-31`
  const fresh = 'phuong-moi,Phường Mới,commune,ubnd-tinh,98.76,Phường Mới,0210 000 9999,yes,,,,,,2026-04-01,'
  const changed = {
    'agencies.csv': [header, ...rows.map((row) => (row === old ? ended : row)), fresh].join('\r\n'),
    'successors.csv': `from,to,on,decision\r\n${id},phuong-moi,2026-04-01,Nghị quyết 12\r\n`,
  }
  const context = await admin()
  const plan = await previewAgencies(context, { texts: changed })
  expect(plan.problems).toEqual([])
  expect(plan.changes).toMatchObject([
    { row: id, how: 'changed', cells: [{ column: 'to', was: '', is: '2026-03-31' }] },
    { row: 'phuong-moi 2026-04-01', how: 'added', name: 'Phường Mới' },
    { file: 'successors.csv', how: 'added' },
  ])
  expect(plan.received).toMatchObject([{ id: 'phuong-moi' }])
  expect(plan.received[0]!.procedures).toBeGreaterThan(0)
  const { edition } = await importAgencies(context, {
    texts: changed,
    edition: plan.edition,
    why: 'Nghị quyết 12',
  })
  expect(edition).toBe(plan.edition + 1)

  const code = '1.001193'
  const receivers = async (): Promise<string[]> =>
    (await getProcedure(await office.visitor(), { code })).agencies.map((agency) => agency.id)
  expect(await receivers()).toContain(id)
  expect(await receivers()).not.toContain('phuong-moi')
  office.at('2026-04-01T00:00:00+07:00')
  expect(await receivers()).toContain('phuong-moi')
  expect(await receivers()).not.toContain(id)
  const directory = await agencyDirectory(await office.visitor())
  expect(directory.gone).toMatchObject([{ id, until: '2026-03-31', successors: [{ id: 'phuong-moi' }] }])
})

test('a body where dossiers or people stand is not struck out, and who was slower is told', async () => {
  const { admin, texts } = await atDesk(await open('phu-tho'))
  const context = await admin()
  const files = await texts()
  const without = files['agencies.csv']!.split('\r\n').filter((row) => !row.startsWith('vp-ubnd,'))
  const { problems } = await previewAgencies(context, { texts: { 'agencies.csv': without.join('\r\n') } })
  expect(problems.map(({ en }) => en)).toContainEqual(
    expect.stringMatching(/^the row of `vp-ubnd` is missing/),
  )
  const { edition } = await previewAgencies(context, { texts: {} })
  const points = 'agencyId,name,address,phone\r\nttpvhcc,Điểm tiếp nhận số 2,Số 1 đường A,0210 000 0099\r\n'
  await importAgencies(context, { texts: { 'receiving-points.csv': points }, edition, why: 'Thêm điểm' })
  await expect(
    importAgencies(context, { texts: { 'receiving-points.csv': `${points}` }, edition, why: 'Thêm điểm' }),
  ).rejects.toThrow('edition')
})

test('only the administrator of the province amends its bodies, and leaves a trace', async () => {
  const office = await open('phu-tho')
  await expect(exportAgencies(await office.staff('ttpvhcc'), {})).rejects.toThrow('agency:amend')
  const context = await office.staff('vp-ubnd', 'tenant-admin')
  const { edition } = await previewAgencies(context, { texts: {} })
  const points = 'agencyId,name,address,phone\r\nttpvhcc,Điểm 2,Số 1 đường A,0210 000 0099\r\n'
  await importAgencies(context, { texts: { 'receiving-points.csv': points }, edition, why: 'Quyết định 9' })
  const trail = await office.db.read(office.tenant, (tx) =>
    listAudit(tx, { deed: 'agency:amend' }, { limit: 1 }),
  )
  expect(trail).toMatchObject([{ thing: 'edition', detail: { why: 'Quyết định 9', rows: 1 } }])
})
