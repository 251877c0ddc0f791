import postgres from 'postgres'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import {
  listAudit,
  listSeals,
  logRead,
  readsOf,
  sealTrail,
  verifyTrail,
  writeAudit,
  type AuditNote,
} from '../src/index.ts'
import { testDatabase } from '../src/testing.ts'
import { nine, noon } from './sample.ts'

const { db, fresh, appUrl, adminUrl } = await testDatabase()
const app = postgres(appUrl, { max: 1 })
const admin = postgres(adminUrl, { max: 1, onnotice() {} })
afterAll(() => Promise.all([app.end(), admin.end()]))

const officer = {
  kind: 'staff' as const,
  accountId: 'o-1',
  fullName: 'Trần Văn Bình',
  roles: [],
  agencyId: 'xa-1',
  address: '203.0.113.7',
}
const system = { kind: 'system' as const, name: 'worker' }

let tenant: string
beforeEach(async () => {
  tenant = await fresh()
})

const write = (note: Partial<AuditNote> = {}) =>
  db.transact(tenant, (tx) =>
    writeAudit(tx, {
      at: nine,
      actor: officer,
      deed: 'account:lock',
      thing: 'account',
      thingId: 'a',
      ...note,
    }),
  )
const seal = () => db.transact(tenant, sealTrail)
const verify = () => db.read(tenant, verifyTrail)
const entries = () => db.read(tenant, (tx) => listAudit(tx, {}, { limit: 100 }))

/** Ten deeds one after another, so that all stand in few lanes. */
async function tenDeeds(): Promise<{ lane: number; last: number }> {
  await db.transact(tenant, async (tx) => {
    for (let n = 1; n <= 10; n += 1) {
      await writeAudit(tx, {
        at: nine,
        actor: officer,
        deed: 'account:lock',
        thing: 'account',
        thingId: `${n}`,
      })
    }
  })
  const [row] = await admin`
    select lane, max(seq)::integer as last from audit_entry where tenant = ${tenant} group by lane order by 2 desc`
  expect(row!.last).toBe(10)
  return { lane: row!.lane, last: row!.last }
}

/** What somebody does who has the whole server in their hands. */
const tamper = (work: (sql: postgres.TransactionSql) => Promise<unknown>) =>
  admin.begin(async (sql) => {
    await sql`set local session_replication_role = replica`
    await work(sql)
  })

