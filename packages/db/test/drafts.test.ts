import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { Conflict, NotFound } from '@motcua/domain'
import { describe, expect, test } from 'vitest'
import {
  deleteDraft,
  deleteFile,
  fileDossier,
  finishDraft,
  getDraft,
  getDraftForUpdate,
  getFileContent,
  getFileInfo,
  listDrafts,
  openDraft,
  putFile,
  saveDraft,
  type NewFile,
  type Tx,
} from '../src/index.ts'
import { testDatabase } from '../src/testing.ts'
import { citizen, filed, five, nine, noon, submitted } from './sample.ts'

const { db, fresh } = await testDatabase()

const open = (tx: Tx, accountId: string, procedureCode = '1.001193') =>
  openDraft(tx, {
    id: randomUUID(),
    accountId,
    purpose: 'filing',
    procedureCode,
    content: { answers: {}, papers: [] },
    at: nine,
  })

const pdf = (accountId: string, draftId: string): NewFile => ({
  id: randomUUID(),
  name: 'Giấy chứng sinh.pdf',
  type: 'application/pdf',
  content: Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(100_000)]),
  accountId,
  draftId,
  at: nine,
})

describe('a draft', () => {
  test('is the one a person left unfinished for that procedure, however often it is opened', async () => {
    const tenant = await fresh()
    const [me, other] = [await citizen(db, tenant), await citizen(db, tenant)]
    const opened = await Promise.all(
      Array.from({ length: 5 }, () => db.transact(tenant, (tx) => open(tx, me))),
    )
    expect(new Set(opened.map((draft) => draft.id)).size).toBe(1)
    await db.transact(tenant, async (tx) => {
      expect((await open(tx, me, '2.000001')).id).not.toBe(opened[0]!.id)
      expect((await open(tx, other)).id).not.toBe(opened[0]!.id)
      expect(await listDrafts(tx, me)).toHaveLength(2)
    })
  })

  test('keeps what was filled in, and when', async () => {
    const tenant = await fresh()
    const me = await citizen(db, tenant)
    const content = { answers: { childName: 'Nguyễn Văn An' }, papers: [], returnChannel: 'postal' as const }
    await db.transact(tenant, async (tx) => saveDraft(tx, await open(tx, me), content, noon))
    const [draft] = await db.read(tenant, (tx) => listDrafts(tx, me))
    expect(draft).toMatchObject({ content, version: 2, createdAt: nine, updatedAt: noon })
  })

  test('saved in two windows at once is saved by one, and the other is told', async () => {
    const tenant = await fresh()
    const me = await citizen(db, tenant)
    const draft = await db.transact(tenant, (tx) => open(tx, me))
    const save = (name: string) =>
      db.transact(tenant, (tx) => saveDraft(tx, draft, { answers: { name }, papers: [] }, noon))
    const saved = await Promise.allSettled([save('a'), save('b')])
    expect(saved.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(saved.find((result) => result.status === 'rejected')?.reason).toBeInstanceOf(Conflict)
  })

  test('of another person is not found', async () => {
    const tenant = await fresh()
    const [me, other] = [await citizen(db, tenant), await citizen(db, tenant)]
    const { id } = await db.transact(tenant, (tx) => open(tx, me))
    await expect(db.read(tenant, (tx) => getDraft(tx, id, other))).rejects.toBeInstanceOf(NotFound)
    await expect(db.transact(tenant, (tx) => getDraftForUpdate(tx, id, other))).rejects.toBeInstanceOf(
      NotFound,
    )
  })

  test('that was submitted is neither saved nor listed any more; the next one is a new one', async () => {
    const tenant = await fresh()
    const me = await citizen(db, tenant)
    const draft = await db.transact(tenant, (tx) => open(tx, me))
    await fileDossier(db, tenant, { key: draft.id, ...submitted({ accountId: me }), draft })
    await db.transact(tenant, async (tx) => {
      await expect(saveDraft(tx, draft, draft.content, noon)).rejects.toBeInstanceOf(Conflict)
      expect(await listDrafts(tx, me)).toEqual([])
      expect((await open(tx, me)).id).not.toBe(draft.id)
    })
  })

  test('of a completion is one per dossier, and finishes with it', async () => {
    const tenant = await fresh()
    const me = await citizen(db, tenant)
    const { id: dossierId } = await filed(db, tenant, { accountId: me })
    const completion = (tx: Tx) =>
      openDraft(tx, {
        id: randomUUID(),
        accountId: me,
        purpose: 'completion',
        procedureCode: '1.001193',
        dossierId,
        content: { answers: { a: '1' }, papers: [] },
        at: noon,
      })
    const draft = await db.transact(tenant, completion)
    expect((await db.transact(tenant, completion)).id).toBe(draft.id)
    await db.transact(tenant, (tx) => finishDraft(tx, draft, dossierId, five))
    await expect(db.transact(tenant, (tx) => finishDraft(tx, draft, dossierId, five))).rejects.toBeInstanceOf(
      Conflict,
    )
    expect(await db.read(tenant, (tx) => getDraft(tx, draft.id, me))).toMatchObject({
      dossierId,
      finishedAt: five,
    })
  })

  test('that is given up goes with its files', async () => {
    const tenant = await fresh()
    const me = await citizen(db, tenant)
    const { draft, file } = await db.transact(tenant, async (tx) => {
      const draft = await open(tx, me)
      return { draft, file: await putFile(tx, pdf(me, draft.id)) }
    })
    await db.transact(tenant, (tx) => deleteDraft(tx, draft))
    await db.read(tenant, async (tx) => {
      expect(await listDrafts(tx, me)).toEqual([])
      await expect(getFileInfo(tx, file.id)).rejects.toBeInstanceOf(NotFound)
    })
  })
})

describe('a file', () => {
  test('comes back byte for byte, with its hash', async () => {
    const tenant = await fresh()
    const me = await citizen(db, tenant)
    const file = pdf(me, (await db.transact(tenant, (tx) => open(tx, me))).id)
    const info = await db.transact(tenant, (tx) => putFile(tx, file))
    expect(info).toEqual({
      id: file.id,
      name: 'Giấy chứng sinh.pdf',
      type: 'application/pdf',
      bytes: 100_009,
      sha256: createHash('sha256').update(file.content).digest('hex'),
      accountId: me,
      draftId: file.draftId,
    })
    await db.read(tenant, async (tx) => {
      expect(await getFileInfo(tx, file.id)).toEqual(info)
      expect((await getFileContent(tx, file.id)).equals(Buffer.from(file.content))).toBe(true)
    })
    await expect(db.read(await fresh(), (tx) => getFileContent(tx, file.id))).rejects.toBeInstanceOf(NotFound)
  })

  test('is removed by its owner before submission, and by nobody after it', async () => {
    const tenant = await fresh()
    const [me, other] = [await citizen(db, tenant), await citizen(db, tenant)]
    const draft = await db.transact(tenant, (tx) => open(tx, me))
    const [kept, removed] = [pdf(me, draft.id), pdf(me, draft.id)]
    await db.transact(tenant, async (tx) => {
      await putFile(tx, kept)
      await putFile(tx, removed)
      expect(await deleteFile(tx, removed.id, other)).toBe(false)
      expect(await deleteFile(tx, removed.id, me)).toBe(true)
    })
    await fileDossier(db, tenant, { key: draft.id, ...submitted({ accountId: me }), draft })
    expect(await db.transact(tenant, (tx) => deleteFile(tx, kept.id, me))).toBe(false)
    expect(await db.read(tenant, (tx) => getFileInfo(tx, kept.id))).toMatchObject({ bytes: 100_009 })
  })
})
