import { Forbidden, Refused } from '@motcua/domain'
import { describe, expect, test, vi } from 'vitest'
import { procedureView } from '../catalogue/procedure-view.ts'
import { getDossier } from '../dossier/get-dossier.ts'
import { attachFile } from '../drafts/attach-file.ts'
import { openDraft } from '../drafts/open-draft.ts'
import { collectAtCounter } from '../fees/collect.ts'
import { deskFee } from '../fees/fee-view.ts'
import { listWork } from '../processing/list-work.ts'
import { handOverResult } from '../returning/hand-over-result.ts'
import { recordResult } from '../returning/record-result.ts'
import { getSlip } from '../slips/read-slips.ts'
import { fileDossier, fillDraft, handIn, openOffices, pdf, workThrough, type Province } from '../testing.ts'
import { accept } from './accept.ts'
import { submit } from './submit.ts'

// Each test opens provinces of its own and compiles their law.
vi.setConfig({ testTimeout: 30_000 })

const { open } = await openOffices()

/** Đăng ký khai sinh is of level 4, đăng ký kết hôn of level 3. */
const birth = '1.001193'
const marriage = '1.000894'
/** Thay đổi, cải chính hộ tịch: of level 3, with a paper that is always required. */
const correction = '1.004859'

/** A photograph as a telephone makes it: one grey point. */
const photograph = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q==',
  'base64',
)

const refusalOf = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Refused)
  return (error as Refused).refusal.code
}

describe('online', () => {
  test('HN19-7.1, HN19-7.2: with an account one chooses, declares, attaches and files; none of it may be missing', async () => {
    const office = await open('ha-nam')
    await expect(openDraft(await office.visitor(), { procedureCode: marriage })).rejects.toBeInstanceOf(
      Forbidden,
    )
    const citizen = await office.citizen()
    const empty = await openDraft(citizen, { procedureCode: marriage })
    expect(await refusalOf(submit(citizen, { draftId: empty.id }))).toBe('answers-invalid')
    const { dossierId } = await fileDossier(citizen, marriage)
    const { tenant } = citizen
    const officer = await office.staff(tenant.procedures.get(marriage)!.agencies[0]!.id)
    expect(await getDossier(officer, { id: dossierId })).toMatchObject({ mode: 'online', phase: 'submitted' })
  })

  test('LA19-8.1a, LA19-8.2a: at level 3 and at level 4 the steps are the same: the form, then the papers', async () => {
    const office = await open('long-an')
    const citizen = await office.citizen()
    for (const [procedureCode, level] of [
      [correction, '3'],
      [birth, '4'],
    ] as const) {
      const { todo, form, procedure } = await openDraft(citizen, { procedureCode })
      expect(procedure.level).toBe(level)
      const pages = form.pages.map(({ id }) => id).filter((id) => todo.includes(id))
      const papers = procedure.papers.map(({ id }) => id).filter((id) => todo.includes(id))
      expect([pages.length > 0, papers.length > 0]).toEqual([true, true])
      expect(todo.filter((one) => [...pages, ...papers].includes(one))).toEqual([...pages, ...papers])
      const draft = await fillDraft(citizen, procedureCode)
      expect(draft.todo).toEqual([])
      await submit(citizen, { draftId: draft.id })
    }
  })

  test('PT20-9.1b: a photograph of a paper will do to file and to be accepted, and nobody asks for its certification', async () => {
    const office = await open('phu-tho')
    await office.reapply((folder) => ({ ...folder, fees: [] }))
    const citizen = await office.citizen()
    const draft = await fillDraft(citizen, birth)
    const paperId = draft.procedure.papers.find(({ presentedOnly }) => !presentedOnly)!.id
    await attachFile(citizen, { draftId: draft.id, paperId, name: 'ảnh.jpg', bytes: photograph })
    const { dossierId } = await submit(citizen, { draftId: draft.id })
    const officer = await office.staff(draft.procedure.agencies[0]!.id)
    await accept(officer, { dossierId })
    const { phase, papers } = await getDossier(officer, { id: dossierId })
    expect(phase).toBe('processing')
    expect(papers).toContainEqual(expect.objectContaining({ paperId, type: 'image/jpeg' }))
  })

  test.each<[string, Province]>([
    ['HN19-4.1', 'ha-nam'],
    ['LA19-8.1a', 'long-an'],
  ])('%s: no procedure of level 3 or 4 in %s is kept from being filed online', async (_, province) => {
    const visitor = await (await open(province)).visitor()
    const now = visitor.now()
    const kept = [...visitor.tenant.procedures.values()]
      .map((offered) => procedureView(visitor.tenant, offered, now))
      .filter(({ level }) => ['3', '4'].includes(level))
    expect(kept.length).toBeGreaterThan(20)
    expect(kept.filter(({ fileOnline }) => !fileOnline).map(({ code }) => code)).toEqual([])
  })
})

describe('at the counter', () => {
  test.each<[string, Province]>([
    ['HN19-8.1, HN19-8.3', 'ha-nam'],
    ['PT20-10.1', 'phu-tho'],
    ['LA19-14.1', 'long-an'],
  ])(
    '%s: in %s the officer sees what is there and what is not, and what is complete goes on to the unit',
    async (_, province) => {
      const office = await open(province)
      await office.reapply((folder) => ({ ...folder, fees: [] }))
      const { officer, agencyId, dossierId } = await handIn(office, birth)
      const { checklist } = await getDossier(officer, { id: dossierId })
      const there = checklist.filter(({ handedIn }) => handedIn).map(({ paper }) => paper.id)
      const required = checklist.filter(({ paper }) => paper.required).map(({ paper }) => paper.id)
      expect(required.length).toBeGreaterThan(0)
      expect(there).toEqual(required)
      expect(checklist.length).toBeGreaterThan(there.length)
      const units = await Promise.all(
        (['leader', 'specialist'] as const).map((role) => office.staff(agencyId, role)),
      )
      const inHand = async () =>
        (await Promise.all(units.map((unit) => listWork(unit, {})))).flatMap(({ free }) => free)
      expect(await inHand()).toEqual([])
      const { code } = await accept(officer, { dossierId })
      expect(await inHand()).toMatchObject([{ dossierId }])
      expect((await getSlip(officer, { dossierId, slip: 'receipt' })).reference).toBe(code)
    },
  )

  test('PT20-18.6a: the provincial centre receives, passes on, collects the fee and returns the result', async () => {
    const office = await open('phu-tho', { at: '2026-03-02T09:00:00+07:00' })
    const { officer, agencyId, dossierId } = await handIn(office, '1.001456')
    expect(agencyId).toBe('ttpvhcc')
    await expect(accept(await office.staff(agencyId, 'accountant'), { dossierId })).rejects.toBeInstanceOf(
      Forbidden,
    )
    const { fee } = await deskFee(officer, { dossierId })
    await collectAtCounter(officer, { dossierId, key: crypto.randomUUID(), amount: fee!.amount })
    await accept(officer, { dossierId })
    await workThrough(office, dossierId)
    const document = { name: 'ket-qua.pdf', bytes: pdf }
    await recordResult(officer, { dossierId, outcome: 'granted', document })
    office.at('2026-06-30T09:00:00+07:00')
    await handOverResult(officer, { dossierId, channel: 'postal', proof: 'EB1', change: 'Người nộp đề nghị' })
    expect((await getDossier(officer, { id: dossierId })).phase).toBe('returned')
  })
})
