import { randomUUID } from 'node:crypto'
import { instant } from '@motcua/calendar'
import { Conflict, NotFound } from '@motcua/domain'
import { beforeAll, expect, test } from 'vitest'
import {
  addCollection,
  addConsignment,
  changeCollection,
  createAccount,
  findMessage,
  getCollectionForUpdate,
  keepMessage,
  listCollections,
  listPostalDeeds,
  logPostal,
  noteNonce,
  noteState,
  stateTold,
  statesTold,
  statesWaiting,
} from '../src/index.ts'
import { testDatabase } from '../src/testing.ts'
import { collection, consignment } from './postal-sample.ts'
import { filed, five, nine, noon } from './sample.ts'

const { db, fresh } = await testDatabase()
const officerId = randomUUID()
let tenant: string
let dossierId: string
beforeAll(async () => {
  tenant = await fresh('post')
  dossierId = (await filed(db, tenant)).id
  await db.transact(tenant, (tx) =>
    createAccount(
      tx,
      {
        kind: 'staff',
        id: officerId,
        fullName: 'Trần Văn Thư',
        username: 'buuta',
        roles: ['one-stop-officer'],
        agencyId: 'xa-1',
        passwordHash: 'x',
      },
      nine,
    ),
  )
})

test('a collection is changed by one of two who read it, and the other is told', async () => {
  const one = collection(officerId)
  await db.transact(tenant, (tx) => addCollection(tx, one))
  const read = await db.transact(tenant, (tx) => getCollectionForUpdate(tx, one.id))
  const change = (): Promise<void> =>
    db.transact(tenant, (tx) => changeCollection(tx, read, { ...read.state, phase: 'confirmed' }))
  const outcomes = await Promise.allSettled([change(), change()])
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  await expect(change()).rejects.toBeInstanceOf(Conflict)
  const found = await db.read(tenant, (tx) => listCollections(tx, { officerId, phases: ['confirmed'] }))
  expect(found.map(({ id }) => id)).toContain(one.id)
})

test('a collection of nobody is not found', async () => {
  await expect(db.transact(tenant, (tx) => getCollectionForUpdate(tx, randomUUID()))).rejects.toBeInstanceOf(
    NotFound,
  )
})

test('a number is on the way once', async () => {
  const one = consignment(officerId, dossierId)
  await db.transact(tenant, (tx) => addConsignment(tx, one))
  const again = { ...one, id: randomUUID() }
  await expect(db.transact(tenant, (tx) => addConsignment(tx, again))).rejects.toBeInstanceOf(Conflict)
})

test('the log of the post is read by day', async () => {
  const deed = { officerId, actorId: officerId, thing: 'collection', thingId: randomUUID() } as const
  await db.transact(tenant, async (tx) => {
    await logPostal(tx, { ...deed, at: nine, deed: 'collected', detail: { fees: 8000 } })
    await logPostal(tx, { ...deed, at: five, deed: 'handed-over' })
  })
  const morning = await db.read(tenant, (tx) => listPostalDeeds(tx, { officerId, from: nine, until: noon }))
  expect(morning.map(({ deed, detail }) => [deed, detail])).toEqual([['collected', { fees: 8000 }]])
})

test('a nonce is believed once, and forgotten with requests too old to be believed', async () => {
  const note = (at = nine, forgetBefore = nine): Promise<boolean> =>
    db.transact(tenant, (tx) => noteNonce(tx, { nonce: 'a-nonce-of-sixteen', at, forgetBefore }))
  expect([await note(), await note(), await note(noon, five)]).toEqual([true, false, true])
})

test('two requests with one nonce at the same moment: one is believed', async () => {
  const nonce = randomUUID()
  const note = (): Promise<boolean> =>
    db.transact(tenant, (tx) =>
      noteNonce(tx, { nonce, at: nine, forgetBefore: instant('2026-08-04T08:00:00+07:00') }),
    )
  expect((await Promise.all([note(), note(), note()])).filter(Boolean)).toHaveLength(1)
})

test('a message is kept with its first answer', async () => {
  const message = { id: 'QG-1', kind: 'submission', sha256: 'a'.repeat(64), receivedAt: nine }
  const keep = (answer: object): Promise<boolean> =>
    db.transact(tenant, (tx) => keepMessage(tx, { ...message, answer: { ...answer } }))
  expect([await keep({ submissionNo: '1' }), await keep({ submissionNo: '2' })]).toEqual([true, false])
  const kept = await db.read(tenant, (tx) => findMessage(tx, 'QG-1'))
  expect(kept?.answer).toEqual({ submissionNo: '1' })
})

test('a state waits until it was taken, and its attempts are counted', async () => {
  const state = { dossierId, version: 3, status: 2, body: { status: 2 }, notedAt: nine }
  await db.transact(tenant, async (tx) => {
    await noteState(tx, state)
    await noteState(tx, { ...state, status: 9 })
    await stateTold(tx, state, { error: 'answered 503' })
  })
  expect(await db.read(tenant, (tx) => statesWaiting(tx))).toMatchObject([
    { version: 3, status: 2, attempts: 1, lastError: 'answered 503' },
  ])
  await db.transact(tenant, (tx) => stateTold(tx, state, { at: noon }))
  expect(await db.read(tenant, (tx) => statesWaiting(tx))).toEqual([])
  expect((await db.read(tenant, (tx) => statesTold(tx, dossierId)))[0]).toMatchObject({
    attempts: 2,
    sentAt: noon,
  })
})
