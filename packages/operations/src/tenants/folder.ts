import type { CivilDate } from '@motcua/calendar'
import {
  Agency,
  BodySuccession,
  FeeRate,
  Form,
  OfferedProcedure,
  Procedure,
  ReceivingPoint,
  SlipTemplates,
  TenantManifest,
  Workflow,
  staffRoles,
} from '@motcua/domain'
import { z } from 'zod'

const Words = z.object({ vi: z.string(), en: z.string() })
const Time = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/)
const Name = z.union([z.string(), Words])
const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .transform((text) => text as CivilDate)
const Session = z.object({ from: Time, to: Time })
const Weekday = z.literal([1, 2, 3, 4, 5, 6, 7])

const segments = z.array(
  z.object({
    from: Day,
    to: Day,
    weekdays: z.array(Weekday).exactOptional(),
    sessions: z.array(Session).exactOptional(),
    name: Name.exactOptional(),
  }),
)
const closures = z.array(z.object({ date: Day, name: Name, source: z.string().exactOptional() }))

/** When a province's offices are open. Public holidays are national and stand in the rules. */
export const OfficeHours = z.object({
  weekdays: z.array(Weekday).min(1),
  sessions: z.array(Session).min(1),
  segments: segments.default([]),
  closures: closures.default([]),
  /** When dossiers are taken in, where that is not when they are worked on. What it leaves out is as in the rest. */
  intake: z
    .object({
      weekdays: z.array(Weekday).min(1).exactOptional(),
      sessions: z.array(Session).min(1).exactOptional(),
      segments: segments.exactOptional(),
      closures: closures.exactOptional(),
    })
    .exactOptional(),
  /** Said beside every date where the hours stand in no regulation. */
  assumed: Words.exactOptional(),
})
export type OfficeHours = z.infer<typeof OfficeHours>

/** What a letter says, per event. Words in braces are filled in. */
export const Message = z.object({ subject: z.string(), body: z.string(), sms: z.string().optional() })
export const Messages = z.record(z.string(), Message)
export type Messages = z.infer<typeof Messages>

/** Short forms people search by, with what they stand for. */
export const Abbreviations = z.record(
  z.string(),
  z.array(z.string()).or(z.string().transform((one) => [one])),
)
export type Abbreviations = z.infer<typeof Abbreviations>

/** Accounts of a demonstration; never read otherwise. */
export const Demonstration = z.object({
  password: z.string().min(8),
  citizens: z
    .array(
      z.object({
        fullName: z.string(),
        citizenId: z.string(),
        email: z.email(),
        phone: z.string(),
        birthDate: Day.optional(),
        address: z.string().optional(),
      }),
    )
    .default([]),
  staff: z
    .array(
      z.object({
        fullName: z.string(),
        username: z.string(),
        agency: z.string(),
        roles: z.array(z.enum(staffRoles)).min(1),
      }),
    )
    .default([]),
})
export type Demonstration = z.infer<typeof Demonstration>

/** All a province declares, read and checked for form: what becomes an edition when it is applied. */
export const TenantFolder = z.object({
  manifest: TenantManifest,
  /** Its bodies, each once for every form it has or had. */
  agencies: z.array(Agency),
  /** Counters away from the seats of its bodies. */
  receivingPoints: z.array(ReceivingPoint).default([]),
  offered: z.array(OfferedProcedure),
  /** The procedures it offers, out of the national catalogue. */
  procedures: z.array(Procedure),
  /** The forms these use. */
  forms: z.array(Form),
  calendar: OfficeHours,
  messages: z.object({ vi: Messages, en: Messages }),
  /** Its slips: the national forms, and in their place those it writes in its own way. */
  slips: SlipTemplates.default({ section: '', templates: [] }),
  abbreviations: Abbreviations,
  /** Internal workflows approved outside the platform; they come into use when the folder is applied. */
  workflows: z.array(Workflow).default([]),
  /** Bodies that were dissolved or merged, and who goes on with their dossiers. */
  successions: z.array(BodySuccession).default([]),
  /** What is due for which procedure, by the nation's acts and the province's. */
  fees: z.array(FeeRate).default([]),
  /** Authorities whose certificates it trusts and the certificates they revoked, in PEM as published. */
  trust: z.array(z.object({ path: z.string(), text: z.string() })).default([]),
  /** Its emblem as SVG text. */
  emblem: z.string().exactOptional(),
  /** Its law: every file that governs it, floors first. */
  rules: z.array(z.object({ path: z.string(), text: z.string() })),
})
export type TenantFolder = z.infer<typeof TenantFolder>
