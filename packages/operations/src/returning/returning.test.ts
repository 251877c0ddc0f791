import { PDFDocument } from '@cantoo/pdf-lib'
import { instant } from '@motcua/calendar'
import { getDossier, getFileContent } from '@motcua/db'
import { NotFound, Refused, verdictOf, type Channel, type Dossier, type StaffRole } from '@motcua/domain'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { getDossier as getAtDesk } from '../dossier/get-dossier.ts'
import { getOwn } from '../dossier/get-own.ts'
import { readFile } from '../dossier/read-file.ts'
import { attachFile } from '../drafts/attach-file.ts'
import { accept } from '../intake/accept.ts'
import { enterAtCounter } from '../intake/enter-at-counter.ts'
import { submit } from '../intake/submit.ts'
import type { Context } from '../operation.ts'
import { makeAuthority, makeCertificate } from '../signatures/demonstration-keys.ts'
import { signatoryOf } from '../signatures/local-signatory.ts'
import type { KeyProvider } from '../signatures/signatory.ts'
import { signPdf } from '../signatures/sign-pdf.ts'
import { toPem } from '../signatures/trust-list.ts'
import { fillDraft, openOffices, type Province, type TestOffice } from '../testing.ts'
import { announceResult } from './announce-result.ts'
import { compareOriginals } from './compare-originals.ts'
import { correctResult } from './correct-result.ts'
import { getReturningTerms } from './get-terms.ts'
import { handOverResult } from './hand-over-result.ts'
import { recordResult } from './record-result.ts'
import { sealResult } from './seal-result.ts'

/** Đăng ký khai sinh is of level 4 or full, đăng ký kết hôn of level 3 or partial. */
const birth = '1.001193'
const marriage = '1.000894'

// Each test opens provinces of its own and compiles their law.
vi.setConfig({ testTimeout: 30_000 })

const { open } = await openOffices()
const long = { at: instant('2019-01-01T00:00:00+07:00'), years: 30 }
const authority = makeAuthority('Tổ chức chứng thực thử nghiệm', long.at)
const province = makeCertificate(authority, { name: 'Ủy ban nhân dân tỉnh', ...long })
const person = makeCertificate(authority, { name: 'Trần Thị Đan', ...long })
const keys: KeyProvider = { find: async () => signatoryOf(province, [authority.certificate]) }

let page: Uint8Array<ArrayBuffer>
let signedPage: Uint8Array<ArrayBuffer>
beforeAll(async () => {
  const document = await PDFDocument.create()
  document.addPage()
  page = new Uint8Array(await document.save())
  signedPage = await signPdf(page, {
    at: instant('2026-03-02T08:00:00+07:00'),
    reason: 'Nộp hồ sơ',
    location: 'Long An',
    signatory: signatoryOf(person, [authority.certificate]),
  })
})

const refusalOf = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Refused)
  return (error as Refused).refusal.code
}
const stateOf = (office: TestOffice, id: string): Promise<Dossier> =>
  office.db.read(office.tenant, (tx) => getDossier(tx, id))

interface Story {
  readonly office: TestOffice
  readonly citizen: Context
  readonly officer: Context
  readonly head: Context
  readonly dossierId: string
  readonly channel: Channel
  staff(role: StaffRole): Promise<Context>
}

/** A dossier filed online, accepted and decided with a document. */
async function decided(
  name: Province,
  procedure: string,
  { signed = false, decide = true, fees = false } = {},
): Promise<Story> {
  const office = await open(name)
  await office.reapply((folder) => ({
    ...folder,
    ...(!fees && { fees: [] }),
    trust: [{ path: 'trust/ca.pem', text: toPem('CERTIFICATE', authority.certificate) }],
  }))
  const citizen = await office.citizen()
  const draft = await fillDraft(citizen, procedure)
  if (signed) {
    const paperId = draft.procedure.papers.find(({ presentedOnly }) => !presentedOnly)!.id
    await attachFile(citizen, { draftId: draft.id, paperId, name: 'to-khai.pdf', bytes: signedPage })
  }
  const { dossierId } = await submit(citizen, { draftId: draft.id })
  return goOn(office, citizen, dossierId, decide)
}

async function goOn(
  office: TestOffice,
  citizen: Context,
  dossierId: string,
  decide: boolean,
): Promise<Story> {
  const { agencyId, returnChannel: channel } = await stateOf(office, dossierId)
  const staff = async (role: StaffRole) => ({ ...(await office.staff(agencyId, role)), keys })
  const officer = await staff('one-stop-officer')
  await accept(officer, { dossierId })
  if (decide) {
    const document = { name: 'ket-qua.pdf', bytes: page }
    await recordResult(officer, { dossierId, outcome: 'granted', document })
  }
  return { office, citizen, officer, head: await staff('one-stop-head'), dossierId, channel, staff }
}