describe('the trail', () => {
  test('says who did what, when and to what, the latest first', async () => {
    await write({ detail: { reason: 'left the office' } })
    await write({ at: noon, actor: system, deed: 'api-key:revoke', thing: 'api-key', thingId: 'k' })
    expect(await entries()).toMatchObject([
      {
        at: noon,
        actorKind: 'system',
        actorId: 'worker',
        deed: 'api-key:revoke',
        thing: 'api-key',
        thingId: 'k',
      },
      {
        at: nine,
        actorKind: 'staff',
        actorId: 'o-1',
        address: '203.0.113.7',
        deed: 'account:lock',
        detail: { reason: 'left the office' },
      },
    ])
  })

  test('holds every reading of personal data too, and says who read what and why', async () => {
    await db.transact(tenant, async (tx) => {
      await logRead(tx, { actor: officer, thing: 'dossier', thingId: 'd', why: 'opened', at: nine })
      await logRead(tx, { actor: system, thing: 'dossier', thingId: 'd', why: 'notice', at: noon })
    })
    await write()
    expect(await db.read(tenant, (tx) => readsOf(tx, 'dossier', 'd'))).toEqual([
      { at: noon, actorKind: 'system', actorId: 'worker', thing: 'dossier', thingId: 'd', why: 'notice' },
      { at: nine, actorKind: 'staff', actorId: 'o-1', thing: 'dossier', thingId: 'd', why: 'opened' },
    ])
    expect(await db.read(tenant, (tx) => listAudit(tx, { withoutReads: true }, { limit: 9 }))).toHaveLength(1)
  })

  test('is searched by time, actor, deed and thing, and turned page by page', async () => {
    for (const thingId of ['a', 'b', 'c']) await write({ thingId })
    await write({ at: noon, actor: system, deed: 'catalogue:publish', thing: 'procedure', thingId: 'p' })
    const found = async (filter: Parameters<typeof listAudit>[1]) =>
      (await db.read(tenant, (tx) => listAudit(tx, filter, { limit: 9 }))).map((entry) => entry.thingId)
    expect(await found({ from: noon })).toEqual(['p'])
    expect(new Set(await found({ to: noon }))).toEqual(new Set(['a', 'b', 'c']))
    expect(await found({ actorId: 'worker' })).toEqual(['p'])
    expect(await found({ deed: 'catalogue:publish' })).toEqual(['p'])
    expect(await found({ thing: 'account', thingId: 'b' })).toEqual(['b'])
    const turned: string[] = []
    let after: Awaited<ReturnType<typeof entries>>[number] | undefined
    do {
      const page: (typeof after)[] = await db.read(tenant, (tx) => listAudit(tx, {}, { limit: 1, after }))
      after = page[0]
      if (after) turned.push(after.thingId)
    } while (after)
    expect(turned.toSorted()).toEqual(['a', 'b', 'c', 'p'])
  })

  test('undoes nothing and is undone with its deed', async () => {
    const failing = db.transact(tenant, async (tx) => {
      await writeAudit(tx, { at: nine, actor: officer, deed: 'account:lock', thing: 'account', thingId: 'a' })
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    await write()
    expect(await entries()).toHaveLength(1)
    expect(await verify()).toEqual([])
  })

  test('lets twenty deeds be written at once, none waiting for another to end', async () => {
    const open = Promise.withResolvers<void>()
    let inside = 0
    const deeds = Array.from({ length: 8 }, (_, n) =>
      db.transact(tenant, async (tx) => {
        await writeAudit(tx, {
          at: nine,
          actor: officer,
          deed: 'account:lock',
          thing: 'account',
          thingId: `${n}`,
        })
        inside += 1
        if (inside === 8) open.resolve()
        await open.promise
      }),
    )
    await Promise.all(deeds)
    await Promise.all(Array.from({ length: 20 }, (_, n) => write({ thingId: `later ${n}` })))
    expect(await entries()).toHaveLength(28)
    await seal()
    expect(await verify()).toEqual([])
  })

  test('lets nobody choose a place, a time or a hash', async () => {
    await app.begin(async (sql) => {
      await sql`select set_config('app.tenant', ${tenant}, true)`
      const [row] = await sql`
        insert into audit_entry (tenant, lane, seq, recorded_at, at, actor_kind, actor_id, deed, thing, thing_id, hash)
        values (${tenant}, 900, 900, '2000-01-01', now(), 'staff', 'x', 'x', 'x', 'x', 'chosen')
        returning lane, seq::integer, recorded_at, hash`
      expect(row).toMatchObject({ seq: 1 })
      expect(row!.lane).toBeLessThan(900)
      expect(row!.recorded_at.getFullYear()).toBeGreaterThan(2000)
      expect(row!.hash).toHaveLength(32)
    })
  })
})

describe('the chain', () => {
  test('holds as long as nobody touches it, sealed or not', async () => {
    expect(await verify()).toEqual([])
    await tenDeeds()
    expect(await verify()).toEqual([])
    await seal()
    await write()
    expect(await verify()).toEqual([])
  })

  test.each([
    ['detail', `'{"reason": "another"}'`],
    ['actor_id', `'o-2'`],
    ['actor_kind', `'system'`],
    ['address', `null`],
    ['deed', `'account:unlock'`],
    ['thing', `'dossier'`],
    ['thing_id', `'another'`],
    ['at', `at + interval '1 second'`],
    ['recorded_at', `recorded_at + interval '1 microsecond'`],
    ['hash', `sha256('x')`],
  ])('finds an entry whose %s was changed', async (column, value) => {
    const { lane } = await tenDeeds()
    await tamper((sql) =>
      sql.unsafe(
        `update audit_entry set ${column} = ${value} where tenant = '${tenant}' and lane = ${lane} and seq = 4`,
      ),
    )
    expect(await verify()).toMatchObject([{ at: 'entry', lane, seq: 4, fault: 'altered' }])
  })

  test('finds that an entry was removed, in the middle and at the end of what was sealed', async () => {
    const { lane, last } = await tenDeeds()
    await seal()
    const remove = (seq: number) =>
      tamper(
        (sql) => sql`delete from audit_entry where tenant = ${tenant} and lane = ${lane} and seq = ${seq}`,
      )
    await remove(last)
    expect(await verify()).toEqual([{ at: 'entry', lane, seq: last, fault: 'missing' }])
    await remove(3)
    expect(await verify()).toContainEqual({ at: 'entry', lane, seq: 3, fault: 'missing' })
  })

  test('finds that a whole lane was removed', async () => {
    const { lane } = await tenDeeds()
    await seal()
    await tamper((sql) => sql`delete from audit_entry where tenant = ${tenant}`)
    expect(await verify()).toContainEqual({ at: 'entry', lane, seq: 1, fault: 'missing' })
  })

  test('finds an entry put in between, even with the later ones renumbered', async () => {
    const { lane } = await tenDeeds()
    await tamper(async (sql) => {
      await sql`update audit_entry set seq = seq + 1000 where tenant = ${tenant} and lane = ${lane} and seq > 5`
      await sql`update audit_entry set seq = seq - 999 where tenant = ${tenant} and lane = ${lane} and seq > 1000`
      await sql`
        insert into audit_entry
        select tenant, lane, 6, recorded_at, at, actor_kind, 'another', address, deed, thing, thing_id, detail, hash
        from audit_entry where tenant = ${tenant} and lane = ${lane} and seq = 5`
    })
    expect(await verify()).toMatchObject([{ at: 'entry', lane, seq: 6, fault: 'altered' }])
  })

  test('finds an entry put in afterwards with a good hash of its own, as if it had been there before', async () => {
    await tenDeeds()
    await seal()
    await tamper(async (sql) => {
      await sql`
        insert into audit_entry
        select tenant, 77, 1, recorded_at - interval '1 day', at, actor_kind, 'another', address, deed, thing, thing_id, detail, ''
        from audit_entry where tenant = ${tenant} and seq = 5`
      await sql`
        update audit_entry e set hash = audit_hash(no_event_before(), e) where tenant = ${tenant} and lane = 77`
    })
    expect(await verify()).toEqual([{ at: 'entry', lane: 77, seq: 1, fault: 'inserted' }])
  })

  test('finds a lane written anew from its beginning with good hashes: the seal knows another end', async () => {
    const { lane } = await tenDeeds()
    await seal()
    await tamper(async (sql) => {
      await sql`update audit_entry set actor_id = 'another' where tenant = ${tenant} and lane = ${lane} and seq = 10`
      await sql`
        update audit_entry e set hash = audit_hash((select hash from audit_entry b
          where b.tenant = e.tenant and b.lane = e.lane and b.seq = 9), e)
        where tenant = ${tenant} and lane = ${lane} and seq = 10`
    })
    expect(await verify()).toEqual([{ at: 'seal', no: 1, fault: 'altered' }])
  })

  test('finds a seal that was changed or removed', async () => {
    await tenDeeds()
    await seal()
    await write()
    await seal()
    await tamper((sql) => sql`update audit_seal set entries = 3 where tenant = ${tenant} and no = 2`)
    expect(await verify()).toEqual([{ at: 'seal', no: 2, fault: 'altered' }])
    await tamper((sql) => sql`delete from audit_seal where tenant = ${tenant} and no = 1`)
    expect(await verify()).toContainEqual({ at: 'seal', no: 1, fault: 'missing' })
  })
})

describe('a seal', () => {
  test('is written once for what was added, and follows the one before', async () => {
    expect(await seal()).toBeUndefined()
    await write()
    expect(await seal()).toMatchObject({ no: 1, entries: 1 })
    expect(await seal()).toBeUndefined()
    await write()
    expect(await seal()).toMatchObject({ no: 2, entries: 2 })
    expect((await db.read(tenant, (tx) => listSeals(tx, 9))).map((it) => it.no)).toEqual([2, 1])
  })
})
