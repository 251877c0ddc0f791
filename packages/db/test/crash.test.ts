import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { query } from '../src/database.ts'
import { ensureEmbedded, stopEmbedded, type Embedded } from '../src/embedded.ts'
import { connect, fileDossier, openArchive, verifyChain, type Database, type Filing } from '../src/index.ts'
import { submitted } from './sample.ts'

// A server of its own that writes to the disk as in earnest: settings as they are served with.
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'motcua-crash-'))
chmodSync(dataDir, 0o755)
let server: Embedded
let db: Database
const tenants = Array.from({ length: 8 }, (_, i) => `province-${i}`)

beforeAll(async () => {
  server = await ensureEmbedded({ dataDir })
  const { appUrl } = await openArchive({ dataDir })
  db = connect({ url: appUrl })
  for (const id of tenants)
    await db.transact(id, (tx) => query(tx).insertInto('tenant').values({ id }).execute())
}, 60_000)

afterAll(async () => {
  await db.close()
  await stopEmbedded(server)
  rmSync(server.folder, { recursive: true, force: true })
  rmSync(dataDir, { recursive: true, force: true })
})

test('PostgreSQL killed in the middle of submissions loses nothing that was confirmed, and a repeated one is filed once', async () => {
  const confirmed = new Map<string, Sent>()
  const unsure: Sent[] = []
  const kills = [killServer, killOneBackend, killServer, killOneBackend, killServer]
  for (const kill of kills) {
    const round = await submitUntil(kill)
    for (const sent of round.confirmed) confirmed.set(sent.dossier.id, sent)
    unsure.push(...round.unsure)
    server = await ensureEmbedded({ dataDir, port: server.port })
  }

  const found = new Set<string>()
  const again = await Promise.all(unsure.map((sent) => fileDossier(db, sent.tenant, sent)))
  for (const tenant of tenants) {
    await db.read(tenant, async (tx) => {
      for (const { id } of await query(tx).selectFrom('dossier').select('id').execute()) found.add(id)
      expect(await verifyChain(tx)).toEqual([])
      const errands = await query(tx).selectFrom('outbox').select('dossier_id').execute()
      expect(errands).toHaveLength((await query(tx).selectFrom('dossier').select('id').execute()).length)
    })
  }
  const lost = [...confirmed.keys()].filter((id) => !found.has(id))
  console.log(
    `${confirmed.size} submissions confirmed over ${kills.length} kills, ${lost.length} lost; of ${unsure.length} unconfirmed ${again.filter((answer) => !answer.filed).length} had been filed`,
  )
  expect(lost).toEqual([])
  expect(found.size).toBe(confirmed.size + unsure.length)
  expect(confirmed.size).toBeGreaterThan(100)
  expect(unsure.length).toBeGreaterThan(0)
}, 120_000)

type Sent = Filing & { readonly tenant: string }

/** Sixteen applicants submit one after another until the server is gone. */
async function submitUntil(kill: () => Promise<void>): Promise<{ confirmed: Sent[]; unsure: Sent[] }> {
  const confirmed: Sent[] = []
  const unsure: Sent[] = []
  let going = true
  const applicant = async (i: number) => {
    while (going) {
      const { dossier, event } = submitted()
      const sent = { tenant: tenants[i % tenants.length]!, key: dossier.id, dossier, event }
      try {
        await fileDossier(db, sent.tenant, sent)
        confirmed.push(sent)
      } catch {
        unsure.push(sent)
        return
      }
    }
  }
  const applicants = Promise.all(Array.from({ length: 16 }, (_, i) => applicant(i)))
  await new Promise((resolve) => setTimeout(resolve, 400))
  await kill()
  await Promise.race([applicants, new Promise((resolve) => setTimeout(resolve, 1000))])
  going = false
  await applicants
  return { confirmed, unsure }
}

async function killServer(): Promise<void> {
  process.kill(server.pid, 'SIGKILL')
}

/** One killed backend makes PostgreSQL end all the others and recover. */
async function killOneBackend(): Promise<void> {
  const sql = postgres(server.url, { max: 1 })
  const [row] = await sql<{ pid: number }[]>`
    select pid from pg_stat_activity where usename = 'motcua_app' and pid <> pg_backend_pid() limit 1`
  await sql.end()
  process.kill(row!.pid, 'SIGKILL')
}