/** What an officer enters for each way, so that only the law can stand against it. */
function entry({ citizen, dossierId, channel: chosen }: Story, channel: Channel) {
  const who = citizen.actor.kind === 'citizen' ? citizen.actor.fullName : ''
  return {
    dossierId,
    channel,
    ...(channel === 'counter' && { to: 'Trần Thị Đan', identity: 'citizen-card' as const }),
    ...(channel === 'counter' && who !== 'Trần Thị Đan' && { mandate: 'Giấy ủy quyền' }),
    ...(channel === 'postal' && { proof: 'EB123456789VN' }),
    ...(channel !== chosen && { change: 'Người nộp đề nghị' }),
    dossierChecked: true,
  }
}

/** On the day itself nothing is early. */
const onTheDay = (story: Story) => story.office.at('2026-06-30T09:00:00+07:00')

describe('AMB-26: the originals are compared', () => {
  const needed = async (story: Story) =>
    (await getReturningTerms(story.officer, { id: story.dossierId })).originals.needed

  test('PT20-13.1: at level 3, and not at level 4', async () => {
    expect(await needed(await decided('phu-tho', marriage))).toBe(true)
    expect(await needed(await decided('phu-tho', birth))).toBe(false)
  })

  test('LA19-8.3: where the dossier was neither signed nor sent by post', async () => {
    expect(await needed(await decided('long-an', birth))).toBe(true)
    expect(await needed(await decided('long-an', birth, { signed: true }))).toBe(false)
  })

  test('HN19-7.2.2: at level 3, where sector law has a paper shown', async () => {
    expect(await needed(await decided('ha-nam', marriage))).toBe(true)
    expect(await needed(await decided('ha-nam', birth))).toBe(false)
  })

  test('TQ25-17.4: where sector law has a paper shown, by an original, a principal or a certified copy', async () => {
    const office = await open('tuyen-quang')
    const agencyId = await communeOf(office)
    const officer = await office.staff(agencyId)
    const enter = async (procedureCode: string) => {
      const { procedures } = officer.tenant
      const offered = procedures.get(procedureCode)!
      const { dossierId } = await enterAtCounter(officer, {
        key: crypto.randomUUID(),
        procedureCode,
        caseId: offered.procedure.cases[0]!.id,
        agencyId,
        applicant: { fullName: 'Trần Thị Đan', citizenId: '080185000123' },
        handedIn: offered.procedure.papers.filter(({ required }) => required).map(({ id }) => id),
        returnChannel: 'counter',
      })
      return (await getReturningTerms(officer, { id: dossierId })).originals
    }
    const { needed, accepted } = await enter(marriage)
    expect(needed).toBe(true)
    expect(accepted.toSorted()).toEqual(['certified-copy', 'original', 'principal-copy'])
  })

  test('before the result is in anybody’s hands: until then it is withheld, at the desk and on the portal', async () => {
    const story = await decided('phu-tho', marriage)
    onTheDay(story)
    const { officer, dossierId } = story
    expect(await refusalOf(handOverResult(officer, entry(story, 'counter')))).toBe('originals-not-compared')
    const compare = (outcome: 'match' | 'differ', note?: string) =>
      compareOriginals(officer, { dossierId, outcome, shown: 'original', ...(note && { note }) })
    await compare('differ', 'Ngày sinh khác')
    expect(await refusalOf(handOverResult(officer, entry(story, 'counter')))).toBe('originals-differ')
    await compare('match')
    await handOverResult(officer, entry(story, 'counter'))
    expect(await stateOf(story.office, dossierId)).toMatchObject({ phase: 'returned' })
  })

  test('never before acceptance: TQ19-12.1b has a photograph suffice to file', async () => {
    const office = await open('phu-tho')
    const citizen = await office.citizen()
    const draft = await fillDraft(citizen, marriage)
    const { dossierId } = await submit(citizen, { draftId: draft.id })
    const officer = await office.staff((await stateOf(office, dossierId)).agencyId)
    expect((await getAtDesk(officer, { id: dossierId })).deeds).not.toContain('compare-originals')
    expect(
      await refusalOf(compareOriginals(officer, { dossierId, outcome: 'match', shown: 'original' })),
    ).toBe('dossier-not-accepted')
  })
})

async function communeOf(office: TestOffice): Promise<string> {
  const { tenant } = await office.visitor()
  return tenant.procedures.get(marriage)!.agencies[0]!.id
}

