// A server that is killed in the middle of submissions loses none that it confirmed, and files none twice.
import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createApi, type Api } from '@motcua/api/client'
import { connect, getDossier, listOwn, openArchive, type Database, type OpenedArchive } from '@motcua/db'
import { applyTenant } from '@motcua/operations/tenants/apply-tenant'
import { readProvince } from '@motcua/operations/testing'
import { instant } from '@motcua/calendar'
import { afterAll, beforeAll, expect, test } from 'vitest'

const host = 'long-an.localhost'
const key = 'the key between the processes'
// Needs no required paper, so that a draft is a few calls.
const procedureCode = '1.004873'
const people = 48
const confirmedBeforeTheKill = 12

const folder = mkdtempSync(path.join(tmpdir(), 'motcua-killed-'))
// PostgreSQL may run as another user than this test.
chmodSync(folder, 0o755)
let archive: OpenedArchive
let db: Database
let port: number
let server: ChildProcess

beforeAll(async () => {
  archive = await openArchive({ dataDir: folder })
  db = connect({ url: archive.appUrl, max: 4 })
  await applyTenant(db, await readProvince('long-an'), { now: instant('2026-03-02T09:00:00+07:00') })
  port = await freePort()
  server = await startServer()
}, 60_000)

afterAll(async () => {
  server.kill('SIGKILL')
  await db.close()
  await archive.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('what a killed server confirmed is there, and what it did not is filed once when it is sent again', async () => {
  const applicants = await Promise.all(Array.from({ length: people }, (_, n) => register(n)))
  const drafts = await Promise.all(applicants.map(async ({ api }) => ({ api, draftId: await fill(api) })))
  const confirmed: string[] = []
  const unconfirmed: typeof drafts = []
  await Promise.all(
    drafts.map(async ({ api, draftId }) => {
      try {
        confirmed.push((await api.trpc.intake.submit.mutate({ draftId })).dossierId)
        if (confirmed.length === confirmedBeforeTheKill) server.kill('SIGKILL')
      } catch {
        unconfirmed.push({ api, draftId })
      }
    }),
  )
  expect(unconfirmed.length).toBeGreaterThan(0)

  server = await startServer()
  for (const id of confirmed) {
    const dossier = await db.read('long-an', (tx) => getDossier(tx, id))
    expect(dossier).toMatchObject({ id, phase: 'submitted', version: 1 })
  }
  for (const { api, draftId } of unconfirmed) {
    const first = await api.trpc.intake.submit.mutate({ draftId })
    expect(await api.trpc.intake.submit.mutate({ draftId })).toEqual(first)
  }
  const filed = await Promise.all(
    applicants.map(({ accountId }) => db.read('long-an', (tx) => listOwn(tx, accountId))),
  )
  expect(filed.map((own) => own.length)).toEqual(applicants.map(() => 1))
  console.log(
    `${confirmed.length} confirmed, ${unconfirmed.length} under way at the kill: none lost, none twice`,
  )
}, 90_000)

interface Applicant {
  readonly api: Api
  readonly accountId: string
}

async function register(n: number): Promise<Applicant> {
  const address = `203.0.113.${n + 1}`
  const digits = String(n).padStart(2, '0')
  const { session } = await office(address).trpc.identity.register.mutate({
    fullName: 'Trần Thị Đan',
    citizenId: `0801850001${digits}`,
    email: `dan${n}@example.vn`,
    phone: `09012345${digits}`,
    password: 'mật khẩu của Đan',
  })
  const api = office(address, session)
  const view = await api.trpc.identity.session.query()
  return { api, accountId: view!.accountId }
}

/** A draft ready to be sent. */
async function fill(api: Api): Promise<string> {
  const draft = await api.trpc.drafts.open.mutate({ procedureCode })
  const agency = draft.procedure.agencies[0]!.id
  for (const page of draft.form.pages) {
    const answers = Object.fromEntries(
      page.fields.map(({ id, kind, choices }) => [id, answerTo(kind, choices?.[0]?.value, agency)]),
    )
    const saved = await api.trpc.drafts.savePage.mutate({ id: draft.id, pageId: page.id, answers })
    expect(saved).toHaveProperty('draft')
  }
  const [returnChannel] = draft.procedure.return.channels
  const caseId = draft.procedure.cases[0]!.id
  await api.trpc.drafts.saveChoice.mutate({ id: draft.id, caseId, agencyId: agency, returnChannel })
  return draft.id
}

function answerTo(kind: string, choice = '', agency: string): string {
  const given: Record<string, string> = {
    date: '1985-03-27',
    phone: '0901234567',
    email: 'dan@example.vn',
    'citizen-id': '080185000123',
    number: '1',
    choice,
    agency,
  }
  return given[kind] ?? 'Trần Thị Đan'
}

function office(address: string, session?: string): Api {
  return createApi({ url: `http://127.0.0.1:${port}`, fetch, host, address, session, locale: 'vi', key })
}

async function startServer(): Promise<ChildProcess> {
  const env = {
    ...process.env,
    DATABASE_URL: archive.appUrl,
    PORT: '0',
    API_PORT: String(port),
    API_KEY: key,
    LOG: 'faults',
    NODE_NO_WARNINGS: '1',
  }
  const main = path.join(import.meta.dirname, '../src/main.ts')
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => text.includes('listening') && resolve())
    child.on('exit', () => reject(new Error('the server ended')))
  })
  return child
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}
