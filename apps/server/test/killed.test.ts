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
const people = 8

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
  const confirmed: { dossierId: string; draftId: string }[] = []
  const unconfirmed: { api: Api; draftId: string }[] = []

  const fileUntilItBreaks = async ({ api }: Applicant): Promise<void> => {
    for (;;) {
      const draftId = await fill(api)
      if (!draftId) return
      try {
        confirmed.push({ ...(await api.trpc.intake.submit.mutate({ draftId })), draftId })
      } catch {
        unconfirmed.push({ api, draftId })
        return
      }
    }
  }
  const filing = Promise.all(applicants.map(fileUntilItBreaks))
  while (confirmed.length < 40) await new Promise((resolve) => setTimeout(resolve, 1))
  server.kill('SIGKILL')
  await filing

  server = await startServer()
  for (const { dossierId } of confirmed) {
    const dossier = await db.read('long-an', (tx) => getDossier(tx, dossierId))
    expect(dossier).toMatchObject({ id: dossierId, phase: 'submitted', version: 1 })
  }
  for (const { api, draftId } of unconfirmed) {
    const first = await api.trpc.intake.submit.mutate({ draftId })
    expect(await api.trpc.intake.submit.mutate({ draftId })).toEqual(first)
    confirmed.push({ ...first, draftId })
  }
  const drafts = new Set(confirmed.map(({ draftId }) => draftId))
  const filed = await Promise.all(
    applicants.map(({ accountId }) => db.read('long-an', (tx) => listOwn(tx, accountId))),
  )
  expect(filed.flat()).toHaveLength(drafts.size)
  console.log(
    `${drafts.size} submissions, ${unconfirmed.length} under way at the kill: none lost, none twice`,
  )
}, 90_000)

interface Applicant {
  readonly api: Api
  readonly accountId: string
}

async function register(n: number): Promise<Applicant> {
  const address = `203.0.113.${n + 1}`
  const { session } = await office(address).trpc.identity.register.mutate({
    fullName: 'Trần Thị Đan',
    citizenId: `08018500010${n}`,
    email: `dan${n}@example.vn`,
    phone: `090123450${n}`,
    password: 'mật khẩu của Đan',
  })
  const api = office(address, session)
  const view = await api.trpc.identity.session.query()
  return { api, accountId: view!.accountId }
}

/** A draft ready to be sent, or nothing once the server is gone. */
async function fill(api: Api): Promise<string | undefined> {
  try {
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
  } catch (error) {
    if (server.killed) return undefined
    throw error
  }
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