test('LA19-8.3: a signature that was broken makes the dossier an unsigned one', async () => {
  const office = await open('long-an')
  await office.reapply((folder) => ({
    ...folder,
    fees: [],
    trust: [{ path: 'trust/ca.pem', text: toPem('CERTIFICATE', authority.certificate) }],
  }))
  const citizen = await office.citizen()
  const draft = await fillDraft(citizen, birth)
  const paperId = draft.procedure.papers.find(({ presentedOnly }) => !presentedOnly)!.id
  const broken = new Uint8Array(signedPage)
  broken[page.length - 20]! ^= 1
  for (const [name, bytes] of [
    ['nguyen-ven.pdf', signedPage],
    ['bi-sua.pdf', broken],
  ] as const)
    await attachFile(citizen, { draftId: draft.id, paperId, name, bytes })
  const { dossierId } = await submit(citizen, { draftId: draft.id })
  const story = await goOn(office, citizen, dossierId, true)
  const terms = await getReturningTerms(story.officer, { id: dossierId })
  expect(terms.originals.needed).toBe(true)
  expect(terms.channels).not.toContain('email')
})

describe('the ways a result comes back', () => {
  const ways = async (story: Story) =>
    (await getReturningTerms(story.officer, { id: story.dossierId })).channels.toSorted()

  test('PT20-13.1 and 13.2: at level 3 the counter, at level 4 e-mail, portal or post', async () => {
    expect(await ways(await decided('phu-tho', marriage))).toEqual(['counter'])
    expect(await ways(await decided('phu-tho', birth))).toEqual(['email', 'portal', 'postal'])
  })

  test('HN19-10.2a, HN19-10.2b, HN19-7.3b: at level 3 the counter or the post, at level 4 portal, e-mail or post', async () => {
    expect(await ways(await decided('ha-nam', marriage))).toEqual(['counter', 'postal'])
    expect(await ways(await decided('ha-nam', birth))).toEqual(['email', 'portal', 'postal'])
  })

  test('LA19-10.2b, LA19-10.2b.2: an electronic result only of level 4 and a signed dossier', async () => {
    expect(await ways(await decided('long-an', birth))).toEqual(['counter', 'postal'])
    expect(await ways(await decided('long-an', marriage, { signed: true }))).toEqual(['counter', 'postal'])
    expect(await ways(await decided('long-an', birth, { signed: true }))).toEqual([
      'counter',
      'email',
      'portal',
      'postal',
      'zalo',
    ])
  })

  test('LA19-10.2c: without a wish the result is paper and fetched at the counter', async () => {
    expect((await decided('long-an', birth)).channel).toBe('counter')
  })

  test('and no other: what the law does not open is refused', async () => {
    const story = await decided('phu-tho', marriage)
    onTheDay(story)
    await compareOriginals(story.officer, { dossierId: story.dossierId, outcome: 'match', shown: 'original' })
    expect(await refusalOf(handOverResult(story.officer, entry(story, 'postal')))).toBe('channel-not-allowed')
  })
})

describe('LA19-16.1: an early return', () => {
  test('ND61-20.4: by post comes after notice, as the officer records it', async () => {
    const story = await decided('long-an', birth, { signed: true })
    story.office.at('2026-03-02T10:00:00+07:00')
    expect(await refusalOf(handOverResult(story.officer, entry(story, 'postal')))).toBe(
      'early-return-not-announced',
    )
    await announceResult(story.officer, { dossierId: story.dossierId, how: 'phone', note: 'gặp bà Đan' })
    await handOverResult(story.officer, entry(story, 'postal'))
    expect(await stateOf(story.office, story.dossierId)).toMatchObject({
      phase: 'returned',
      handOver: { channel: 'postal', proof: 'EB123456789VN' },
    })
  })
})

