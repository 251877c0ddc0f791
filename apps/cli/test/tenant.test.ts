// The commands that need a database, as processes of their own, while the system runs on the same one.
import { randomUUID } from 'node:crypto'
import { execFile } from 'node:child_process'
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { day, instant } from '@motcua/calendar'
import { type Database, type OpenedArchive, connect, fileDossier, listTenants, openArchive } from '@motcua/db'
import { type DossierEvent, evolve, submissionNo } from '@motcua/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from './run.ts'

const main = path.join(root, 'apps/cli/src/main.ts')
let home = ''
let project = ''
let archive: OpenedArchive
let db: Database

beforeAll(async () => {
  home = mkdtempSync(path.join(tmpdir(), 'motcua-cli-'))
  // The server may run as another user, who must be able to enter.
  chmodSync(home, 0o755)
  project = path.join(home, 'project')
  for (const part of ['rules', 'tenants/national', 'tenants/long-an']) {
    cpSync(path.join(root, part), path.join(project, part), { recursive: true })
  }
}, 60_000)

afterAll(async () => {
  await db?.close()
  await archive?.stop()
  rmSync(home, { recursive: true })
})

async function motcua(...args: string[]) {
  const options = { cwd: project, env: { DATA_DIR: path.join(home, 'data') } }
  const ended = promisify(execFile)(process.execPath, [main, ...args], options)
  const {
    code = 0,
    stdout,
    stderr,
  } = await ended
    .catch((error) => error as { code: number; stdout: string; stderr: string })
    .then((result) => ({ code: 0, ...result }))
  return { code, out: stdout, err: stderr }
}

/** A dossier filed online at a moment, with somebody's name and numbers in it. */
async function fileOne(moment: string) {
  const at = instant(moment)
  const event: DossierEvent = {
    type: 'DossierSubmitted',
    id: randomUUID(),
    at,
    submissionNo: submissionNo(day(moment.slice(0, 10)), new Uint8Array(8)),
    procedure: {
      ...{ code: '1.001193', name: 'Đăng ký khai sinh', field: 'Hộ tịch', level: 'full' },
      ...{ caseId: 'thong-thuong', caseName: 'Thông thường', limit: { n: 1, unit: 'working-day' } },
    },
    agencyId: 'xa-1',
    applicant: { fullName: 'Trần Thị Đan', citizenId: '080185000123', phone: '0901234567' },
    mode: 'online',
    answers: {},
    papers: [],
    returnChannel: 'counter',
    intakeClock: {
      startedAt: at,
      dueAt: null,
      why: {
        ...{ question: 'intake.decision', facts: {}, answer: null, basis: [], path: 'silent' },
        ...{ provisional: false, program: 'p', because: [] },
      },
    },
  }
  const dossier = evolve(null, event)
  await fileDossier(db, 'long-an', { key: dossier.id, dossier, event })
}

const change = (file: string, from: string, to: string) => {
  const where = path.join(project, file)
  const text = readFileSync(where, 'utf8')
  expect(text).toContain(from)
  writeFileSync(where, text.replace(from, to))
}

