// A dossier of the office as the tests of this folder tell its story.
import { day, instant, type Instant } from '@motcua/calendar'
import type { Determination, LegalClock } from '../determination.ts'
import type { Attachment } from '../intake/attachment.ts'
import type { Form } from '../intake/form.ts'
import type { Paper } from '../procedure/procedure.ts'
import type { Dossier } from './dossier.ts'
import type { DossierEvent } from './events.ts'
import { fold } from './evolve.ts'
import type { SubmissionTerms, SubmitDossier } from '../intake/submit-dossier.ts'

export const at = (time: string, on = '2026-08-04'): Instant => instant(`${on}T${time}:00+07:00`)

export function why<Answer>(question: string, answer: Answer): Determination<Answer> {
  const basis = [{ regulation: '31/2020/QĐ-UBND', article: '9', clause: '2', point: 'a' }]
  return {
    question,
    facts: {},
    answer,
    basis,
    path: 'answered',
    provisional: false,
    program: 'p',
    because: [],
  }
}

export const clock = (startedAt: Instant, dueAt: Instant | null): LegalClock => ({
  startedAt,
  dueAt,
  why: why('intake.decision', dueAt),
})

export const form: Form = {
  id: 'birth',
  pages: [
    {
      id: 'child',
      title: { vi: 'Người được khai sinh', en: 'The child' },
      fields: [{ id: 'childName', kind: 'text', label: { vi: 'Họ tên', en: 'Name' }, optional: false }],
    },
  ],
}

const paper = (id: string, more: Partial<Paper> = {}): Paper => ({
  id,
  name: id,
  originals: 1,
  copies: 0,
  required: true,
  presentedOnly: false,
  ...more,
})

export const papers: readonly Paper[] = [
  paper('giay-chung-sinh'),
  paper('can-cuoc', { presentedOnly: true }),
  paper('van-ban-uy-quyen', { required: false }),
]

export const attached = (paperId: string): Attachment => ({
  paperId,
  fileId: `file-${paperId}`,
  name: `${paperId}.pdf`,
  type: 'application/pdf',
  bytes: 1000,
  sha256: '0'.repeat(64),
})

export const submission: SubmitDossier = {
  id: 'd-1',
  at: at('09:00'),
  submissionNo: '260804-7KQ2-M9XD',
  procedure: {
    code: '1.001193',
    name: 'Đăng ký khai sinh',
    field: 'Hộ tịch',
    level: 'full',
    caseId: 'thong-thuong',
    caseName: 'Thông thường',
    limit: { n: 1, unit: 'working-day' },
  },
  agencyId: 'xa-1',
  applicant: { accountId: 'a-1', fullName: 'Nguyễn Thị Đào', citizenId: '080190001234' },
  mode: 'online',
  answers: { childName: 'Nguyễn Văn An' },
  papers: [attached('giay-chung-sinh')],
  returnChannel: 'counter',
}

export const terms: SubmissionTerms = {
  filing: { via: 'portal', basis: [] },
  form,
  agencyIds: ['xa-1'],
  papers,
  returnChannels: ['counter', 'postal'],
  paymentChannels: ['counter', 'online'],
  intakeClock: clock(at('09:00'), at('17:00')),
  today: day('2026-08-04'),
}

export const submitted: DossierEvent = {
  type: 'DossierSubmitted',
  ...submission,
  intakeClock: terms.intakeClock,
}

export const requested: DossierEvent = {
  type: 'CompletionRequested',
  at: at('10:00'),
  by: 'Trần Văn Bình',
  items: [
    {
      kind: 'paper',
      ref: 'van-ban-uy-quyen',
      label: 'Văn bản ủy quyền',
      reason: 'Người nộp không phải cha mẹ',
    },
  ],
}

export const supplied: DossierEvent = {
  type: 'CompletionSupplied',
  at: at('08:00', '2026-08-06'),
  answers: { childName: 'Nguyễn Văn Ân' },
  papers: [attached('giay-chung-sinh'), attached('van-ban-uy-quyen')],
  intakeClock: clock(at('08:00', '2026-08-06'), at('17:00', '2026-08-06')),
}

export const refusedAtIntake: DossierEvent = {
  type: 'IntakeRefused',
  at: at('11:00'),
  by: 'Trần Văn Bình',
  reason: 'Không thuộc thẩm quyền',
  basis: 'Điều 8 khoản 2',
}

export const accepted: DossierEvent = {
  type: 'DossierAccepted',
  at: at('14:00'),
  by: 'Trần Văn Bình',
  code: 'H35.12.03-260804-0001',
  processingClock: clock(at('14:00'), at('17:00', '2026-08-05')),
}

export const decided: DossierEvent = {
  type: 'ResultRecorded',
  at: at('16:00'),
  by: 'Trần Văn Bình',
  outcome: 'granted',
  timeliness: 'early',
  timelinessBasis: [{ regulation: '30/2019/QĐ-UBND', article: '14', clause: '4' }],
}

/** A dossier to which this has happened. */
export const given = (...events: DossierEvent[]): Dossier => fold(events)
