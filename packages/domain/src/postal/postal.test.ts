import { instant } from '@motcua/calendar'
import { expect, test } from 'vitest'
import { clock } from '../dossier/examples.ts'
import { fold } from '../dossier/evolve.ts'
import type { DossierEvent } from '../dossier/events.ts'
import { nationalStatus } from '../exchange/national-status.ts'
import type { Paper } from '../procedure/procedure.ts'
import {
  collectDossier,
  confirmCollection,
  fileCollection,
  giveBackCollection,
  handOverCollection,
  type Collection,
  type CollectionTerms,
} from './collection.ts'
import { attemptDelivery, returnConsignment, type Consignment } from './consignment.ts'
import { countAgainst, lackingPapers } from './count.ts'
import { prepareHandover, signHandover, type Handover } from './handover.ts'
import type { Mandate } from './mandate.ts'

const at = instant('2026-03-02T09:00:00+07:00')
const basis = [{ regulation: '30/2019/QĐ-UBND', article: '19', clause: '3' }]
const officer = { accountId: 'a1', fullName: 'Trần Văn Thư' }

const paper = (id: string, more: Partial<Paper> = {}): Paper => ({
  id,
  name: id,
  originals: 1,
  copies: 0,
  required: true,
  presentedOnly: false,
  ...more,
})
const papers = [
  paper('to-khai'),
  paper('ban-sao', { originals: 0, copies: 2 }),
  paper('kem', { required: false }),
  paper('xuat-trinh', { presentedOnly: true }),
]
const terms: CollectionTerms = {
  offered: true,
  places: ['postal-outlet', 'customer-address'],
  papers,
  receipt: {
    options: ['counter', 'email', 'zalo', 'sms', 'postal-delivery'],
    exactlyOne: true,
    basis,
  },
}
const command: Omit<Collection, 'phase'> = {
  id: 'c1',
  no: 'BC-260302-0001',
  officer,
  procedureCode: '1.004873',
  caseId: 'thong-thuong',
  agencyId: 'ubnd',
  applicant: { fullName: 'Trần Thị Đan', citizenId: '080185000123', phone: '0900000039' },
  answers: {},
  counted: [
    { paperId: 'to-khai', originals: 1, copies: 0 },
    { paperId: 'ban-sao', originals: 0, copies: 2 },
  ],
  photos: [],
  receipt: ['sms'],
  returnChannel: 'postal',
  place: 'customer-address',
  prepaid: { fees: 8000, returnPostage: 26000 },
  collectedAt: at,
}
const mandate: Mandate = {
  agent: { kind: 'postal-officer', ...officer },
  scopes: ['file', 'receive-slip'],
  givenAt: at,
  proof: { fileId: 'f1' },
}

const counted = (change: Partial<Collection> = {}): Collection => ({
  ...command,
  phase: 'counted',
  ...change,
})
const granted = <T>(decision: { granted: true; events: readonly T[] } | { granted: false }): T => {
  if (!decision.granted) throw new Error('refused')
  return decision.events[0]!
}

test('HN19-11.1b: papers are counted against the published list, what is only shown aside', () => {
  const lines = countAgainst(papers, [
    { paperId: 'to-khai', originals: 1, copies: 0 },
    { paperId: 'ban-sao', originals: 0, copies: 1 },
    { paperId: 'la', originals: 5, copies: 0 },
  ])
  expect(lines.map(({ paperId, state }) => [paperId, state])).toEqual([
    ['to-khai', 'complete'],
    ['ban-sao', 'short'],
    ['kem', 'not-needed'],
  ])
  expect(lackingPapers(lines).map(({ paperId }) => paperId)).toEqual(['ban-sao'])
})

test('a copy does not stand for an original, and an original stands for a copy', () => {
  const [one] = countAgainst([paper('to-khai')], [{ paperId: 'to-khai', originals: 0, copies: 1 }])
  const [two] = countAgainst(
    [paper('ban-sao', { originals: 0, copies: 1 })],
    [{ paperId: 'ban-sao', originals: 1, copies: 0 }],
  )
  expect([one!.state, two!.state]).toEqual(['short', 'complete'])
})

