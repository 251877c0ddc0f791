import { getDossier } from '@motcua/db'
import { NotFound } from '@motcua/domain'
import { expect, test, vi } from 'vitest'
import { attachFile } from '../drafts/attach-file.ts'
import { accept } from '../intake/accept.ts'
import { submit } from '../intake/submit.ts'
import { compareOriginals } from '../returning/compare-originals.ts'
import { handOverResult } from '../returning/hand-over-result.ts'
import { recordResult } from '../returning/record-result.ts'
import { fillDraft, openOffices, pdf } from '../testing.ts'
import { keepPapers } from './keep-papers.ts'
import { listKeepable, listPapers } from './list-papers.ts'
import { withdrawPaper } from './withdraw-paper.ts'

// Each test opens provinces of its own and compiles their law.
vi.setConfig({ testTimeout: 30_000 })

const { open } = await openOffices()

async function settled({ outcome = 'granted' as 'granted' | 'rejected', returned = true } = {}) {
  const office = await open('phu-tho')
  await office.reapply((folder) => ({ ...folder, fees: [] }))
  const citizen = await office.citizen()
  const draft = await fillDraft(citizen, '1.000894')
  const { id: paperId } = draft.procedure.papers.find(({ presentedOnly }) => !presentedOnly)!
  await attachFile(citizen, { draftId: draft.id, paperId, name: 'to-khai.pdf', bytes: pdf })
  const { dossierId } = await submit(citizen, { draftId: draft.id })
  const { agencyId } = await office.db.read(office.tenant, (tx) => getDossier(tx, dossierId))
  const officer = await office.staff(agencyId)
  await accept(officer, { dossierId })
  const document = { name: 'ket-qua.pdf', bytes: pdf }
  await recordResult(officer, { dossierId, outcome, note: 'x', document })
  await compareOriginals(officer, { dossierId, outcome: 'match', shown: 'original' })
  if (returned) {
    office.at('2026-06-30T09:00:00+07:00')
    const mandate = 'Giấy ủy quyền'
    const taken = { to: 'Trần Thị Đan', identity: 'citizen-card', mandate } as const
    await handOverResult(officer, { dossierId, channel: 'counter', ...taken })
  }
  return { office, citizen, dossierId }
}

test('TQ25-6.2c: papers of a settled dossier are kept with the consent to each, and no others', async () => {
  const { citizen, dossierId } = await settled()
  const offered = await listKeepable(citizen, { dossierId })
  expect(offered.papers[0]).toMatchObject({ kind: 'result', kept: false })
  expect(offered.papers.length).toBeGreaterThan(1)
  const [result, paper] = offered.papers
  await keepPapers(citizen, { dossierId, fileIds: [result!.fileId] })
  await keepPapers(citizen, { dossierId, fileIds: [result!.fileId] })
  expect((await listPapers(citizen, {})).papers.map(({ fileId }) => fileId)).toEqual([result!.fileId])
  const now = (await listKeepable(citizen, { dossierId })).papers
  expect(now.find(({ fileId }) => fileId === result!.fileId)?.kept).toBe(true)
  expect(now.find(({ fileId }) => fileId === paper!.fileId)?.kept).toBe(false)
})

test('AMB-43: a consent is taken back, once, and may be given again', async () => {
  const { citizen, dossierId } = await settled()
  const fileIds = (await listKeepable(citizen, { dossierId })).papers.map(({ fileId }) => fileId)
  await keepPapers(citizen, { dossierId, fileIds })
  const [first, ...rest] = (await listPapers(citizen, {})).papers
  await withdrawPaper(citizen, { id: first!.id })
  expect((await listPapers(citizen, {})).papers).toHaveLength(rest.length)
  await expect(withdrawPaper(citizen, { id: first!.id })).rejects.toBeInstanceOf(NotFound)
  await keepPapers(citizen, { dossierId, fileIds: [first!.fileId] })
  expect((await listPapers(citizen, {})).papers).toHaveLength(fileIds.length)
})

test('TQ25-6.2c: nothing is kept of a dossier that is not settled, was rejected, or is another’s', async () => {
  for (const story of [{ returned: false }, { outcome: 'rejected' as const }]) {
    const { citizen, office, dossierId } = await settled(story)
    expect((await listKeepable(citizen, { dossierId })).papers).toEqual([])
    const { papers } = await office.db.read(office.tenant, (tx) => getDossier(tx, dossierId))
    await expect(keepPapers(citizen, { dossierId, fileIds: [papers[0]!.fileId] })).rejects.toMatchObject({
      refusal: { code: 'result-not-recorded' },
    })
  }
  const { office, dossierId, citizen } = await settled()
  const [paper] = (await listKeepable(citizen, { dossierId })).papers
  const stranger = await office.citizen()
  await expect(listKeepable(stranger, { dossierId })).rejects.toBeInstanceOf(NotFound)
  await expect(keepPapers(stranger, { dossierId, fileIds: [paper!.fileId] })).rejects.toBeInstanceOf(NotFound)
  await keepPapers(citizen, { dossierId, fileIds: [paper!.fileId] })
  const [kept] = (await listPapers(citizen, {})).papers
  await expect(withdrawPaper(stranger, { id: kept!.id })).rejects.toBeInstanceOf(NotFound)
})
