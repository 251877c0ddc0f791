import { z } from 'zod'
import { Conditions } from '../intake/condition.ts'

/** A length of legal time. `n: 0` working days is the same working day. */
export const Limit = z.object({
  n: z.int().nonnegative(),
  unit: z.enum(['working-hour', 'working-day', 'calendar-day', 'month']),
})
export type Limit = z.infer<typeof Limit>

/** One paper of a procedure's dossier (thành phần hồ sơ). */
export const Paper = z.object({
  id: z.string(),
  name: z.string(),
  group: z.string().optional(),
  originals: z.int(),
  copies: z.int(),
  /** A required paper must be attached before submission; the others are for the cases they name. */
  required: z.boolean(),
  /** Shown at the counter and given back, never uploaded. */
  presentedOnly: z.boolean(),
  /** Belongs to the dossier only where all of this holds of what was answered. */
  when: Conditions.optional(),
})
export type Paper = z.infer<typeof Paper>

/** A case of a procedure with its own time limit ("thông thường", "phải xác minh" …). */
export const ProcedureCase = z.object({
  id: z.string(),
  name: z.string(),
  limit: Limit,
  note: z.string().optional(),
})
export type ProcedureCase = z.infer<typeof ProcedureCase>

/** An administrative procedure (thủ tục hành chính) as the national database describes it. */
export const Procedure = z.object({
  code: z.string(),
  name: z.string(),
  shortName: z.string(),
  field: z.string(),
  agencyLevels: z.array(z.string()),
  decidingAuthority: z.string(),
  publishedBy: z.string().optional(),
  applicants: z.array(z.string()),
  channels: z.array(z.string()),
  cases: z.array(ProcedureCase).min(1),
  fee: z.string(),
  papers: z.array(Paper),
  /** Trình tự thực hiện, where the announcement words it. */
  steps: z.array(z.string()).optional(),
  /** Yêu cầu, điều kiện. */
  requirements: z.array(z.string()).optional(),
  notes: z.array(z.string()),
  results: z.array(z.object({ code: z.string().optional(), name: z.string() })),
  legalBasis: z.array(z.string()),
  source: z.string().optional(),
})
export type Procedure = z.infer<typeof Procedure>