test('HN19-11.1d: a count that lacks papers is kept, and cannot be confirmed until they are there', () => {
  const short = granted(collectDossier({ ...command, counted: [] }, terms))
  expect(short.phase).toBe('counted')
  expect(confirmCollection(short, mandate, terms)).toMatchObject({
    refusal: { code: 'papers-missing', data: { papers: ['to-khai', 'ban-sao'] } },
  })
})

test('LA19-19.3: the applicant chooses exactly one way to get the slip', () => {
  const code = 'receipt-option-not-single'
  expect(collectDossier({ ...command, receipt: [] }, terms)).toMatchObject({ refusal: { code } })
  expect(collectDossier({ ...command, receipt: ['sms', 'counter'] }, terms)).toMatchObject({
    refusal: { code },
  })
  expect(collectDossier({ ...command, receipt: ['sms'] }, terms)).toMatchObject({ granted: true })
  expect(collectDossier({ ...command, receipt: ['kiosk'] }, terms)).toMatchObject({
    refusal: { code: 'channel-not-allowed' },
  })
})

test('LA19-19.3b: a slip by e-mail needs an address to send it to', () => {
  expect(collectDossier({ ...command, receipt: ['email'] }, terms)).toMatchObject({
    refusal: { code: 'receipt-option-unreachable', data: { channel: 'email' } },
  })
})

test('where the province says nothing of the slip, nothing need be chosen', () => {
  const silent = { ...terms, receipt: { options: [], exactlyOne: false, basis: [] } }
  expect(collectDossier({ ...command, receipt: [] }, silent)).toMatchObject({ granted: true })
})

test('LA19-19.1: the post collects only where the regulation lets it', () => {
  expect(
    collectDossier({ ...command, place: 'customer-address' }, { ...terms, places: ['postal-outlet'] }),
  ).toMatchObject({
    refusal: { code: 'postal-place-not-allowed' },
  })
  expect(collectDossier(command, { ...terms, offered: false })).toMatchObject({
    refusal: { code: 'postal-not-offered' },
  })
})

test('LA19-19.2: nothing is filed without the applicant’s mandate, and nothing handed over that was not filed', () => {
  expect(fileCollection(counted(), { dossierId: 'd', at })).toMatchObject({
    refusal: { code: 'mandate-missing' },
  })
  expect(handOverCollection(granted(confirmCollection(counted(), mandate, terms)), { at })).toMatchObject({
    refusal: { code: 'collection-moved-on' },
  })
  const there = granted(
    handOverCollection(
      granted(fileCollection(granted(confirmCollection(counted(), mandate, terms)), { dossierId: 'd', at })),
      { at },
    ),
  )
  expect(there).toMatchObject({ phase: 'handed-over', dossierId: 'd', mandate })
})

test('what was filed cannot be given back by the post, and a giving back has a reason', () => {
  expect(giveBackCollection(counted({ phase: 'filed' }), { at, reason: 'đổi ý' })).toMatchObject({
    refusal: { code: 'collection-moved-on' },
  })
  expect(giveBackCollection(counted(), { at, reason: ' ' })).toMatchObject({
    refusal: { code: 'reason-missing' },
  })
  expect(granted(giveBackCollection(counted(), { at, reason: 'Còn thiếu giấy tờ' })).phase).toBe('given-back')
})

const submission: DossierEvent = {
  type: 'DossierSubmitted',
  id: 'd',
  at,
  submissionNo: '260302-7KQ2-M9XD',
  procedure: {
    code: '1.004873',
    name: 'Cấp Giấy xác nhận tình trạng hôn nhân',
    field: 'Hộ tịch',
    level: '4',
    caseId: 'thong-thuong',
    caseName: 'Thông thường',
    limit: { n: 3, unit: 'working-day' },
  },
  agencyId: 'ubnd',
  applicant: command.applicant,
  mode: 'postal',
  answers: {},
  papers: [],
  returnChannel: 'postal',
  intakeClock: clock(at, null),
}

