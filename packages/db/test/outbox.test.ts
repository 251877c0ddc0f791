import { randomUUID } from 'node:crypto'
import { instant } from '@motcua/calendar'
import { describe, expect, test } from 'vitest'
import { query } from '../src/database.ts'
import {
  backoffSeconds,
  countWaiting,
  markDone,
  markFailed,
  noteNotice,
  noticeFailed,
  noticesOf,
  noticeSent,
  takeDue,
  type Errand,
} from '../src/index.ts'
import { cloneDatabase, testDatabase } from '../src/testing.ts'
import { accept, filed, nine, noon } from './sample.ts'

const { db, worker, fresh } = await testDatabase()

const mine = (errands: Errand[], tenant: string) => errands.filter((errand) => errand.tenant === tenant)

test('two workers share 200 errands of two provinces, each is taken once', async () => {
  const { db, worker, fresh, close } = await cloneDatabase()
  const tenants = [await fresh(), await fresh()]
  await Promise.all(Array.from({ length: 200 }, (_, i) => filed(db, tenants[i % 2]!)))
  const taken: string[] = []
  const work = async () => {
    for (;;) {
      const errands = await takeDue(worker, { limit: 7, now: noon })
      if (errands.length === 0) return
      taken.push(...errands.map((errand) => `${errand.tenant} ${errand.id}`))
    }
  }
  await Promise.all([work(), work()])
  await close()
  expect(taken).toHaveLength(200)
  expect(new Set(taken).size).toBe(200)
})

describe('an errand', () => {
  test('follows every event, and names it', async () => {
    const tenant = await fresh()
    const { id } = await filed(db, tenant)
    await db.transact(tenant, (tx) => accept(tx, id))
    const errands = mine(await takeDue(worker, { limit: 100, now: noon }), tenant)
    expect(errands).toMatchObject([
      { tenant, dossierId: id, eventVersion: 1, kind: 'DossierSubmitted', attempts: 1 },
      { tenant, dossierId: id, eventVersion: 2, kind: 'DossierAccepted', attempts: 1 },
    ])
  })

  test('is not taken before it is due', async () => {
    const tenant = await fresh()
    await filed(db, tenant)
    const before = instant('2026-08-04T08:59:59+07:00')
    expect(mine(await takeDue(worker, { limit: 1000, now: before }), tenant)).toEqual([])
    expect(mine(await takeDue(worker, { limit: 1000, now: nine }), tenant)).toHaveLength(1)
  })

  test('that a worker took and did not finish comes due again', async () => {
    const tenant = await fresh()
    await filed(db, tenant)
    await takeDue(worker, { limit: 1000, now: nine, leaseSeconds: 60 })
    const meanwhile = instant('2026-08-04T09:00:59+07:00')
    expect(mine(await takeDue(worker, { limit: 1000, now: meanwhile }), tenant)).toEqual([])
    const after = instant('2026-08-04T09:01:00+07:00')
    expect(mine(await takeDue(worker, { limit: 1000, now: after }), tenant)).toMatchObject([{ attempts: 2 }])
  })

  test('that failed waits for its time and says why; one that is done never comes back', async () => {
    const tenant = await fresh()
    await filed(db, tenant)
    const [errand] = mine(await takeDue(worker, { limit: 1000, now: nine }), tenant)
    await db.transact(tenant, (tx) => markFailed(tx, errand!.id, { error: 'gateway is down', retryAt: noon }))
    const rows = await db.read(tenant, (tx) =>
      query(tx).selectFrom('outbox').select(['last_error', 'due_at']).execute(),
    )
    expect(rows).toEqual([{ last_error: 'gateway is down', due_at: noon }])
    expect(await db.read(tenant, countWaiting)).toBe(1)
    const [again] = mine(await takeDue(worker, { limit: 1000, now: noon }), tenant)
    await db.transact(tenant, (tx) => markDone(tx, again!.id, noon))
    expect(await db.read(tenant, countWaiting)).toBe(0)
    const later = instant('2027-01-01T00:00:00+07:00')
    expect(mine(await takeDue(worker, { limit: 1000, now: later }), tenant)).toEqual([])
  })

  test('that goes on failing is tried less and less often, but at least every hour', () => {
    expect([1, 2, 3, 4, 10, 11, 1000].map(backoffSeconds)).toEqual([5, 10, 20, 40, 2560, 3600, 3600])
  })
})

describe('a notice', () => {
  const notice = (dossierId: string) => ({
    dossierId,
    eventVersion: 1,
    kind: 'DossierSubmitted',
    channel: 'email' as const,
    recipient: 'dao@example.vn',
    subject: 'Đã nhận hồ sơ',
    body: 'Kính gửi …',
    status: 'waiting' as const,
    at: nine,
  })

  test('is noted once per event and channel, however often it is tried', async () => {
    const tenant = await fresh()
    const { id } = await filed(db, tenant)
    const noted = await Promise.all(
      Array.from({ length: 5 }, () => db.transact(tenant, (tx) => noteNotice(tx, notice(id)))),
    )
    expect(new Set(noted.map((n) => n.id)).size).toBe(1)
    await db.transact(tenant, (tx) => noteNotice(tx, { ...notice(id), channel: 'sms' }))
    const all = await db.read(tenant, (tx) => noticesOf(tx, id))
    expect(all.map((n) => n.channel)).toEqual(['email', 'sms'])
  })

  test('stays to be sent when a gateway did not take it, and keeps when it was sent', async () => {
    const tenant = await fresh()
    const { id } = await filed(db, tenant)
    await db.transact(tenant, async (tx) => {
      const { id: noticeId } = await noteNotice(tx, notice(id))
      await noticeFailed(tx, noticeId, 'down')
      expect(await noticesOf(tx, id)).toMatchObject([{ status: 'waiting', attempts: 1 }])
      await noticeSent(tx, noticeId, noon)
    })
    const [sent] = await db.read(tenant, (tx) => noticesOf(tx, id))
    expect(sent).toMatchObject({ status: 'sent', attempts: 2, sentAt: noon, recipient: 'dao@example.vn' })
  })

  test('that can never arrive is marked as failed', async () => {
    const tenant = await fresh()
    const { id } = await filed(db, tenant)
    await db.transact(tenant, async (tx) => {
      const { id: noticeId } = await noteNotice(tx, notice(id))
      await noticeFailed(tx, noticeId, 'no such mailbox', true)
      expect(await noticesOf(tx, id)).toMatchObject([{ status: 'failed' }])
    })
  })

  test('belongs to a dossier that exists', async () => {
    const tenant = await fresh()
    const noting = db.transact(tenant, (tx) => noteNotice(tx, notice(randomUUID())))
    await expect(noting).rejects.toThrow('foreign key')
  })
})
