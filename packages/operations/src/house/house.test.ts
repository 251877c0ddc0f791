import { randomUUID } from 'node:crypto'
import { instant } from '@motcua/calendar'
import { listOperatorDeeds } from '@motcua/db'
import { Forbidden, Refused, TooManyAttempts, type Actor } from '@motcua/domain'
import { describe, expect, test } from 'vitest'
import { openOffices } from '../testing.ts'
import type { HouseContext } from './house-operation.ts'
import { operatorOf } from './operator-session.ts'
import {
  acceptOperator,
  inviteOperator,
  listOperators,
  lockOperator,
  signInOperator,
  signOutOperator,
} from './operators.ts'

const { db, open } = await openOffices()
const office = await open('long-an')
let now = instant('2026-03-02T09:00:00+07:00')
const system: Actor = { kind: 'system', name: 'command-line' }
const operator: Actor = { kind: 'operator', operatorId: randomUUID(), fullName: 'Vận Hành', address: '::1' }
const as = (actor: Actor): HouseContext => ({
  db,
  tenants: office.tenants,
  actor,
  now: () => now,
  log: () => {},
  portalOf: () => 'http://long-an.localhost',
  requestId: 'r',
})
const visitor = (address = '203.0.113.9') => as({ kind: 'visitor', address })
const password = 'một mật khẩu dài'

async function invited(username: string): Promise<string> {
  const { token } = await inviteOperator(as(operator), { username, fullName: 'Lê Vận Hành' })
  return token
}

describe('an operator of the house', () => {
  test('comes in by an invitation that works once, chooses a password and signs in with it', async () => {
    const token = await invited('Le.VanHanh')
    const { session } = await acceptOperator(visitor(), { token, password })
    const found = await operatorOf(db, { session, address: '::1', now })
    expect(found).toMatchObject({ kind: 'operator', fullName: 'Lê Vận Hành' })
    await expect(acceptOperator(visitor(), { token, password: 'a-different-one' })).rejects.toThrow(Refused)
    const again = await signInOperator(visitor(), { username: 'LE.vanhanh', password })
    expect(await operatorOf(db, { session: again.session, address: '::1', now })).toEqual(found)
    await signOutOperator(visitor(), { session: again.session })
    expect(await operatorOf(db, { session: again.session, address: '::1', now })).toBeUndefined()
    const deeds = await db.inHouse((tx) => listOperatorDeeds(tx, { thing: 'le.vanhanh' }))
    expect(deeds.map(({ deed }) => deed)).toEqual(['sign-in', 'accept-invitation', 'invite-operator'])
  })

  test('who was invited again has one link that works: the later one', async () => {
    const first = await invited('hai.loi-moi')
    const second = await invited('hai.loi-moi')
    await expect(acceptOperator(visitor(), { token: first, password })).rejects.toThrow('invitation-void')
    await acceptOperator(visitor(), { token: second, password })
    await expect(invited('hai.loi-moi')).rejects.toThrow('operator-there-already')
  })

  test('an invitation runs out after seven days', async () => {
    const token = await invited('qua-han')
    now = instant('2026-03-09T09:00:01+07:00')
    await expect(acceptOperator(visitor(), { token, password })).rejects.toThrow('invitation-void')
    now = instant('2026-03-02T09:00:00+07:00')
  })

  test('a session ends after eight hours, and at once for who is locked out', async () => {
    const { session } = await acceptOperator(visitor(), { token: await invited('bi-khoa'), password })
    const { operatorId } = (await operatorOf(db, { session, address: '', now }))!
    const evening = instant('2026-03-02T17:00:01+07:00')
    expect(await operatorOf(db, { session, address: '', now: evening })).toBeUndefined()
    const other = await signInOperator(visitor(), { username: 'bi-khoa', password })
    await lockOperator(as(operator), { id: operatorId, locked: true })
    expect(await operatorOf(db, { session: other.session, address: '', now })).toBeUndefined()
    await expect(signInOperator(visitor(), { username: 'bi-khoa', password })).rejects.toThrow('wrong-login')
    const self: Actor = { kind: 'operator', operatorId, fullName: '', address: '' }
    await expect(lockOperator(as(self), { id: operatorId, locked: true })).rejects.toThrow(Refused)
  })

  test('is guessed eight times and no more, and an unknown name answers as a wrong password does', async () => {
    await acceptOperator(visitor(), { token: await invited('bi-doan'), password })
    const guess = (username: string) =>
      signInOperator(visitor('203.0.113.50'), { username, password: 'sai' }).catch((e: unknown) => e)
    for (let n = 0; n < 8; n++) expect(await guess('bi-doan')).toEqual(await guess('khong-co'))
    expect(await guess('bi-doan')).toBeInstanceOf(TooManyAttempts)
  })

  test('nobody of a province runs the house, and an operator works at no office', async () => {
    const admin = (await office.staff('ttpvhcc', 'tenant-admin')).actor
    for (const actor of [admin, (await office.citizen()).actor, visitor().actor, system])
      await expect(listOperators(as(actor))).rejects.toThrow(Forbidden)
    expect((await listOperators(as(operator))).length).toBeGreaterThan(0)
  })
})
