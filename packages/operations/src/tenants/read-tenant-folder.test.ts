import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { problemLine, TenantProblems } from './problem.ts'
import { readTenantFolder } from './read-tenant-folder.ts'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'motcua-tenant-'))
  await cp(`${root}tenants/long-an`, folder, { recursive: true })
})
afterEach(() => rm(folder, { recursive: true }))

const read = () => readTenantFolder({ folder, national: `${root}tenants/national`, rules: `${root}rules` })
const change = async (file: string, edit: (text: string) => string): Promise<void> =>
  writeFile(path.join(folder, file), edit(await readFile(path.join(folder, file), 'utf8')))
const problems = async (locale: 'vi' | 'en' = 'en'): Promise<string[]> => {
  const error = await read().catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(TenantProblems)
  return (error as TenantProblems).problems.map((problem) => problemLine(problem, locale))
}

test.each(['long-an', 'ha-nam', 'phu-tho', 'tuyen-quang'])('the folder of %s is whole', async (province) => {
  const found = await readTenantFolder({
    folder: `${root}tenants/${province}`,
    national: `${root}tenants/national`,
    rules: `${root}rules`,
  })
  expect(found.manifest.id).toBe(province)
  expect(found.procedures).toHaveLength(30)
  expect(found.offered.every(({ agencies }) => agencies.length > 0)).toBe(true)
})

test('everything wrong is told at once, with file and line', async () => {
  await change('tenant.yaml', (text) => text.replace(/^hotline: .*$/m, 'hotline: [1]'))
  await change('procedures.csv', (text) => `${text}9.999999,4,nobody,no-form\n`)
  const lines = (await readFile(path.join(folder, 'procedures.csv'), 'utf8')).trimEnd().split('\n').length
  await rm(path.join(folder, 'messages/en.yaml'))
  expect(await problems()).toEqual([
    expect.stringMatching(/^tenant\.yaml:\d+: `hotline`: /),
    'messages/en.yaml: this file is missing',
    `procedures.csv:${lines}: the national catalogue has no procedure \`9.999999\``,
    `procedures.csv:${lines}: there is no form \`no-form\``,
    `procedures.csv:${lines}: there is no body \`nobody\``,
  ])
})

test('problems are told in Vietnamese as well', async () => {
  await change(
    'agencies.csv',
    (text) => `${text}x,Xã X,commune,nobody,99.98,Xã X,0272,yes\nx,Xã X,commune,,99.97,Xã X,0272,yes\n`,
  )
  expect(await problems('vi')).toEqual([
    expect.stringMatching(/^agencies\.csv:\d+: không có cơ quan cấp trên `nobody`$/),
    expect.stringMatching(/^agencies\.csv:\d+: `x` đã có ở dòng \d+$/),
  ])
})

test('text that is no YAML is told by its line', async () => {
  await change('calendar.yaml', (text) => `${text}\nweekdays: [1, 2\nx`)
  expect(await problems()).toEqual(
    expect.arrayContaining([expect.stringMatching(/^calendar\.yaml:\d+:\d+: not well formed/)]),
  )
})

test('a rules folder that has no law in it is told', async () => {
  await change('tenant.yaml', (text) => text.replace('  - long-an/', '  - nowhere/'))
  expect(await problems()).toEqual(['tenant.yaml: `rules`: the folder `rules/nowhere/` has no .quyche file'])
})

test('a fee of no procedure, of no case, that ends before it begins or that says two things at once is told by its line', async () => {
  const lines = (await readFile(path.join(folder, 'fees.csv'), 'utf8')).trimEnd().split('\n').length
  const row = (code: string, cases: string, from: string, to: string): string =>
    `${code},${cases},,Lệ phí,charges,5000,,,,result,${from},${to},Nghị quyết\n`
  await change(
    'fees.csv',
    (text) =>
      text +
      row('9.999999', '', '2020-01-01', '') +
      row('1.000894', 'khac', '2020-01-01', '2019-01-01') +
      row('1.000894', '', '2021-01-01', '') +
      row('1.000894', 'thong-thuong', '2026-01-01', '2026-12-31') +
      row('1.000894', '', '01/01/2026', '').replace('5000', '5.000'),
  )
  expect(await problems()).toEqual([
    expect.stringMatching(new RegExp(`^fees\\.csv:${lines + 5}: \`amount\`: `)),
    expect.stringMatching(new RegExp(`^fees\\.csv:${lines + 5}: \`from\`: `)),
    `fees.csv:${lines + 1}: the national catalogue has no procedure \`9.999999\``,
    `fees.csv:${lines + 2}: the procedure has no case \`khac\``,
    `fees.csv:${lines + 2}: ends 2019-01-01 before it begins 2020-01-01`,
    `fees.csv:${lines + 4}: the same item for the same time and case as line ${lines + 3}`,
  ])
})

test('a province’s own lines for a procedure take the place of the nation’s', async () => {
  const usual = (await read()).fees.filter(({ procedure }) => procedure === '1.004222')
  await change(
    'fees.csv',
    (text) => `${text}1.004222,,,Lệ phí cư trú,charges,1000,,,,result,2026-01-01,,NQ\n`,
  )
  const ours = (await read()).fees.filter(({ procedure }) => procedure === '1.004222')
  expect([usual.length, ours.map(({ amount }) => amount)]).toEqual([2, [1000]])
})
