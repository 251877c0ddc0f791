import { Forbidden, maxFileBytes, NotFound, Refused } from '@motcua/domain'
import { describe, expect, test } from 'vitest'
import { readFile } from '../dossier/read-file.ts'
import { openOffices } from '../testing.ts'
import { fileDossier, fillDraft, pdf } from '../testing-journey.ts'
import { attachFile } from './attach-file.ts'
import { detachFile } from './detach-file.ts'
import { discardDraft } from './discard-draft.ts'
import { getDraft } from './get-draft.ts'
import { listDrafts } from './list-drafts.ts'
import { openDraft } from './open-draft.ts'
import { saveChoice } from './save-choice.ts'
import { savePage } from './save-page.ts'

/** Đăng ký khai sinh: its own form, one required paper. */
const birth = '1.001193'

const { open } = await openOffices()
const refusalOf = async (work: Promise<unknown>) => {
  const error = await work.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Refused)
  return (error as Refused).refusal
}

async function opened() {
  const office = await open('long-an')
  const citizen = await office.citizen()
  const draft = await openDraft(citizen, { procedureCode: birth })
  const paperId = draft.procedure.papers.find(({ required }) => required)!.id
  return { office, citizen, draft, paperId }
}

describe('a draft is kept', () => {
  test('for each person and procedure there is one unfinished draft, in whatever session', async () => {
    const { office, citizen, draft } = await opened()
    expect((await openDraft(citizen, { procedureCode: birth })).id).toBe(draft.id)
    expect((await openDraft(await office.citizen(), { procedureCode: birth })).id).not.toBe(draft.id)
    expect(await listDrafts(citizen)).toMatchObject([{ id: draft.id, procedureCode: birth }])
    expect((await listDrafts(citizen))[0]!.todo).toBe(draft.todo.length)
  })

  test('what is still to do stands in the order of the journey and shrinks as it is done', async () => {
    const { citizen, draft, paperId } = await opened()
    const pages = draft.form.pages.map(({ id }) => id)
    expect(draft.todo).toEqual([...pages, paperId, 'return-channel'].filter((id) => draft.todo.includes(id)))
    expect(draft.todo).toContain(paperId)
    expect((await fillDraft(citizen, birth)).todo).toEqual([])
  })

  test('answers are kept tidied, and an optional answer that is emptied is gone', async () => {
    const { citizen, draft } = await opened()
    const page = draft.form.pages.find(({ fields }) => fields.some(({ kind }) => kind === 'phone'))!
    const phone = page.fields.find(({ kind }) => kind === 'phone')!
    const answers = Object.fromEntries(
      page.fields.map(({ id, kind }) => [
        id,
        kind === 'phone' ? ' 0901.234 567 ' : kind === 'email' ? 'Dan@Example.vn' : 'x',
      ]),
    )
    const saved = await savePage(citizen, { id: draft.id, pageId: page.id, answers })
    expect('draft' in saved && saved.draft.answers[phone.id]).toBe('0901234567')
  })

  test('a body that does not receive the procedure is no answer', async () => {
    const { citizen, draft } = await opened()
    const page = draft.form.pages.find(({ fields }) => fields.some(({ kind }) => kind === 'agency'))!
    const field = page.fields.find(({ kind }) => kind === 'agency')!
    const saved = await savePage(citizen, {
      id: draft.id,
      pageId: page.id,
      answers: { [field.id]: 'ubnd-tinh' },
    })
    expect(saved).toEqual({ errors: [{ field: field.id, code: 'not-a-choice' }] })
    const right = draft.procedure.agencies[0]!.id
    expect(
      await savePage(citizen, { id: draft.id, pageId: page.id, answers: { [field.id]: right } }),
    ).toMatchObject({
      draft: { agencyId: right },
    })
  })

  test('a channel that the law does not open at this level is refused', async () => {
    const { citizen, draft } = await opened()
    const refusal = await refusalOf(saveChoice(citizen, { id: draft.id, returnChannel: 'sms' }))
    expect(refusal).toMatchObject({
      code: 'channel-not-allowed',
      data: { allowed: draft.procedure.return.channels },
    })
  })

  test('a draft that was submitted is changed no more', async () => {
    const office = await open('long-an')
    const citizen = await office.citizen()
    const { draftId, dossierId } = await fileDossier(citizen, birth)
    expect(await refusalOf(discardDraft(citizen, { id: draftId }))).toEqual({
      code: 'draft-already-submitted',
      data: { dossierId },
    })
  })

  test('discarded it is gone with its files', async () => {
    const { citizen, draft, paperId } = await opened()
    const { papers } = await attachFile(citizen, { draftId: draft.id, paperId, name: 'a.pdf', bytes: pdf })
    await discardDraft(citizen, { id: draft.id })
    await expect(getDraft(citizen, { id: draft.id })).rejects.toThrow(NotFound)
    await expect(readFile(citizen, { fileId: papers[0]!.fileId })).rejects.toThrow(NotFound)
  })
})