describe('a signed result', () => {
  test('PT20-13.2: is what goes out by portal at level 4, signed by the province and read by the applicant', async () => {
    const story = await decided('phu-tho', birth)
    onTheDay(story)
    const { officer, head, citizen, dossierId } = story
    expect(await refusalOf(handOverResult(officer, entry(story, 'portal')))).toBe('result-not-sealed')
    await sealResult(head, { dossierId })
    const dossier = await stateOf(story.office, dossierId)
    if (!('result' in dossier)) throw new Error('no result')
    const { document, seal } = dossier.result
    expect(seal).toMatchObject({ signer: 'Ủy ban nhân dân tỉnh', by: 'Nguyễn Thanh Hòa' })
    expect(verdictOf(document!.signatures!)).toBe('valid')
    const bytes = await story.office.db.read(story.office.tenant, (tx) =>
      getFileContent(tx, document!.fileId),
    )
    expect(bytes.subarray(0, page.length).equals(page)).toBe(true)

    await expect(readFile(citizen, { fileId: document!.fileId })).rejects.toBeInstanceOf(NotFound)
    expect((await getOwn(citizen, { id: dossierId })).result).not.toHaveProperty('document')
    await handOverResult(officer, entry(story, 'portal'))
    expect((await readFile(citizen, { fileId: document!.fileId })).bytes.length).toBe(bytes.length)
    expect((await getOwn(citizen, { id: dossierId })).result?.document?.fileId).toBe(document!.fileId)
  })

  test('is sealed by a head or a leader, once, and only where there is a certificate and a PDF', async () => {
    const story = await decided('phu-tho', birth)
    const { officer, head, dossierId } = story
    await expect(sealResult(officer, { dossierId })).rejects.toThrow('not allowed')
    expect(await refusalOf(sealResult({ ...head, keys: undefined }, { dossierId }))).toBe(
      'no-sealing-certificate',
    )
    const none = { ...head, keys: { find: async () => undefined } }
    expect(await refusalOf(sealResult(none, { dossierId }))).toBe('no-sealing-certificate')
    const twice = await Promise.allSettled([
      sealResult(head, { dossierId }),
      sealResult(await story.staff('leader'), { dossierId }),
    ])
    expect(twice.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })
})

test('HN19-10.3b: a fee that was demanded is paid before the result is returned', async () => {
  const story = await decided('ha-nam', birth, { fees: true })
  onTheDay(story)
  expect((await stateOf(story.office, story.dossierId)).fee).toBeDefined()
  expect(await refusalOf(handOverResult(story.officer, entry(story, 'postal')))).toBe('fee-unpaid')
})

describe('HN19-10.3b: at level 4 the dossier is complete', () => {
  test('after its data were looked at once more', async () => {
    const story = await decided('ha-nam', birth)
    onTheDay(story)
    const { dossierChecked: _, ...unchecked } = entry(story, 'postal')
    expect(await refusalOf(handOverResult(story.officer, unchecked))).toBe('dossier-not-checked')
    await handOverResult(story.officer, entry(story, 'postal'))
  })
})

describe('a result', () => {
  test('is handed over once, whoever presses at the same moment', async () => {
    const story = await decided('phu-tho', marriage)
    onTheDay(story)
    await compareOriginals(story.officer, { dossierId: story.dossierId, outcome: 'match', shown: 'original' })
    const both = await Promise.allSettled([
      handOverResult(story.officer, entry(story, 'counter')),
      handOverResult(story.head, entry(story, 'counter')),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test('ND61-21: that was wrong is replaced, withheld again and handed over anew, and asks for no fee', async () => {
    const story = await decided('phu-tho', marriage)
    onTheDay(story)
    const { officer, head, dossierId } = story
    await compareOriginals(officer, { dossierId, outcome: 'match', shown: 'original' })
    await handOverResult(officer, entry(story, 'counter'))
    const before = await stateOf(story.office, dossierId)
    await expect(correctResult(officer, { dossierId, reason: 'Sai tên' })).rejects.toThrow('not allowed')
    const document = { name: 'dinh-chinh.pdf', bytes: page }
    await correctResult(head, { dossierId, reason: 'Sai tên đệm', document })
    const after = await stateOf(story.office, dossierId)
    expect(after).toMatchObject({
      phase: 'decided',
      result: { document: { name: 'dinh-chinh.pdf' }, corrections: [{ reason: 'Sai tên đệm' }] },
    })
    expect(after.fee).toEqual(before.fee)
    await handOverResult(officer, entry(story, 'counter'))
    expect(await stateOf(story.office, dossierId)).toMatchObject({ phase: 'returned' })
  })

  test('of another body is not found', async () => {
    const story = await decided('phu-tho', birth)
    const other = [...story.officer.tenant.agencies.values()].find(
      ({ id, level }) =>
        level === 'commune' && story.officer.actor.kind === 'staff' && id !== story.officer.actor.agencyId,
    )!
    const stranger = await story.office.staff(other.id)
    await expect(handOverResult(stranger, entry(story, 'portal'))).rejects.toBeInstanceOf(NotFound)
    await expect(getReturningTerms(stranger, { id: story.dossierId })).rejects.toBeInstanceOf(NotFound)
  })
})

test('LA19-6.2: the signature of an uploaded paper is looked at as it comes in, and its outcome kept', async () => {
  const story = await decided('long-an', birth, { signed: true })
  const dossier = await stateOf(story.office, story.dossierId)
  const signed = dossier.papers.find(({ signatures }) => signatures)!
  expect(signed).toMatchObject({
    name: 'to-khai.pdf',
    signatures: [{ signer: 'Trần Thị Đan', integrity: 'intact', trust: 'trusted', extent: 'whole' }],
  })
})