const record: Omit<Handover, 'signed'> = {
  id: 'h1',
  no: 'BB-260302-0001',
  officer,
  agencyId: 'ubnd',
  preparedAt: at,
  lines: ['c1', 'c2'].map((collectionId) => ({
    collectionId,
    collectionNo: collectionId,
    applicantName: 'Trần Thị Đan',
    procedureName: 'Xác nhận tình trạng hôn nhân',
    sheets: 3,
  })),
}
const signature = { at, accountId: 's1', by: 'Lê Minh Tâm', missing: [] }

test('a hand-over record is signed once, with at least one dossier on the table', () => {
  const prepared = granted(prepareHandover(record))
  const signed = granted(signHandover(prepared, signature))
  expect(signHandover(signed, signature)).toMatchObject({ refusal: { code: 'handover-already-signed' } })
  expect(signHandover(prepared, { ...signature, missing: ['c1', 'c2'], note: 'thiếu' })).toMatchObject({
    refusal: { code: 'handover-empty' },
  })
  expect(prepareHandover({ ...record, lines: [] })).toMatchObject({ refusal: { code: 'handover-empty' } })
})

test('what did not lie on the table is written down with the reason', () => {
  const prepared = granted(prepareHandover(record))
  expect(signHandover(prepared, { ...signature, missing: ['c2'] })).toMatchObject({
    refusal: { code: 'reason-missing' },
  })
  expect(
    granted(signHandover(prepared, { ...signature, missing: ['c2', 'la'], note: 'Chưa thấy' })).signed,
  ).toMatchObject({ missing: ['c2'] })
})

const consignment: Consignment = {
  id: 'k1',
  no: 'RL123456789VN',
  dossierId: 'd',
  dossierNo: 'H35.01-260302-0001',
  what: 'result',
  agencyId: 'ubnd',
  officer,
  to: { fullName: 'Trần Thị Đan' },
  takenAt: at,
  attempts: [],
  phase: 'on-the-way',
}

test('a consignment is delivered once, and comes back only after it was tried', () => {
  expect(returnConsignment(consignment)).toMatchObject({ refusal: { code: 'delivery-not-tried' } })
  const tried = granted(attemptDelivery(consignment, { at, outcome: 'failed', note: 'Không có nhà' }))
  expect(granted(returnConsignment(tried)).phase).toBe('returned')
  const delivered = granted(attemptDelivery(tried, { at, outcome: 'delivered', note: 'Trần Thị Đan' }))
  expect([delivered.phase, delivered.attempts.length]).toEqual(['delivered', 2])
  expect(attemptDelivery(delivered, { at, outcome: 'failed', note: 'x' })).toMatchObject({
    refusal: { code: 'consignment-over' },
  })
})

test('the paper’s way leaves the dossier where it stands, and says where each thing is', () => {
  const by = 'Trần Văn Thư'
  const no = 'RL123456789VN'
  const dossier = fold([
    submission,
    { type: 'PaperReceived', at, by: 'Lê Minh Tâm', recordNo: 'BB-1', broughtBy: by },
    { type: 'ConsignmentTaken', at, by, no, what: 'slip' },
    { type: 'DeliveryTried', at, by, no, outcome: 'failed', note: 'Không có nhà' },
    { type: 'DeliveryTried', at, by, no, outcome: 'delivered', note: 'Trần Thị Đan' },
  ])
  expect(dossier).toMatchObject({
    phase: 'submitted',
    version: 5,
    custody: {
      received: { recordNo: 'BB-1' },
      consignments: [{ no, phase: 'delivered', to: 'Trần Thị Đan' }],
    },
  })
  expect(nationalStatus(dossier)).toBe(1)
})
