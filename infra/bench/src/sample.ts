import { instant } from '@motcua/calendar'
import { evolve, type Dossier, type DossierEvent } from '@motcua/domain'

const at = instant('2026-08-04T09:00:00+07:00')
const because = Array.from({ length: 5 }, (_, n) => ({
  vi: `Câu ${n + 1}: cơ quan phải trả lời trong 08 giờ làm việc kể từ giờ làm việc kế tiếp.`,
  en: `Sentence ${n + 1}: the office must answer within 8 working hours from the next working hour.`,
  basis: { regulation: '118/2025/NĐ-CP', article: '17', clause: '2', point: 'c' },
}))

/** A submission of ordinary size, about four kilobytes of state and as much of event. */
export function sample(id: string): { dossier: Dossier; event: DossierEvent } {
  const event: DossierEvent = {
    type: 'DossierSubmitted',
    id,
    at,
    submissionNo: id,
    procedure: {
      code: '1.001193',
      name: 'Thủ tục đăng ký khai sinh',
      field: 'Hộ tịch',
      level: '4',
      caseId: 'thong-thuong',
      caseName: 'Thông thường',
      limit: { n: 3, unit: 'working-day' },
    },
    agencyId: 'xa-1',
    applicant: {
      fullName: 'Nguyễn Thị Đào',
      citizenId: '080190001234',
      phone: '0912345678',
      email: 'dao@example.vn',
    },
    mode: 'online',
    answers: {
      childName: 'Nguyễn Văn An',
      born: '2026-07-30',
      place: 'Bệnh viện đa khoa tỉnh',
      note: 'x'.repeat(400),
    },
    papers: Array.from({ length: 3 }, (_, n) => ({
      paperId: `giay-${n}`,
      fileId: '00000000-0000-4000-8000-00000000000' + n,
      name: `giay-to-${n}.pdf`,
      type: 'application/pdf' as const,
      bytes: 182_000,
      sha256: 'a'.repeat(64),
    })),
    returnChannel: 'counter',
    intakeClock: {
      startedAt: at,
      dueAt: instant('2026-08-05T09:00:00+07:00'),
      why: {
        question: 'intake.decision',
        facts: { submittedAt: at },
        answer: instant('2026-08-05T09:00:00+07:00'),
        basis: [{ regulation: '118/2025/NĐ-CP', article: '17', clause: '2', point: 'c' }],
        path: 'inherited',
        provisional: false,
        program: 'b'.repeat(64),
        because,
      },
    },
  }
  return { dossier: evolve(null, event), event }
}