describe('papers', () => {
  test('a file stays though another field of the journey is wrong', async () => {
    const { citizen, draft, paperId } = await opened()
    await attachFile(citizen, { draftId: draft.id, paperId, name: 'giấy chứng sinh.pdf', bytes: pdf })
    const page = draft.form.pages.find(({ fields }) => fields.some(({ optional }) => !optional))!
    expect(await savePage(citizen, { id: draft.id, pageId: page.id, answers: {} })).toHaveProperty('errors')
    const { papers } = await getDraft(citizen, { id: draft.id })
    expect(papers).toMatchObject([
      { paperId, name: 'giấy chứng sinh.pdf', type: 'application/pdf', bytes: pdf.length },
    ])
    const { bytes } = await readFile(citizen, { fileId: papers[0]!.fileId })
    expect(new Uint8Array(bytes)).toEqual(pdf)
  })

  test('a file is what its bytes say, whatever its name', async () => {
    const { citizen, draft, paperId } = await opened()
    const script = new TextEncoder().encode('<script>alert(1)</script>')
    const asked = { draftId: draft.id, paperId, name: 'ảnh.png' }
    expect(await refusalOf(attachFile(citizen, { ...asked, bytes: script }))).toMatchObject({
      code: 'file-not-accepted',
      data: { fault: 'not-allowed-type', name: 'ảnh.png', paperId },
    })
    const { papers } = await attachFile(citizen, { ...asked, bytes: pdf })
    expect(papers[0]).toMatchObject({ type: 'application/pdf', name: expect.stringMatching(/\.pdf$/) })
  })

  test('a file of 20 MB is taken, one byte more is not, an empty one neither', async () => {
    const { citizen, draft, paperId } = await opened()
    const big = new Uint8Array(maxFileBytes + 1)
    big.set(pdf)
    const asked = { draftId: draft.id, paperId, name: 'a.pdf' }
    expect((await refusalOf(attachFile(citizen, { ...asked, bytes: big }))).data).toMatchObject({
      fault: 'too-large',
      limit: maxFileBytes,
      bytes: maxFileBytes + 1,
    })
    expect((await refusalOf(attachFile(citizen, { ...asked, bytes: new Uint8Array() }))).data).toMatchObject({
      fault: 'empty',
    })
    expect(
      (await attachFile(citizen, { ...asked, bytes: big.subarray(0, maxFileBytes) })).papers,
    ).toHaveLength(1)
  })

  test('detached it is gone; two uploads at once both stay', async () => {
    const { citizen, draft, paperId } = await opened()
    const put = (name: string) => attachFile(citizen, { draftId: draft.id, paperId, name, bytes: pdf })
    await Promise.all([put('1.pdf'), put('2.pdf')])
    const { papers } = await getDraft(citizen, { id: draft.id })
    expect(papers.map(({ name }) => name).sort()).toEqual(['1.pdf', '2.pdf'])
    const { fileId } = papers[0]!
    expect((await detachFile(citizen, { id: draft.id, paperId, fileId })).papers).toHaveLength(1)
    await expect(readFile(citizen, { fileId })).rejects.toThrow(NotFound)
  })

  test('nobody else reads a file: not another person, not another body, not another province', async () => {
    const office = await open('long-an')
    const ward = 'ubnd-phuong-1-tan-an'
    const citizen = await office.citizen()
    const { dossierId } = await fileDossier(citizen, birth, { agencyId: ward })
    const { getOwn } = await import('../dossier/get-own.ts')
    const { fileId } = (await getOwn(citizen, { id: dossierId })).papers[0]!
    expect((await readFile(await office.staff(ward), { fileId })).type).toBe('application/pdf')
    const strangers = [
      await office.citizen(),
      await office.staff('ubnd-phuong-2-tan-an'),
      await (await open('ha-nam')).citizen(),
    ]
    for (const stranger of strangers)
      await expect(readFile(stranger, { fileId })).rejects.toThrow('file not found')
    await expect(readFile(await office.visitor(), { fileId })).rejects.toThrow(Forbidden)
  })
})
