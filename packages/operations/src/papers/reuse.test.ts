import { getDossier } from '@motcua/db'
import { NotFound } from '@motcua/domain'
import { expect, test, vi } from 'vitest'
import { attachFile } from '../drafts/attach-file.ts'
import { detachFile } from '../drafts/detach-file.ts'
import { discardDraft } from '../drafts/discard-draft.ts'
import { openDraft } from '../drafts/open-draft.ts'
import { readFile } from '../dossier/read-file.ts'
import { accept } from '../intake/accept.ts'
import { submit } from '../intake/submit.ts'
import type { Context } from '../operation.ts'
import { compareOriginals } from '../returning/compare-originals.ts'
import { handOverResult } from '../returning/hand-over-result.ts'
import { recordResult } from '../returning/record-result.ts'
import { fillDraft, openOffices, pdf, type Province, type TestOffice } from '../testing.ts'
import { judgePaper } from './judge-paper.ts'
import { keepPapers } from './keep-papers.ts'
import { listKeepable, listPapers } from './list-papers.ts'
import { offerPapers, usePaper } from './use-paper.ts'
import { withdrawPaper } from './withdraw-paper.ts'

vi.setConfig({ testTimeout: 30_000 })

const { open } = await openOffices()
const code = '1.000894'

interface Kept {
  readonly office: TestOffice
  readonly citizen: Context
  readonly keptId: string
  readonly paperId: string
}

/** Files, accepts, settles and returns a dossier, and keeps the paper that was handed in with it. */
async function withKeptPaper(province: Province): Promise<Kept> {
  const office = await open(province)
  await office.reapply((folder) => ({ ...folder, fees: [] }))
  const citizen = await office.citizen()
  const draft = await fillDraft(citizen, code)
  const { id: paperId } = draft.procedure.papers.find(({ presentedOnly }) => !presentedOnly)!
  await attachFile(citizen, { draftId: draft.id, paperId, name: 'to-khai.pdf', bytes: pdf })
  const { dossierId } = await submit(citizen, { draftId: draft.id })
  const { agencyId } = await office.db.read(office.tenant, (tx) => getDossier(tx, dossierId))
  const officer = await office.staff(agencyId)
  await accept(officer, { dossierId })
  await recordResult(officer, {
    dossierId,
    outcome: 'granted',
    note: 'x',
    document: { name: 'ket-qua.pdf', bytes: pdf },
  })
  await compareOriginals(officer, { dossierId, outcome: 'match', shown: 'original' })
  office.at('2026-06-30T09:00:00+07:00')
  const taken = { to: 'Trần Thị Đan', identity: 'citizen-card', mandate: 'Giấy ủy quyền' } as const
  await handOverResult(officer, { dossierId, channel: 'counter', ...taken })
  const { papers } = await listKeepable(citizen, { dossierId })
  const component = papers.find(({ kind }) => kind === 'component')!
  await keepPapers(citizen, { dossierId, fileIds: [component.fileId] })
  const keptId = (await listPapers(citizen, {})).papers[0]!.id
  return { office, citizen, keptId, paperId }
}

/** Uses the paper in a second dossier and hands that in. */
async function useAgain({ office, citizen, keptId, paperId }: Kept) {
  const draft = await fillDraft(citizen, code)
  const used = await usePaper(citizen, { draftId: draft.id, paperId, keptId })
  const { dossierId } = await submit(citizen, { draftId: draft.id })
  const dossier = await office.db.read(office.tenant, (tx) => getDossier(tx, dossierId))
  const officer = await office.staff(dossier.agencyId)
  const fileId = dossier.papers.find(({ origin }) => origin?.keptId === keptId)!.fileId
  return { draft, used, dossierId, dossier, officer, fileId }
}

const kept = await withKeptPaper('phu-tho')

