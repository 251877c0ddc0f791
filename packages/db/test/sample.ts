import { randomBytes, randomUUID } from 'node:crypto'
import { day, instant, type CivilDate, type Instant } from '@motcua/calendar'
import {
  acceptDossier,
  dossierCode,
  evolve,
  recordResult,
  submissionNo,
  type Decision,
  type Determination,
  type Dossier,
  type DossierEvent,
  type LegalClock,
} from '@motcua/domain'
import { append, createAccount, fileDossier, getDossierForUpdate, nextCodeNumber } from '../src/index.ts'
import type { Database, Tx } from '../src/index.ts'

export const today: CivilDate = day('2026-08-04')
export const nine: Instant = instant('2026-08-04T09:00:00+07:00')
export const noon: Instant = instant('2026-08-04T12:00:00+07:00')
export const five: Instant = instant('2026-08-04T17:00:00+07:00')

/** An answer of the rules, as long as real ones are. */
export function why<Answer>(question: string, answer: Answer): Determination<Answer> {
  return {
    question,
    facts: { submittedAt: nine },
    answer,
    basis: [{ regulation: '31/2020/QĐ-UBND', article: '9', clause: '2', point: 'a' }],
    path: 'answered',
    provisional: false,
    program: 'p-1',
    because: [
      {
        vi: 'Tám giờ làm việc kể từ giờ làm việc kế tiếp.',
        en: 'Eight working hours from the next working hour.',
      },
    ],
  }
}

export function clock(startedAt: Instant, dueAt: Instant | null): LegalClock {
  return { startedAt, dueAt, why: why('intake.decision', dueAt) }
}

export interface SampleOptions {
  readonly accountId?: string
  readonly agencyId?: string
  readonly fullName?: string
  readonly at?: Instant
  readonly dueAt?: Instant | null
  readonly paddingBytes?: number
}

/** A submission as the office of these tests receives it. */
export function submitted(options: SampleOptions = {}): { dossier: Dossier; event: DossierEvent } {
  const at = options.at ?? nine
  const event: DossierEvent = {
    type: 'DossierSubmitted',
    id: randomUUID(),
    at,
    submissionNo: submissionNo(today, randomBytes(8)),
    procedure: {
      code: '1.001193',
      name: 'Đăng ký khai sinh',
      field: 'Hộ tịch',
      level: 'full',
      caseId: 'thong-thuong',
      caseName: 'Thông thường',
      limit: { n: 1, unit: 'working-day' },
    },
    agencyId: options.agencyId ?? 'xa-1',
    applicant: {
      ...(options.accountId && { accountId: options.accountId }),
      fullName: options.fullName ?? 'Nguyễn Thị Đào',
      citizenId: '080190001234',
      phone: '0912345678',
    },
    mode: 'online',
    answers: { childName: 'Nguyễn Văn An', note: 'x'.repeat(options.paddingBytes ?? 0) },
    papers: [],
    returnChannel: 'counter',
    intakeClock: clock(at, options.dueAt === undefined ? five : options.dueAt),
  }
  return { dossier: evolve(null, event), event }
}

/** Files a sample and gives it back. */
export async function filed(db: Database, tenant: string, options: SampleOptions = {}): Promise<Dossier> {
  const { dossier, event } = submitted(options)
  await fileDossier(db, tenant, { key: dossier.id, dossier, event })
  return dossier
}

/** One officer takes the dossier on, as the operation does it: lock, decide, number, append. */
export async function accept(
  tx: Tx,
  id: string,
  by = 'officer-1',
  at = noon,
): Promise<Decision<DossierEvent>> {
  const dossier = await getDossierForUpdate(tx, id)
  const attempt = acceptDossier(dossier, { at, by }, { code: 'asked', processingClock: clock(at, five) })
  if (!attempt.granted) return attempt
  const n = await nextCodeNumber(tx, '12.03', today)
  const code = dossierCode({ provinceCode: 'H35', agencyCode: '12.03', date: today, n })
  const decision = acceptDossier(dossier, { at, by }, { code, processingClock: clock(at, five) })
  if (decision.granted) await append(tx, dossier, decision.events)
  return decision
}

/** The office decides. */
export async function finish(tx: Tx, id: string, at = five): Promise<Dossier> {
  const dossier = await getDossierForUpdate(tx, id)
  const decision = recordResult(
    dossier,
    { at, by: 'officer-1', outcome: 'granted' },
    { timeliness: 'on-time', timelinessBasis: [] },
  )
  if (!decision.granted) throw new Error(decision.refusal.code)
  return append(tx, dossier, decision.events)
}

/** A citizen's account. */
export async function citizen(db: Database, tenant: string): Promise<string> {
  const id = randomUUID()
  const digits = String(Number.parseInt(randomBytes(5).toString('hex'), 16))
    .padStart(12, '0')
    .slice(-12)
  await db.transact(tenant, (tx) =>
    createAccount(
      tx,
      {
        kind: 'citizen',
        id,
        fullName: 'Nguyễn Thị Đào',
        email: `${id}@example.vn`,
        phone: `0${digits.slice(-9)}`,
        citizenId: digits,
        birthDate: day('1990-03-13'),
        passwordHash: 'x',
      },
      nine,
    ),
  )
  return id
}
