import type { Instant } from '@motcua/calendar'
import type { AcceptedDossier, Attachment, LegalClock, Paper } from '@motcua/domain'
import { expect, test } from 'vitest'
import type { AgencyView, TenantView } from '../views.ts'
import { buildReceiptSlip } from './receipt-slip.ts'

const at = '2026-08-04T09:30:00+07:00' as Instant
const clock: LegalClock = {
  startedAt: at,
  dueAt: at,
  why: {
    question: 'processing.due',
    facts: {},
    answer: at,
    basis: [],
    path: 'answered',
    provisional: false,
    program: 'p',
    because: [],
  },
}

const paper = (id: string): Paper => ({
  id,
  name: `Giấy ${id}`,
  originals: 1,
  copies: 0,
  required: true,
  presentedOnly: false,
})
const file = (paperId: string, fileId: string): Attachment => ({
  paperId,
  fileId,
  name: `${fileId}.pdf`,
  type: 'application/pdf',
  bytes: 1,
  sha256: '',
})

const dossier: AcceptedDossier = {
  phase: 'processing',
  id: 'd',
  submissionNo: 'LA-1',
  code: 'H39.21.01-260804-0001',
  procedure: {
    code: '1.001193',
    name: 'Đăng ký khai sinh',
    field: 'Hộ tịch',
    level: '4',
    caseId: 'c',
    caseName: 'Thông thường',
    limit: { n: 0, unit: 'working-day' },
  },
  agencyId: 'a',
  applicant: { fullName: 'Trần Thị Đan', citizenId: '080185000123' },
  mode: 'counter',
  answers: {},
  papers: [file('b', '1'), file('a', '2'), file('a', '3')],
  handedIn: ['c', 'a'],
  returnChannel: 'counter',
  submittedAt: at,
  attempt: 1,
  intakeClock: clock,
  acceptedAt: at,
  acceptedBy: 'account-1',
  processingClock: clock,
  version: 2,
}

test('the slip lists what was handed in, in the order of the procedure, and nothing that was not', () => {
  const slip = buildReceiptSlip(dossier, {
    tenant: {} as TenantView,
    agency: {} as AgencyView,
    papers: ['a', 'b', 'c', 'd'].map(paper),
    acceptedBy: 'Nguyễn Thanh Hòa',
    lookupUrl: 'http://long-an.localhost/look-up',
  })
  expect(slip.papers).toEqual([
    { name: 'Giấy a', files: 2, handedIn: true },
    { name: 'Giấy b', files: 1 },
    { name: 'Giấy c', files: 0, handedIn: true },
  ])
  expect([slip.code, slip.acceptedBy, slip.clock.dueAt]).toEqual([
    'H39.21.01-260804-0001',
    'Nguyễn Thanh Hòa',
    at,
  ])
})
