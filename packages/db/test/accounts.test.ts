import { randomUUID } from 'node:crypto'
import { instant } from '@motcua/calendar'
import { NotFound } from '@motcua/domain'
import { Lucia, type Adapter } from 'lucia'
import { describe, expect, test } from 'vitest'
import { query } from '../src/database.ts'
import {
  createAccount,
  findAccount,
  findByLogin,
  findStaff,
  forgetAttempts,
  forgetOldAttempts,
  getAccount,
  hitAttempt,
  sessionAdapter,
  setPassword,
  type CitizenAccount,
  type StaffAccount,
} from '../src/index.ts'
import { testDatabase } from '../src/testing.ts'
import { citizen, nine, noon } from './sample.ts'

const { db, fresh } = await testDatabase()

const dao: CitizenAccount = {
  kind: 'citizen',
  id: randomUUID(),
  fullName: 'Nguyễn Thị Đào',
  email: 'Dao@Example.vn',
  phone: '0912345678',
  citizenId: '080190001234',
  passwordHash: 'hash',
}

const binh: StaffAccount = {
  kind: 'staff',
  id: randomUUID(),
  fullName: 'Trần Văn Bình',
  username: 'CanBo.xa-1',
  roles: ['one-stop-officer', 'one-stop-head'],
  agencyId: 'xa-1',
  passwordHash: 'hash',
}

describe('an account', () => {
  test('is found by e-mail in any case, by phone and by citizen id', async () => {
    const tenant = await fresh()
    await db.transact(tenant, (tx) => createAccount(tx, dao, nine))
    await db.read(tenant, async (tx) => {
      for (const login of ['dao@example.vn', 'DAO@example.VN', '0912345678', '080190001234']) {
        expect(await findByLogin(tx, login)).toMatchObject({ id: dao.id, email: 'dao@example.vn' })
      }
      expect(await findByLogin(tx, 'somebody')).toBeUndefined()
      expect(await findAccount(tx, 'phone', '0912345678')).toMatchObject({ id: dao.id })
    })
  })

  test.each(['email', 'phone', 'citizenId'] as const)(
    'is not opened twice with the same %s in one province',
    async (key) => {
      const tenant = await fresh()
      const other = {
        ...dao,
        id: randomUUID(),
        email: 'o@example.vn',
        phone: '0900000000',
        citizenId: '111222333',
      }
      await db.transact(tenant, (tx) => createAccount(tx, dao, nine))
      expect(
        await db.transact(tenant, (tx) => createAccount(tx, { ...other, [key]: dao[key] }, nine)),
      ).toEqual({ taken: key })
      expect(
        await db.transact(await fresh(), (tx) => createAccount(tx, { ...other, [key]: dao[key] }, nine)),
      ).toBeUndefined()
    },
  )

  test('that two people open at once with the same phone is opened for one of them', async () => {
    const tenant = await fresh()
    const open = (email: string) =>
      db.transact(tenant, (tx) =>
        createAccount(tx, { ...dao, id: randomUUID(), email, citizenId: email }, nine),
      )
    const answers = await Promise.all(['a@x.vn', 'b@x.vn', 'c@x.vn'].map(open))
    expect(answers.filter((answer) => answer === undefined)).toHaveLength(1)
    expect(answers.filter((answer) => answer?.taken === 'phone')).toHaveLength(2)
  })

  test('of staff knows its roles and agency, and does not sign in as a citizen', async () => {
    const tenant = await fresh()
    await db.transact(tenant, (tx) => createAccount(tx, binh, nine))
    await db.read(tenant, async (tx) => {
      expect(await findStaff(tx, 'canbo.XA-1')).toEqual({ ...binh, username: 'canbo.xa-1' })
      expect(await findByLogin(tx, 'canbo.xa-1')).toBeUndefined()
      expect(await findStaff(tx, 'nobody')).toBeUndefined()
    })
  })

  test('keeps a birth date as the day it is', async () => {
    const tenant = await fresh()
    const id = await citizen(db, tenant)
    expect(await db.read(tenant, (tx) => getAccount(tx, id))).toMatchObject({ birthDate: '1990-03-13' })
  })

  test('gets a new password; one that does not exist gets none', async () => {
    const tenant = await fresh()
    const id = await citizen(db, tenant)
    await db.transact(tenant, (tx) => setPassword(tx, id, 'new'))
    expect(await db.read(tenant, (tx) => getAccount(tx, id))).toMatchObject({ passwordHash: 'new' })
    const missing = db.transact(tenant, (tx) => setPassword(tx, randomUUID(), 'new'))
    await expect(missing).rejects.toBeInstanceOf(NotFound)
    await expect(db.read(await fresh(), (tx) => getAccount(tx, id))).rejects.toBeInstanceOf(NotFound)
  })
})

