import { z } from '@hono/zod-openapi'
import { keyScopes, serviceLevels } from '@motcua/domain'

/** What the interface answers. Written once: the answers are checked against it and the document is made from it. */

const Moment = z
  .string()
  .openapi({ format: 'date-time', example: '2026-03-02T09:00:00+07:00', description: 'Thời điểm · A moment' })
const Both = z.object({ vi: z.string(), en: z.string() })

export const Basis = z
  .object({
    regulation: z.string(),
    article: z.string(),
    clause: z.string().optional(),
    point: z.string().optional(),
  })
  .openapi('Basis', { description: 'Căn cứ: điều, khoản, điểm · Where in a regulation a rule stands' })

export const Clock = z
  .object({
    startedAt: Moment,
    dueAt: Moment.nullable(),
    question: z.string(),
    basis: z.array(Basis),
    /** Sentences in the order of the reasoning. */
    because: z.array(Both.extend({ basis: Basis.optional() })),
    provisional: z.boolean(),
    /** Hash of the program of the law that answered. */
    program: z.string(),
  })
  .openapi('Clock', {
    description: 'Thời hạn và lý do của ngày hẹn · A clock, and why it ends when it ends',
  })

const Limit = z
  .object({ n: z.int(), unit: z.enum(['working-hour', 'working-day', 'calendar-day', 'month']) })
  .openapi('Limit')

const ProcedureLine = z
  .object({
    code: z.string(),
    name: z.string(),
    shortName: z.string(),
    field: z.string(),
    level: z.enum(serviceLevels),
    fileOnline: z.boolean(),
    limit: Limit,
  })
  .openapi('ProcedureLine')

export const Procedures = z
  .object({ total: z.int(), procedures: z.array(ProcedureLine), fields: z.array(z.string()) })
  .openapi('Procedures')

export const ProcedureDetail = z
  .object({
    code: z.string(),
    name: z.string(),
    field: z.string(),
    level: z.enum(serviceLevels),
    fileOnline: z.boolean(),
    fee: z.string(),
    cases: z.array(z.object({ id: z.string(), name: z.string(), limit: Limit })),
    papers: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        originals: z.int(),
        copies: z.int(),
        required: z.boolean(),
        presentedOnly: z.boolean(),
      }),
    ),
    results: z.array(z.string()),
    legalBasis: z.array(z.string()),
    agencies: z.array(z.object({ id: z.string(), name: z.string() })),
    returnChannels: z.array(z.string()),
    paymentChannels: z.array(z.string()),
  })
  .openapi('Procedure')

export const Agencies = z
  .object({
    agencies: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        level: z.string(),
        parentId: z.string().optional(),
        address: z.string(),
        phone: z.string(),
        hasOneStopSection: z.boolean(),
      }),
    ),
  })
  .openapi('Agencies')

export const LookedUp = z
  .object({
    fields: z.array(
      z.object({
        key: z.string(),
        text: z.string().optional(),
        at: Moment.nullable().optional(),
        phase: z.string().optional(),
        steps: z.array(z.object({ at: Moment, phase: z.string() })).optional(),
      }),
    ),
    basis: z.array(Basis),
    timeliness: z.string().nullable(),
  })
  .openapi('LookedUpDossier', {
    description:
      'Đúng những thông tin mà quy định của tỉnh cho tra cứu công khai · What the province’s regulation lets a look-up show, and nothing else',
  })

const OwnedDossier = z
  .object({
    id: z.uuid(),
    submissionNo: z.string(),
    code: z.string().optional(),
    phase: z.string(),
    procedureCode: z.string(),
    procedureName: z.string(),
    agencyId: z.string(),
    /** Masked: the family name and initials. */
    applicant: z.string(),
    submittedAt: Moment,
    dueAt: Moment.nullable(),
  })
  .openapi('OwnedDossier')

export const OwnedDossiers = z
  .object({ dossiers: z.array(OwnedDossier), next: z.string().optional() })
  .openapi('OwnedDossiers')

export const OwnedDetail = z
  .object({
    ...OwnedDossier.shape,
    acceptedAt: Moment.optional(),
    clock: Clock,
    timeline: z.array(z.object({ at: Moment, type: z.string(), title: Both })),
  })
  .openapi('OwnedDossierDetail')

export const AboutKey = z
  .object({
    name: z.string(),
    scopes: z.array(z.enum(keyScopes)),
    limit: z.object({ calls: z.int(), seconds: z.int() }),
    remaining: z.int(),
    resetSeconds: z.int(),
  })
  .openapi('Key')

export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    requestId: z.string(),
    retryAfterSeconds: z.int().optional(),
    fields: z.array(z.object({ field: z.string(), code: z.string() })).optional(),
  })
  .openapi('Problem', { description: 'Lỗi theo RFC 9457 · An error after RFC 9457' })
