import { eventsOf, getDossier, readsOf } from '@motcua/db'
import { Forbidden, NotFound, Refused, type Dossier } from '@motcua/domain'
import { describe, expect, test } from 'vitest'
import { getOwn } from '../dossier/get-own.ts'
import { listOwn } from '../dossier/list-own.ts'
import { getDraft } from '../drafts/get-draft.ts'
import { listDrafts } from '../drafts/list-drafts.ts'
import { openDraft } from '../drafts/open-draft.ts'
import { savePage } from '../drafts/save-page.ts'
import type { Context } from '../operation.ts'
import { intakeClock } from '../rules/determine.ts'
import { openOffices, type TestOffice } from '../testing.ts'
import { fileDossier, fillDraft } from '../testing-journey.ts'
import { submit } from './submit.ts'

/** Chứng thực văn bản: online, one case, no required paper. */
const signature = '2.000908'
/** Đăng ký khai sinh: its own form and one required paper. */
const birth = '1.001193'

const { open } = await openOffices()
const stateOf = (office: TestOffice, id: string): Promise<Dossier> =>
  office.db.read(office.tenant, (tx) => getDossier(tx, id))
const refusal = async (work: Promise<unknown>) => {
  const error = await work.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Refused)
  return (error as Refused).refusal
}

describe('the dates a submission gets come from the province’s own law', () => {
  test('LA19-9.1, LA19-9.1.2: filed on Friday at 17:30, it counts as received on Monday, and the 8 working hours of Decree 118/2025 begin then', async () => {
    const office = await open('long-an', { at: '2026-03-06T17:30:00+07:00' })
    const { dossierId } = await fileDossier(await office.citizen(), signature)
    const { receiptDay, intakeClock } = await stateOf(office, dossierId)
    expect(receiptDay?.answer).toBe('2026-03-09')
    expect(receiptDay?.basis).toContainEqual(expect.objectContaining({ article: '9', clause: '1' }))
    expect(intakeClock).toMatchObject({
      startedAt: '2026-03-09T07:30:00+07:00',
      dueAt: '2026-03-09T17:00:00+07:00',
    })
    expect(intakeClock.why.path).toBe('inherited')
    expect(intakeClock.why.basis).toContainEqual(
      expect.objectContaining({ regulation: expect.stringContaining('118/2025') }),
    )
  })

  test('LA19-9.1: filed on Friday at 17:00 sharp, it still counts as received on Friday', async () => {
    const office = await open('long-an', { at: '2026-03-06T17:00:00+07:00' })
    const { dossierId } = await fileDossier(await office.citizen(), signature)
    expect((await stateOf(office, dossierId)).receiptDay?.answer).toBe('2026-03-06')
  })

  test('PT20-9.2a: filed on Friday at 17:30, Phú Thọ’s own 8 working hours run from the next working hour', async () => {
    const office = await open('phu-tho', { at: '2026-03-06T17:30:00+07:00' })
    const { dossierId } = await fileDossier(await office.citizen(), signature)
    const dossier = await stateOf(office, dossierId)
    expect(dossier.receiptDay).toBeUndefined()
    expect(dossier.intakeClock).toMatchObject({
      startedAt: '2026-03-09T07:30:00+07:00',
      dueAt: '2026-03-09T17:00:00+07:00',
    })
    expect(dossier.intakeClock.why).toMatchObject({ path: 'answered' })
    expect(dossier.intakeClock.why.basis[0]).toMatchObject({ article: '9', clause: '2', point: 'a' })
  })

  test('TQ19-12.2a and TQ25-19: the same hour of a Friday is counted under the regulation of its year', async () => {
    const office = await open('tuyen-quang')
    const { tenant } = await office.visitor()
    const old = intakeClock(tenant, '2019-07-12T17:30:00+07:00' as never, 'online')
    expect(old).toMatchObject({ dueAt: '2019-07-15T17:00:00+07:00' })
    expect(old.why.basis[0]).toMatchObject({
      regulation: '246/QĐ-UBND',
      article: '12',
      clause: '2',
      point: 'a',
    })
    const now = intakeClock(tenant, '2026-03-06T17:30:00+07:00' as never, 'online')
    expect(now).toMatchObject({ dueAt: '2026-03-09T17:00:00+07:00' })
    expect(now.why.basis).toContainEqual(
      expect.objectContaining({ regulation: expect.stringContaining('06/2025') }),
    )
    expect(now.why.basis).toContainEqual(
      expect.objectContaining({ regulation: expect.stringContaining('118/2025') }),
    )
  })

  test('a holiday between moves the date: filed before Hùng Kings’ day 2026, the office answers after it', async () => {
    const office = await open('phu-tho', { at: '2026-04-24T16:00:00+07:00' })
    const { dossierId } = await fileDossier(await office.citizen(), signature)
    const { intakeClock } = await stateOf(office, dossierId)
    // Friday 16:00 → one hour; 25 and 26 April are the weekend; 27 April is the compensatory day.
    expect(intakeClock.dueAt).toBe('2026-04-28T16:00:00+07:00')
    expect(intakeClock.why.strip?.days.map(({ kind }) => kind)).toContain('holiday')
  })

  test('AMB-17: a changed number answers anew without a restart, while a clock that runs keeps its rule', async () => {
    const office = await open('phu-tho', { at: '2026-03-02T08:00:00+07:00' })
    const citizen = await office.citizen()
    const { dossierId } = await fileDossier(citizen, signature)
    const before = await stateOf(office, dossierId)
    expect(before.intakeClock.dueAt).toBe('2026-03-03T08:00:00+07:00')

    // Six hours instead of eight, and the examples of the rule with it.
    await office.reapply((folder) => ({
      ...folder,
      rules: folder.rules.map((file) => {
        if (!file.path.includes('phu-tho')) return file
        const text = file.text
          .replace('trong 08 giờ làm việc kể từ khi nộp', 'trong 06 giờ làm việc kể từ khi nộp')
          .replace(/(kiểm tra hồ sơ nộp trực tuyến là \S+T)17:00/g, '$115:00')
        return { ...file, text }
      }),
    }))
    const { tenant } = await office.visitor()
    const second = await fileDossier({ ...citizen, tenant }, birth)
    expect((await stateOf(office, second.dossierId)).intakeClock.dueAt).toBe('2026-03-02T15:30:00+07:00')
    expect((await stateOf(office, dossierId)).intakeClock).toEqual(before.intakeClock)
  })
})

