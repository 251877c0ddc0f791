import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { instant } from '@motcua/calendar'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { examineTenant } from './examine-tenant.ts'
import { checkEmblem } from './check-emblem.ts'
import { checkHosts } from './check-hosts.ts'
import { problemLine } from './problem.ts'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
const now = instant('2026-03-02T09:00:00+07:00')
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'motcua-examine-'))
  await cp(`${root}tenants/tuyen-quang`, folder, { recursive: true })
})
afterEach(() => rm(folder, { recursive: true }))

const examine = () =>
  examineTenant({ folder, national: `${root}tenants/national`, rules: `${root}rules` }, now)
const change = async (file: string, edit: (text: string) => string): Promise<void> =>
  writeFile(path.join(folder, file), edit(await readFile(path.join(folder, file), 'utf8')))

test('a sound folder has no problem, and says how its law stands to every question', async () => {
  const { folder: sound, problems, coverage } = await examine()
  expect(problems).toEqual([])
  expect(sound?.manifest.id).toBe('tuyen-quang')
  expect(coverage.answered).toBeGreaterThan(50)
})

test('a fault in each part is told in one run: the form of one file hides none of the rest', async () => {
  await change('tenant.yaml', (text) =>
    text.replace(/colour: .*/, "colour: '#ffd400'").replace(/onColour: .*/, "onColour: '#ffffff'"),
  )
  await change('agencies.csv', (text) => `${text}x,Xã X,commune,nobody,99.98,Xã X,0207,no\n`)
  await change('procedures.csv', (text) => `${text}9.999999,full,@commune,no-form\n`)
  await change('messages/en.yaml', (text) => text.replace('DossierAccepted:', 'DossierAdopted:'))
  await change('calendar.yaml', (text) => text.replace(/weekdays: .*/, 'weekdays: [9]'))
  await writeFile(path.join(folder, 'brand/emblem.svg'), '<svg onload="alert(1)"></svg>')
  const { problems, folder: sound } = await examine()
  expect(sound).toBeUndefined()
  const lines = problems.map((problem) => problemLine(problem, 'en'))
  for (const told of [
    /^tenant\.yaml: `brand`: the contrast of/,
    /^agencies\.csv:\d+: there is no parent body `nobody`/,
    /^procedures\.csv:\d+: the national catalogue has no procedure `9\.999999`/,
    /^procedures\.csv:\d+: there is no form `no-form`/,
    /^messages\/en\.yaml: the letter `DossierAccepted` is missing/,
    /^calendar\.yaml:\d+: `weekdays\.0`/,
    /^brand\/emblem\.svg: holds something that runs/,
  ])
    expect(lines.filter((line) => told.test(line))).toHaveLength(1)
  expect(problems.every(({ vi, en }) => vi !== en)).toBe(true)
})

test('TQ25-2.1: a district body is told where the law of the day knows two tiers', async () => {
  await change('agencies.csv', (text) => `${text}huyen-x,UBND huyện X,district,,99.98,Huyện X,0207,no\n`)
  const { problems } = await examine()
  expect(problems.map(({ en }) => en)).toEqual([
    expect.stringMatching(/^the regulation knows no tier `district` \(1 bodies, among them `huyen-x`\)/),
  ])
})

test('a section that receives nothing may stay, and is told', async () => {
  await change('agencies.csv', (text) => `${text}xa-x,UBND xã X,province,,99.98,Xã X,0207,yes\n`)
  await change('procedures.csv', (text) => text.replaceAll('@province', 'ttpvhcc'))
  const { problems, remarks } = await examine()
  expect(problems).toEqual([])
  expect(remarks.map(({ en }) => en).join()).toContain('`xa-x`')
})

describe('an emblem', () => {
  test.each([
    ['<svg><path d="M0 0"/></svg>', 0],
    ['<svg xmlns="http://www.w3.org/2000/svg"><use href="#a"/><g id="a"/></svg>', 0],
    ['<svg><script>1</script></svg>', 1],
    ['<svg><image href="https://elsewhere.example/a.png"/></svg>', 1],
    ['<svg style="fill:url(https://elsewhere.example/x)"/>', 1],
    ['<p>no drawing</p>', 1],
  ])('%s has %i faults', (svg, faults) => {
    expect(checkEmblem(svg)).toHaveLength(faults)
  })
})

test('a host is a name alone', () => {
  const of = (...hosts: string[]) => checkHosts({ hosts }).length
  expect(of('dichvucong.tuyenquang.gov.vn')).toBe(0)
  expect(of('https://dichvucong.tuyenquang.gov.vn')).toBe(1)
  expect(of('a.example:8080', 'desk.example', 'b.example/x', 'b c')).toBe(4)
  expect(of('a.example', 'A.example')).toBe(1)
})