test('TQ25-6.3: a kept paper stands for a new one in the next dossier, with where it is from', async () => {
  const { citizen, keptId, paperId } = kept
  const draft = await fillDraft(citizen, code)
  const offers = await offerPapers(citizen, { draftId: draft.id })
  expect(offers).toEqual([expect.objectContaining({ keptId, paperId, standing: 'unknown' })])
  const { dossierId, dossier, officer, fileId } = await useAgain(kept)
  expect(dossier.papers.find((paper) => paper.fileId === fileId)?.origin).toMatchObject({
    keptId,
    kind: 'component',
  })
  // The office that settles the new dossier reads the paper, and its owner sees that.
  expect((await readFile(officer, { fileId })).bytes).toEqual(Buffer.from(pdf))
  const [paper] = (await listPapers(citizen, {})).papers
  expect(paper!.uses.map((use) => use.dossierId)).toContain(dossierId)
  expect(paper!.reads.length).toBe(1)
  expect(paper!.reads[0]!.agency).toBeTruthy()
})

test('AMB-43: an officer judges a paper whose end nobody knows, once, and it ends on its last day', async () => {
  const { office, citizen, keptId } = kept
  office.at('2026-07-01T09:00:00+07:00')
  const { dossierId, officer, fileId } = await useAgain(kept)
  const found = { dossierId, fileId, valid: true, lastDay: '2026-07-10', note: 'ghi trên giấy' }
  const strangers = [await office.citizen(), await office.staff('ubnd-tinh', 'tenant-admin')]
  for (const stranger of strangers) await expect(judgePaper(stranger, found)).rejects.toThrow()
  await expect(judgePaper(officer, { ...found, fileId: crypto.randomUUID() })).rejects.toBeInstanceOf(
    NotFound,
  )
  await judgePaper(officer, found)
  const standing = async () => (await listPapers(citizen, {})).papers.find(({ id }) => id === keptId)!
  expect(await standing()).toMatchObject({ standing: 'valid', lastDay: '2026-07-10' })
  office.at('2026-07-11T00:00:00+07:00')
  expect(await standing()).toMatchObject({ standing: 'ended', why: 'expired' })
  const draft = await openDraft(citizen, { procedureCode: code })
  expect(await offerPapers(citizen, { draftId: draft.id })).toEqual([])
  await judgePaper(officer, { ...found, valid: false, note: 'đã thu hồi' })
  expect(await standing()).toMatchObject({ standing: 'ended', why: 'found-invalid' })
  await discardDraft(citizen, { id: draft.id })
})

test('HN19-6.2.2: a paper known to be valid is in the next draft unasked; one taken out stays out', async () => {
  const own = await withKeptPaper('ha-nam')
  const { citizen, keptId, paperId } = own
  const { dossierId, officer, fileId } = await useAgain(own)
  const draft = await openDraft(citizen, { procedureCode: code })
  expect(draft.papers).toEqual([])
  await discardDraft(citizen, { id: draft.id })
  await judgePaper(officer, { dossierId, fileId, valid: true, note: 'không thời hạn' })
  const next = await openDraft(citizen, { procedureCode: code })
  expect(next.papers).toEqual([
    expect.objectContaining({ paperId, origin: expect.objectContaining({ keptId }) }),
  ])
  expect(next.todo).not.toContain(paperId)
  const [{ basis } = { basis: [] }] = await offerPapers(citizen, { draftId: next.id })
  expect(basis).toEqual([
    expect.objectContaining({ regulation: '30/2019/QĐ-UBND', article: '6', clause: '2' }),
  ])
  await detachFile(citizen, { id: next.id, paperId, fileId: next.papers[0]!.fileId })
  expect((await openDraft(citizen, { procedureCode: code })).papers).toEqual([])
})

test('AMB-43: a paper whose consent was taken back, or another’s, is not used', async () => {
  const own = await withKeptPaper('phu-tho')
  const { office, citizen, keptId, paperId } = own
  const stranger = await office.citizen()
  const theirs = await openDraft(stranger, { procedureCode: code })
  const asked = { draftId: theirs.id, paperId, keptId }
  await expect(usePaper(stranger, asked)).rejects.toBeInstanceOf(NotFound)
  await expect(usePaper(citizen, asked)).rejects.toBeInstanceOf(NotFound)
  await withdrawPaper(citizen, { id: keptId })
  const draft = await openDraft(citizen, { procedureCode: code })
  await expect(usePaper(citizen, { draftId: draft.id, paperId, keptId })).rejects.toBeInstanceOf(NotFound)
  expect(await offerPapers(citizen, { draftId: draft.id })).toEqual([])
})
