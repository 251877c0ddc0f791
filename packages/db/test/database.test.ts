import { day, instant } from '@motcua/calendar'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { call, connect, query, type Tx } from '../src/database.ts'
import { putEdition } from '../src/index.ts'
import { testDatabase } from '../src/testing.ts'
import { nine } from './sample.ts'

const { db, fresh, appUrl } = await testDatabase()

describe('the door', () => {
  test('sees its tenant from the first statement to the last', async () => {
    const seen = await db.transact('t-1', async (tx) => {
      const first = await sql<{ t: string }>`select current_tenant() as t`.execute(query(tx))
      const second = await sql<{ t: string }>`select current_setting('app.tenant', true) as t`.execute(
        query(tx),
      )
      return [first.rows[0]!.t, second.rows[0]!.t]
    })
    expect(seen).toEqual(['t-1', 't-1'])
  })

  test('keeps many tenants apart on few connections', async () => {
    const few = connect({ url: appUrl, max: 2 })
    const wrong: string[] = []
    const look = (tenant: string) =>
      few.read(tenant, async (tx) => {
        const { rows } = await sql<{ t: string }>`select current_tenant() as t`.execute(query(tx))
        if (rows[0]!.t !== tenant) wrong.push(tenant)
      })
    await Promise.all(Array.from({ length: 500 }, (_, i) => look(`t-${i}`)))
    await few.close()
    expect(wrong).toEqual([])
  })

  test('a recycled connection belongs to no tenant', async () => {
    const one = connect({ url: appUrl, max: 1 })
    await one.transact('t-1', async () => {})
    const [row] = await call<{ t: string | null }>(one, 'select current_tenant() as t', [])
    await one.close()
    expect(row!.t).toBeNull()
  })

  test('what fails leaves no trace', async () => {
    const tenant = await fresh()
    const failing = db.transact(tenant, async (tx) => {
      await putEdition(tx, { hash: 'h', hosts: ['x.example'], content: {}, at: nine })
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    const left = await db.read(tenant, (tx) => query(tx).selectFrom('tenant_edition').selectAll().execute())
    expect(left).toEqual([])
  })

  test('a failed statement that was caught is not taken for success', async () => {
    const swallowing = db.transact('t-1', async (tx) => {
      await sql`select 1 / 0`.execute(query(tx)).catch(() => {})
    })
    await expect(swallowing).rejects.toThrow('failed before it was committed')
  })

  test('a reading cannot write', async () => {
    const writing = db.read('t-1', (tx) => query(tx).insertInto('tenant').values({ id: 't-1' }).execute())
    await expect(writing).rejects.toThrow('read-only transaction')
  })

  test('a reading sees one unchanging picture', async () => {
    const tenant = await fresh()
    const pictures = await db.read(tenant, async (tx) => {
      const count = () => query(tx).selectFrom('tenant_edition').selectAll().execute()
      const before = await count()
      await db.transact(tenant, (other) =>
        putEdition(other, { hash: 'h', hosts: [`${tenant}.example`], content: {}, at: nine }),
      )
      return [before.length, (await count()).length]
    })
    expect(pictures).toEqual([0, 0])
  })

  test('a connection that was lost is opened again', async () => {
    const one = connect({ url: appUrl, max: 1 })
    const killing = one.transact('t-1', (tx) =>
      sql`select pg_terminate_backend(pg_backend_pid())`.execute(query(tx)),
    )
    await expect(killing).rejects.toThrow()
    expect(await one.transact('t-1', async () => 'back')).toBe('back')
    await one.close()
  })

  test('what was kept of a closed door opens nothing', async () => {
    let kept: Tx | undefined
    await db.read('t-1', async (tx) => {
      kept = tx
    })
    await expect(query(kept!).selectFrom('tenant').selectAll().execute()).rejects.toThrow(
      'the door is closed',
    )
  })

  test('a connection lost between two statements stops the work, also work that does not ask it', async () => {
    const one = connect({ url: appUrl, max: 1 })
    const waiting = one.transact('t-1', async (tx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(query(tx))
      await db.read('t-2', (other) => sql`select pg_terminate_backend(${rows[0]!.pid})`.execute(query(other)))
      await new Promise(() => {})
    })
    await expect(waiting).rejects.toThrow('connection to the archive was lost')
    expect(await one.transact('t-1', async () => 'back')).toBe('back')
    await one.close()
  })

  test('closing lets what runs end, and takes on nothing more', async () => {
    const one = connect({ url: appUrl, max: 1 })
    const running = one.transact('t-1', async (tx) => {
      await sql`select pg_sleep(0.2)`.execute(query(tx))
      return (await sql<{ t: string }>`select current_tenant() as t`.execute(query(tx))).rows[0]!.t
    })
    const inLine = one.read('t-1', async () => 1).catch((error: Error) => error.message)
    await one.close()
    expect(await running).toBe('t-1')
    expect(await inLine).toBe('the archive is closed')
    await expect(one.read('t-1', async () => 1)).rejects.toThrow('the archive is closed')
  })

  test('a server that is not there is an error with its cause, each time anew', async () => {
    const none = connect({ url: 'postgres://a:b@127.0.0.1:9/x', max: 1 })
    for (let i = 0; i < 3; i++) {
      const error = await none
        .transact('t-1', async (tx) => query(tx).selectFrom('tenant').selectAll().execute())
        .catch((e) => e)
      expect(error.message).toBe('the connection to the archive was lost: connect ECONNREFUSED 127.0.0.1:9')
    }
    await none.close()
  })

  test('of work that waits for a connection none is forgotten', async () => {
    const one = connect({ url: appUrl, max: 1 })
    const done = await Promise.all(Array.from({ length: 50 }, (_, i) => one.transact('t-1', async () => i)))
    await one.close()
    expect(done).toEqual(Array.from({ length: 50 }, (_, i) => i))
  })
})

describe('values', () => {
  test('a date does not move in any time zone, a moment is read in Vietnam', async () => {
    const { rows } = await db.read('t-1', (tx) =>
      sql<{ d: string; i: string; f: string }>`select ${day('2026-03-13')}::date as d,
        '2026-03-13T00:30:00.999Z'::timestamptz as i,
        ${instant('2026-03-13T07:30:00+07:00')}::timestamptz as f`.execute(query(tx)),
    )
    expect(rows[0]).toEqual({
      d: '2026-03-13',
      i: '2026-03-13T07:30:00+07:00',
      f: '2026-03-13T07:30:00+07:00',
    })
  })

  test('jsonb is stored once encoded, lists and objects alike', async () => {
    const { rows } = await db.read('t-1', (tx) =>
      sql<{ o: string; a: string; back: unknown }>`select jsonb_typeof(${{ a: 'đ' }}::jsonb) as o,
        jsonb_typeof(${[{ a: 1 }]}::jsonb) as a, ${[{ a: 'x', b: [1, null] }]}::jsonb as back`.execute(
        query(tx),
      ),
    )
    expect(rows[0]).toEqual({ o: 'object', a: 'array', back: [{ a: 'x', b: [1, null] }] })
  })
})