describe('one draft is one dossier', () => {
  test('pressed twice, or again the day after, it is the same dossier', async () => {
    const office = await open('long-an')
    const citizen = await office.citizen()
    const draft = await fillDraft(citizen, birth)
    const first = await submit(citizen, { draftId: draft.id })
    office.at('2026-03-03T10:00:00+07:00')
    expect(await submit(citizen, { draftId: draft.id })).toEqual(first)
    expect(await listOwn(citizen)).toHaveLength(1)
    expect(await getDraft(citizen, { id: draft.id })).toMatchObject({ dossierId: first.dossierId })
  })

  test('pressed in eight windows at once, it is one dossier with one event', async () => {
    const office = await open('long-an')
    const citizen = await office.citizen()
    const draft = await fillDraft(citizen, birth)
    const all = await Promise.all(Array.from({ length: 8 }, () => submit(citizen, { draftId: draft.id })))
    expect(new Set(all.map(({ dossierId, submissionNo }) => `${dossierId} ${submissionNo}`)).size).toBe(1)
    expect(await office.db.read(office.tenant, (tx) => eventsOf(tx, all[0]!.dossierId))).toHaveLength(1)
    expect(await listOwn(citizen)).toHaveLength(1)
  })

  test('after it was filed the next draft of the same procedure is a new one', async () => {
    const office = await open('long-an')
    const citizen = await office.citizen()
    const filed = await fileDossier(citizen, signature)
    expect((await openDraft(citizen, { procedureCode: signature })).id).not.toBe(filed.draftId)
  })
})

describe('what is not complete or not allowed is not filed', () => {
  test('a required paper that is missing is named, and no trace is left', async () => {
    const office = await open('long-an')
    const citizen = await office.citizen()
    const { papers, ...draft } = await fillDraft(citizen, birth)
    const { detachFile } = await import('../drafts/detach-file.ts')
    for (const { paperId, fileId } of papers) await detachFile(citizen, { id: draft.id, paperId, fileId })
    const { todo } = await getDraft(citizen, { id: draft.id })
    expect(todo).toEqual(papers.map(({ paperId }) => paperId))
    expect(await refusal(submit(citizen, { draftId: draft.id }))).toEqual({
      code: 'papers-missing',
      data: { papers: todo },
    })
    expect(await listOwn(citizen)).toEqual([])
    expect(await listDrafts(citizen)).toHaveLength(1)
  })

  test('an answer that is missing is named', async () => {
    const office = await open('long-an')
    const citizen = await office.citizen()
    const { id, todo } = await openDraft(citizen, { procedureCode: signature })
    expect(todo.length).toBeGreaterThan(1)
    const { code, data } = await refusal(submit(citizen, { draftId: id }))
    expect(code).toBe('answers-invalid')
    expect(data).toMatchObject({
      errors: expect.arrayContaining([expect.objectContaining({ code: 'required' })]),
    })
  })

  test('TQ25-5.1: Tuyên Quang’s portal takes no dossier; it names the article', async () => {
    const office = await open('tuyen-quang')
    const { code, data } = await refusal(openDraft(await office.citizen(), { procedureCode: signature }))
    expect(code).toBe('not-filed-here')
    expect(data).toMatchObject({
      basis: expect.arrayContaining([
        { regulation: expect.stringContaining('06/2025'), article: '5', clause: '1' },
      ]),
    })
  })

  test('a visitor and a member of staff cannot file', async () => {
    const office = await open('long-an')
    const draftId = crypto.randomUUID()
    await expect(submit(await office.visitor(), { draftId })).rejects.toThrow(Forbidden)
    await expect(submit(await office.staff('ttpvhcc'), { draftId })).rejects.toThrow(Forbidden)
  })
})

