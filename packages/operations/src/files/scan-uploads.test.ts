import { expect, test } from 'vitest'
import { attachFile } from '../drafts/attach-file.ts'
import { getDraft } from '../drafts/get-draft.ts'
import { openDraft } from '../drafts/open-draft.ts'
import { openOffices, pdf } from '../testing.ts'
import { scanUploads, type Scan } from './scan-uploads.ts'

const { open } = await openOffices()
const infected: Scan = async () => ({ found: 'Eicar-Test-Signature' })
const away: Scan = () => Promise.reject(new Error('ClamAV does not answer'))

test('every file of an input is looked at, wherever it stands', async () => {
  const seen: number[] = []
  const scan: Scan = async (bytes) => (seen.push(bytes.length), {})
  const bytes = (n: number) => new Uint8Array(n)
  await scanUploads(scan, {
    bytes: bytes(1),
    scans: [{ name: 'a.pdf', bytes: bytes(2) }, { deep: { document: { name: 'b.pdf', bytes: bytes(3) } } }],
    note: 'no file',
    nothing: null,
  })
  expect(seen).toEqual([1, 2, 3])
})

test('an infected file is refused with its name and what was found in it', async () => {
  const input = { scans: [{ name: 'giấy.pdf', bytes: pdf }] }
  await expect(scanUploads(infected, input)).rejects.toMatchObject({
    refusal: {
      code: 'file-not-accepted',
      data: { fault: 'infected', name: 'giấy.pdf', found: 'Eicar-Test-Signature' },
    },
  })
})

test('nothing is stored of an infected file, nor of one that could not be scanned, and nothing else is lost', async () => {
  const office = await open('long-an')
  const citizen = await office.citizen()
  const draft = await openDraft(citizen, { procedureCode: [...citizen.tenant.procedures.keys()][0]! })
  const { id: paperId } = draft.procedure.papers.find(({ presentedOnly }) => !presentedOnly)!
  const attach = (scan?: Scan) =>
    attachFile({ ...citizen, scan }, { draftId: draft.id, paperId, name: 'a.pdf', bytes: pdf })
  await attach()
  await expect(attach(infected)).rejects.toMatchObject({ refusal: { data: { fault: 'infected' } } })
  await expect(attach(away)).rejects.toMatchObject({ refusal: { data: { fault: 'not-scanned' } } })
  expect((await getDraft(citizen, { id: draft.id })).papers).toHaveLength(1)
  expect((await attach(async () => ({}))).papers).toHaveLength(2)
})