describe('a session', () => {
  test('lives and ends as Lucia means it', async () => {
    const tenant = await fresh()
    const accountId = await citizen(db, tenant)
    const { id } = await db.transact(tenant, async (tx) => luciaOf(tx).createSession(accountId, {}))
    await db.transact(tenant, async (tx) => {
      const lucia = luciaOf(tx)
      const { session, user } = await lucia.validateSession(id)
      expect(session).toMatchObject({ id, userId: accountId })
      expect(user).toMatchObject({ id: accountId })
      expect(await lucia.validateSession('another')).toEqual({ session: null, user: null })
      expect(await lucia.getUserSessions(accountId)).toHaveLength(1)
      await lucia.invalidateSession(id)
      expect((await lucia.validateSession(id)).session).toBeNull()
    })
  })

  test('is not known in another province', async () => {
    const tenant = await fresh()
    const accountId = await citizen(db, tenant)
    const { id } = await db.transact(tenant, (tx) => luciaOf(tx).createSession(accountId, {}))
    const elsewhere = await db.transact(await fresh(), (tx) => luciaOf(tx).validateSession(id))
    expect(elsewhere.session).toBeNull()
  })

  test('is kept as a hash: nothing in the archive is the id', async () => {
    const tenant = await fresh()
    const accountId = await citizen(db, tenant)
    const { id } = await db.transact(tenant, (tx) => luciaOf(tx).createSession(accountId, {}))
    const rows = await db.read(tenant, (tx) => query(tx).selectFrom('session').selectAll().execute())
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(id)
  })

  test('that expired is cleared away, the others stay', async () => {
    const tenant = await fresh()
    const userId = await citizen(db, tenant)
    const left = await db.transact(tenant, async (tx) => {
      const adapter = sessionAdapter(tx, () => noon)
      await adapter.setSession({
        id: 'old',
        userId,
        expiresAt: new Date('2026-08-04T04:59:59Z'),
        attributes: {},
      })
      await adapter.setSession({
        id: 'new',
        userId,
        expiresAt: new Date('2026-08-04T05:00:01Z'),
        attributes: { a: 1 },
      })
      await adapter.deleteExpiredSessions()
      return adapter.getUserSessions(userId)
    })
    expect(left).toMatchObject([
      { userId, expiresAt: new Date('2026-08-04T05:00:01Z'), attributes: { a: 1 } },
    ])
  })

  test('of a person ends everywhere at once', async () => {
    const tenant = await fresh()
    const accountId = await citizen(db, tenant)
    await db.transact(tenant, async (tx) => {
      const lucia = luciaOf(tx)
      await lucia.createSession(accountId, {})
      await lucia.createSession(accountId, {})
      await lucia.invalidateUserSessions(accountId)
      expect(await lucia.getUserSessions(accountId)).toEqual([])
    })
  })

  const luciaOf = (tx: Parameters<typeof sessionAdapter>[0]) =>
    new Lucia(sessionAdapter(tx, () => nine) as Adapter)
})

describe('attempts', () => {
  const at = (time: string) => instant(`2026-08-04T${time}+07:00`)
  const hit = (tenant: string, time: string, key = 'k') =>
    hitAttempt(db, tenant, { key, windowSeconds: 60, most: 3, now: at(time) })

  test('are allowed up to the limit, then told when to come back, then allowed again', async () => {
    const tenant = await fresh()
    expect(await hit(tenant, '09:00:00')).toBe(0)
    expect(await hit(tenant, '09:00:10')).toBe(0)
    expect(await hit(tenant, '09:00:20')).toBe(0)
    expect(await hit(tenant, '09:00:30')).toBe(30)
    expect(await hit(tenant, '09:00:59')).toBe(1)
    expect(await hit(tenant, '09:01:00')).toBe(0)
  })

  test('at once are counted one by one', async () => {
    const tenant = await fresh()
    const answers = await Promise.all(Array.from({ length: 20 }, () => hit(tenant, '09:00:00')))
    expect(answers.filter((seconds) => seconds === 0)).toHaveLength(3)
  })

  test('of one province or key do not count for another', async () => {
    const [a, b] = [await fresh(), await fresh()]
    for (let i = 0; i < 4; i++) await hit(a, '09:00:00')
    expect(await hit(a, '09:00:00', 'other')).toBe(0)
    expect(await hit(b, '09:00:00')).toBe(0)
  })

  test('are forgotten after a success, and when they are old', async () => {
    const tenant = await fresh()
    for (let i = 0; i < 4; i++) await hit(tenant, '09:00:00')
    await db.transact(tenant, (tx) => forgetAttempts(tx, 'k'))
    expect(await hit(tenant, '09:00:01')).toBe(0)
    await db.transact(tenant, (tx) => forgetOldAttempts(tx, at('09:00:02')))
    const rows = await db.read(tenant, (tx) => query(tx).selectFrom('attempt').selectAll().execute())
    expect(rows).toEqual([])
  })
})
