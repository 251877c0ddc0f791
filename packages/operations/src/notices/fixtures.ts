// For the tests of this folder: a province's words as they stand in its folder, and a dossier with its events.
import { readFileSync } from 'node:fs'
import { instant } from '@motcua/calendar'
import { TenantManifest, type Agency, type DossierEvent, type LegalClock } from '@motcua/domain'
import { parse } from 'yaml'
import { Messages } from '../tenants/folder.ts'
import type { Tenant } from '../tenants/tenant.ts'

const tenants = new URL('../../../../tenants/', import.meta.url)
const read = (path: string): unknown => parse(readFileSync(new URL(path, tenants), 'utf8'))

/** The ids of the provinces in `tenants/`. */
export const provinces = ['long-an', 'ha-nam', 'phu-tho', 'tuyen-quang'] as const

const agency: Agency = {
  id: 'ubnd-phuong-1-tan-an',
  name: 'Ủy ban nhân dân phường 1, thành phố Tân An',
  level: 'commune',
  code: '21.01',
  address: 'Phường 1',
  phone: '0272 000 0020',
  hasOneStopSection: true,
}

/** A tenant with the manifest and messages of a province; its rules are not asked here. */
export function tenantNamed(id: string, folder: (typeof provinces)[number] = 'long-an'): Tenant {
  const words = {
    id,
    edition: 1,
    manifest: TenantManifest.parse(read(`${folder}/tenant.yaml`)),
    agencies: new Map([[agency.id, agency]]),
    messages: {
      vi: Messages.parse(read(`${folder}/messages/vi.yaml`)),
      en: Messages.parse(read(`${folder}/messages/en.yaml`)),
    },
  } satisfies Partial<Tenant>
  return words as unknown as Tenant
}

function clock(startedAt: string, dueAt: string, question: string): LegalClock {
  return {
    startedAt: instant(startedAt),
    dueAt: instant(dueAt),
    why: {
      question,
      facts: {},
      answer: instant(dueAt),
      basis: [{ regulation: '30/2019/QĐ-UBND', article: '9', clause: '1' }],
      path: 'answered',
      provisional: false,
      program: 'p',
      because: [],
    },
  }
}

const submittedAt = '2026-08-03T10:00:00+07:00'

export const submitted: Extract<DossierEvent, { type: 'DossierSubmitted' }> = {
  type: 'DossierSubmitted',
  id: '00000000-0000-4000-8000-000000000001',
  at: instant(submittedAt),
  submissionNo: 'LA-260803-000123',
  procedure: {
    code: '1.001193',
    name: 'Thủ tục đăng ký khai sinh',
    field: 'Hộ tịch',
    level: '4',
    caseId: 'thong-thuong',
    caseName: 'Thông thường',
    limit: { n: 0, unit: 'working-day' },
  },
  agencyId: agency.id,
  applicant: {
    accountId: '00000000-0000-4000-8000-0000000000aa',
    fullName: 'Trần Thị Đan',
    citizenId: '080185000123',
    email: 'dan@example.vn',
    phone: '0900000039',
  },
  mode: 'online',
  answers: {},
  papers: [],
  returnChannel: 'postal',
  intakeClock: clock(submittedAt, '2026-08-04T10:00:00+07:00', 'intake.decision'),
}

export const accepted: Extract<DossierEvent, { type: 'DossierAccepted' }> = {
  type: 'DossierAccepted',
  at: instant('2026-08-04T09:30:00+07:00'),
  by: 'officer-1',
  code: 'H39.21.01-260804-0001',
  processingClock: clock('2026-08-04T09:30:00+07:00', '2026-08-18T17:00:00+07:00', 'processing.due'),
}