describe('what belongs to others is not found', () => {
  test('another person’s draft and dossier, another province’s and one of nobody give the same answer', async () => {
    const [office, other] = [await open('long-an'), await open('ha-nam')]
    const owner = await office.citizen()
    const { dossierId, draftId } = await fileDossier(owner, signature)
    const strangers: [Context, string, string][] = [
      [await office.citizen(), dossierId, draftId],
      [await other.citizen(), dossierId, draftId],
      [await office.citizen(), crypto.randomUUID(), crypto.randomUUID()],
    ]
    const answers = await Promise.all(
      strangers.map(async ([stranger, id, draft]) => [
        await getOwn(stranger, { id }).catch((error: unknown) => String(error)),
        await getDraft(stranger, { id: draft }).catch((error: unknown) => String(error)),
        await submit(stranger, { draftId: draft }).catch((error: unknown) => String(error)),
      ]),
    )
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    await expect(getOwn(strangers[1]![0], { id: dossierId })).rejects.toThrow(NotFound)
  })

  test('an account of one province is nobody in another, even with its id', async () => {
    const [office, other] = [await open('long-an'), await open('phu-tho')]
    const citizen = await office.citizen()
    const { draftId } = await fileDossier(citizen, signature)
    const forged = { ...citizen, tenant: (await other.visitor()).tenant }
    await expect(getDraft(forged, { id: draftId })).rejects.toThrow(NotFound)
  })
})

test('two provinces worked for at once, each by its own law and its own bodies, never mix', async () => {
  const at = '2026-03-06T17:30:00+07:00'
  const offices = [await open('long-an', { at }), await open('phu-tho', { at })]
  const filed = await Promise.all(
    Array.from({ length: 12 }, async (_, i) => {
      const office = offices[i % 2]!
      const citizen = await office.citizen()
      const { dossierId } = await fileDossier(citizen, i % 3 === 0 ? birth : signature)
      return { office, citizen, dossier: await stateOf(office, dossierId) }
    }),
  )
  for (const { office, citizen, dossier } of filed) {
    const isLongAn = office === offices[0]
    expect(dossier.receiptDay?.answer).toBe(isLongAn ? '2026-03-09' : undefined)
    expect(dossier.intakeClock.why.path).toBe(isLongAn ? 'inherited' : 'answered')
    expect(dossier.intakeClock.why.program).toBe(citizen.tenant.rules.program.hash)
    expect(citizen.tenant.agencies.has(dossier.agencyId)).toBe(true)
    expect((await listOwn(citizen)).map(({ id }) => id)).toEqual([dossier.id])
  }
})

test('each operation writes one line that names the deed and no person', async () => {
  const office = await open('long-an')
  const citizen = await office.citizen({ fullName: 'Nguyễn Văn Kín' })
  await savePage(citizen, { id: crypto.randomUUID(), pageId: 'x', answers: {} }).catch(() => undefined)
  await fileDossier(citizen, signature)
  const { accountId } = citizen.actor as { accountId: string }
  expect(office.lines[0]).toMatchObject({
    operation: 'drafts.savePage',
    tenant: office.tenant,
    actor: `citizen:${accountId}`,
    outcome: 'NotFound',
  })
  expect(office.lines.at(-1)).toMatchObject({ operation: 'intake.submit', outcome: 'done' })
  expect(JSON.stringify(office.lines)).not.toMatch(/Nguyễn|example\.vn|080185/)
  expect(await office.db.read(office.tenant, (tx) => readsOf(tx, 'dossier', accountId))).toEqual([])
})