describe('from an empty database to a changed rule', { timeout: 60_000 }, () => {
  test('an empty database is migrated, its server started for as long as that takes', async () => {
    const { code, out } = await motcua('db', 'migrate', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out).applied.length).toBeGreaterThan(0)
    expect((await motcua('db', 'url', '--lang', 'en')).err).toContain('the embedded server is not running')
  })

  test('while the system runs, its database is used, and is at this version already', async () => {
    archive = await openArchive({ dataDir: path.join(home, 'data') })
    db = connect({ url: archive.appUrl, max: 1 })
    expect(await listTenants(db)).toEqual([])
    const { out } = await motcua('db', 'migrate', '--lang', 'en')
    expect(out).toBe('the database is at this version already\n')
    expect(await motcua('db', 'url')).toEqual({ code: 0, out: `${archive.ownerUrl}\n`, err: '' })
  })

  test('a province is applied once; the same again changes nothing', async () => {
    const plan = JSON.parse((await motcua('tenant', 'plan', 'tenants/long-an', '--json')).out)
    expect(plan).toMatchObject({ tenant: 'long-an', from: 0 })
    const { code, err, out } = await motcua('tenant', 'apply', 'tenants/long-an', '--lang', 'en')
    expect([code, err]).toEqual([0, ''])
    expect(out.split('\n')).toEqual([
      'long-an: edition 1 is in force',
      'Portal: http://long-an.localhost:3000',
      expect.stringMatching(
        /^Invitation of the first administrator .*: http:\/\/desk\.localhost:3000\/first-administrator\/long-an\.[\w-]{43}$/,
      ),
      '',
    ])
    expect(await listTenants(db)).toEqual(['long-an'])
    expect((await motcua('tenant', 'plan', 'long-an', '--lang', 'en')).out).toContain(
      'nothing differs from edition 1',
    )
    const again = await motcua('tenant', 'apply', 'long-an', '--json', '--no-invitation')
    const portal = ['http://long-an.localhost:3000']
    expect(JSON.parse(again.out)).toEqual({ tenant: 'long-an', edition: 1, changed: false, portal })
  })

  test('a changed number in a rules file is planned as that file and becomes the next edition', async () => {
    change('rules/long-an/30-2019.quyche', 'sau 17:00 tính', 'sau 16:00 tính')
    const refused = await motcua('tenant', 'apply', 'long-an', '--lang', 'en')
    expect(refused).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('rules/long-an/30-2019.quyche:'),
    })
    cpSync(path.join(root, 'rules'), path.join(project, 'rules'), { recursive: true })
    change('rules/long-an/30-2019.quyche', 'trong 15 ngày làm việc', 'trong 14 ngày làm việc')
    change('rules/long-an/30-2019.quyche', '2019-09-06T17:00', '2019-09-05T17:00')
    expect((await motcua('tenant', 'plan', 'long-an')).out).toBe('~  rules  rules/long-an/30-2019.quyche\n')
    expect((await motcua('tenant', 'apply', 'long-an', '--lang', 'en')).out).toContain(
      'long-an: edition 2 is in force\n',
    )
  })

  test('past dossiers are worked out under another regulation, and nothing of a person is printed', async () => {
    await fileOne('2026-03-06T16:30:00+07:00')
    const draft = path.join(home, 'draft.quyche')
    const text = readFileSync(path.join(root, 'rules/long-an/30-2019.quyche'), 'utf8')
    writeFileSync(draft, text.replace('sau 17:00 tính', 'sau 16:00 tính'))
    const { code, out, err } = await motcua('rules', 'replay', 'long-an', '--with', draft)
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('Ngày nhận hồ sơ nộp trực tuyến: 1 hồ sơ; 1 muộn hơn.')
    expect(out).toMatch(/Muộn hơn nhiều nhất: \S+, thứ Sáu 06\/03\/2026 → thứ Hai 09\/03\/2026\./)
    const machine = await motcua('rules', 'replay', 'long-an', '--with', draft, '--json')
    expect(JSON.parse(machine.out)).toMatchObject({ tenant: 'long-an', dossiers: 1 })
    expect(out + machine.out).not.toMatch(/Đan|080185000123|0901234567/)
    const before = await motcua('rules', 'replay', 'long-an', '--with', draft, '--to', '2026-03-05', '--json')
    expect(JSON.parse(before.out).dossiers).toBe(0)
    expect(await motcua('rules', 'replay', 'nghe-an', '--with', draft, '--lang', 'en')).toMatchObject({
      code: 1,
      err: expect.stringContaining('there is no tenant `nghe-an` in the database'),
    })
  })

  test('the example of the README is checked, planned and applied by the commands that stand there', async () => {
    const readme = readFileSync(path.join(root, 'README.md'), 'utf8')
    cpSync(path.join(root, 'docs/examples/nui-xanh'), project, { recursive: true })
    const commands = [...readme.matchAll(/^npm run -s motcua -- (.* \S*nui-xanh)$/gm)].map(
      ([, line]) => line!,
    )
    expect(commands.map((line) => line.split(' ')[1])).toEqual(['check', 'check', 'plan', 'apply', 'verify'])
    const said: string[] = []
    for (const line of commands.slice(0, -1)) {
      const { code, err, out } = await motcua(...line.split(' '))
      expect([line, code, err]).toEqual([line, 0, ''])
      said.push(out)
    }
    expect(said.at(-1)).toContain('nui-xanh: bản 1 đã có hiệu lực\nCổng: http://nui-xanh.localhost:3000\n')
    expect(readme).toContain('nui-xanh: bản 1 đã có hiệu lực\nCổng: http://nui-xanh.localhost:3000\n')
    expect(await listTenants(db)).toContain('nui-xanh')
  })

  test('a folder with faults is refused, every fault with its file and line, and nothing is applied', async () => {
    change('tenants/long-an/tenant.yaml', 'hotline:', 'hotlin:')
    change('tenants/long-an/agencies.csv', ',yes', ',yes,yes')
    const checked = await motcua('tenant', 'check', 'long-an', '--lang', 'en')
    expect(checked).toMatchObject({ code: 1, out: '' })
    expect(checked.err).toMatch(/^tenant\.yaml(:\d+)*: /m)
    expect(checked.err).toMatch(/^agencies\.csv:\d+: /m)
    expect((await motcua('tenant', 'apply', 'long-an')).code).toBe(1)
  })
})

test('a database that is not there is one sentence, and exit code 1', async () => {
  const options = { cwd: project, env: { DATABASE_URL: 'postgres://nobody:x@127.0.0.1:9/motcua' } }
  const ended = promisify(execFile)(process.execPath, [main, 'db', 'migrate'], options)
  await expect(ended).rejects.toMatchObject({
    code: 1,
    stdout: '',
    stderr: /^motcua: không có PostgreSQL nào trả lời ở 127\.0\.0\.1:9.*\n$/,
  })
  const english = promisify(execFile)(process.execPath, [main, 'db', 'migrate', '--lang', 'en'], options)
  await expect(english).rejects.toMatchObject({
    stderr: /^motcua: no PostgreSQL answers at 127\.0\.0\.1:9.*\n$/,
  })
})
