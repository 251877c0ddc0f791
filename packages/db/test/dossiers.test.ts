import { randomUUID } from 'node:crypto'
import { Conflict, fold, NotFound, refuseIntake } from '@motcua/domain'
import { expect, test } from 'vitest'
import {
  append,
  countDesk,
  eventsOf,
  fileDossier,
  fileDossierIn,
  findByCode,
  getDossier,
  getDraft,
  getFileInfo,
  nextCodeNumber,
  openDraft,
  putFile,
} from '../src/index.ts'
import { testDatabase } from '../src/testing.ts'
import { accept, citizen, filed, finish, five, nine, noon, submitted, today } from './sample.ts'

const { db, fresh } = await testDatabase()

test('a filed dossier is read back as it was filed, with its log', async () => {
  const tenant = await fresh()
  const { dossier, event } = submitted()
  expect(await fileDossier(db, tenant, { key: 'k', dossier, event })).toEqual({
    id: dossier.id,
    submissionNo: dossier.submissionNo,
    filed: true,
  })
  await db.read(tenant, async (tx) => {
    expect(await getDossier(tx, dossier.id)).toEqual(dossier)
    expect(await eventsOf(tx, dossier.id)).toEqual([event])
  })
})

test('the same key sent twenty times at once files one dossier', async () => {
  const tenant = await fresh()
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => fileDossier(db, tenant, { key: 'same', ...submitted() })),
  )
  expect(answers.filter((answer) => answer.filed)).toHaveLength(1)
  expect(new Set(answers.map((answer) => answer.id)).size).toBe(1)
  expect(new Set(answers.map((answer) => answer.submissionNo)).size).toBe(1)
  const soonUntil = { new: nine, processing: nine }
  const view = { agencyIds: ['xa-1'], now: nine, soonUntil, holderId: randomUUID() }
  expect(await db.read(tenant, (tx) => countDesk(tx, view))).toMatchObject({ new: 1, processing: 0, done: 0 })
})

test('the same key in two provinces files two dossiers', async () => {
  const [a, b] = [await fresh(), await fresh()]
  const first = await fileDossier(db, a, { key: 'same', ...submitted() })
  const second = await fileDossier(db, b, { key: 'same', ...submitted() })
  expect([first.filed, second.filed]).toEqual([true, true])
})

test('filing closes the draft and hands its files to the dossier', async () => {
  const tenant = await fresh()
  const accountId = await citizen(db, tenant)
  const { draft, file } = await draftWithFile(tenant, accountId)
  const { dossier, event } = submitted({ accountId })
  await fileDossier(db, tenant, { key: draft.id, dossier, event, draft })
  await db.read(tenant, async (tx) => {
    expect(await getDraft(tx, draft.id, accountId)).toMatchObject({ dossierId: dossier.id, finishedAt: nine })
    expect(await getFileInfo(tx, file.id)).toMatchObject({ dossierId: dossier.id })
  })
})

test('a draft that was saved after it was read is not filed, and nothing of the filing stays', async () => {
  const tenant = await fresh()
  const accountId = await citizen(db, tenant)
  const { draft } = await draftWithFile(tenant, accountId)
  const { dossier, event } = submitted({ accountId })
  const stale = { id: draft.id, version: draft.version + 1 }
  await expect(
    fileDossier(db, tenant, { key: draft.id, dossier, event, draft: stale }),
  ).rejects.toBeInstanceOf(Conflict)
  await expect(db.read(tenant, (tx) => getDossier(tx, dossier.id))).rejects.toBeInstanceOf(NotFound)
})

async function draftWithFile(tenant: string, accountId: string) {
  return db.transact(tenant, async (tx) => {
    const draft = await openDraft(tx, {
      id: randomUUID(),
      accountId,
      purpose: 'filing',
      procedureCode: '1.001193',
      content: { answers: {}, papers: [] },
      at: nine,
    })
    const content = new TextEncoder().encode('%PDF-1.7')
    const file = await putFile(tx, {
      id: randomUUID(),
      name: 'a.pdf',
      type: 'application/pdf',
      content,
      accountId,
      draftId: draft.id,
      at: nine,
    })
    return { draft, file }
  })
}

test('inside an open door a dossier is filed with the rest or not at all', async () => {
  const tenant = await fresh()
  const { dossier, event } = submitted()
  const failed = db.transact(tenant, async (tx) => {
    await fileDossierIn(tx, { key: 'k', dossier, event })
    throw new Error('something else went wrong')
  })
  await expect(failed).rejects.toThrow('something else went wrong')
  await expect(db.read(tenant, (tx) => getDossier(tx, dossier.id))).rejects.toBeInstanceOf(NotFound)
})

test('PT20-9.2b: a dossier is found by its submission number, and by its code once it was accepted', async () => {
  const tenant = await fresh()
  const { id, submissionNo } = await filed(db, tenant)
  await db.transact(tenant, (tx) => accept(tx, id))
  expect(await findByCode(db, tenant, 'H35.12.03-260804-0001')).toMatchObject({ id, phase: 'processing' })
  expect(await findByCode(db, tenant, submissionNo)).toMatchObject({ id })
  expect(await findByCode(db, tenant, 'H35.12.03-260804-0002')).toBeUndefined()
  expect(await findByCode(db, await fresh(), 'H35.12.03-260804-0001')).toBeUndefined()
})

test('three officers accept at once: one acceptance, one code, two refusals', async () => {
  const tenant = await fresh()
  const { id } = await filed(db, tenant)
  const decisions = await Promise.all(
    ['officer-1', 'officer-2', 'officer-3'].map((by) => db.transact(tenant, (tx) => accept(tx, id, by))),
  )
  expect(decisions.filter((decision) => decision.granted)).toHaveLength(1)
  await db.transact(tenant, async (tx) => {
    expect((await eventsOf(tx, id)).map((event) => event.type)).toEqual([
      'DossierSubmitted',
      'DossierAccepted',
    ])
    expect(await nextCodeNumber(tx, '12.03', today)).toBe(2)
  })
})

test('what was read before somebody else acted is not appended to', async () => {
  const tenant = await fresh()
  const dossier = await filed(db, tenant)
  await db.transact(tenant, (tx) => accept(tx, dossier.id))
  const late = refuseIntake(dossier, { at: noon, by: 'officer-2', reason: 'not ours', basis: 'Điều 8' })
  const appended = db.transact(tenant, async (tx) =>
    late.granted ? append(tx, dossier, late.events) : undefined,
  )
  await expect(appended).rejects.toBeInstanceOf(Conflict)
})

test('the state that is kept is the sum of the log', async () => {
  const tenant = await fresh()
  const { id } = await filed(db, tenant)
  await db.transact(tenant, (tx) => accept(tx, id))
  await db.transact(tenant, (tx) => finish(tx, id))
  await db.read(tenant, async (tx) => {
    const dossier = await getDossier(tx, id)
    expect(fold(await eventsOf(tx, id))).toEqual(dossier)
    expect(dossier).toMatchObject({ phase: 'decided', version: 3 })
  })
})

test('a number that was taken and not used is given to the next acceptance', async () => {
  const tenant = await fresh()
  const refused = db.transact(tenant, async (tx) => {
    await nextCodeNumber(tx, '12.03', today)
    throw new Error('refused')
  })
  await expect(refused).rejects.toThrow('refused')
  expect(await db.transact(tenant, (tx) => nextCodeNumber(tx, '12.03', today))).toBe(1)
  expect(await db.transact(tenant, (tx) => nextCodeNumber(tx, '12.04', today))).toBe(1)
})
