import { z } from 'zod'
import { Tier } from '../agency/tier.ts'
import { serviceLevels } from '../words.ts'

const Words = z.object({ vi: z.string(), en: z.string() })
const Colour = z.string().regex(/^#[0-9a-f]{6}$/i)

const Warnings = z.object({
  /** Before an intake check is due. */
  intakeWorkingHours: z.number().int().min(0).max(40),
  /** Before a result is due. */
  resultWorkingDays: z.number().int().min(0).max(30),
  /** Before the last moment for an apology. */
  apologyWorkingDays: z.number().int().min(0).max(30),
})
export type Warnings = z.infer<typeof Warnings>

/** When the desk is warned where a province declares nothing. */
const plainWarnings: Warnings = { intakeWorkingHours: 2, resultWorkingDays: 1, apologyWorkingDays: 1 }

/** When the desk of a province is warned of what falls due. */
export const warningsOf = ({ warnings = plainWarnings }: Pick<TenantManifest, 'warnings'>): Warnings =>
  warnings

/** What a tenant declares about itself besides its law: names, hosts, looks. Read from `tenant.yaml`. */
export const TenantManifest = z.object({
  id: z.string().regex(/^[a-z0-9-]{2,40}$/),
  name: z.string(),
  portalTitle: Words,
  /** Host names of its portal, without port. */
  hosts: z.array(z.string()).min(1),
  /** Code of the province in dossier codes (QĐ 20/2020/QĐ-TTg), e.g. `H35`. */
  code: z.string().regex(/^[A-Z]\d{2}$/),
  hotline: z.string(),
  email: z.string(),
  address: Words,
  brand: z.object({ colour: Colour, onColour: Colour }),
  /** Order matters: files of `rules/` that govern this tenant, national floors included. None leads out of it. */
  rules: z.array(z.string().regex(/^(?![/])(?!.*(?:^|[/])[.]{1,2}(?:[/]|$))[^\\\0]+$/)).min(1),
  /** The tiers its bodies stand in, highest first, as it names them; the usual four where it names none. */
  tiers: z.array(Tier).min(1).optional(),
  /** Who is written to for a body that the law has told of an incident, by the law's name for it. */
  incidentContacts: z
    .array(
      z.object({
        body: z.string().min(1),
        name: z.string().min(1),
        email: z.email().optional(),
        phone: z.string().optional(),
      }),
    )
    .optional(),
  /** Where fees go: the merchant at the payment gateway and the account for transfers. */
  payment: z
    .object({
      vnpayMerchant: z
        .string()
        .regex(/^[A-Z0-9]{8}$/)
        .optional(),
      account: z
        .object({ bank: z.string(), number: z.string().regex(/^\d{6,20}$/), holder: z.string() })
        .optional(),
    })
    .optional(),
  /** Where applicants file when the regulation names the national portal as front door. */
  nationalPortalUrl: z.url().optional(),
  /** How long before a duty falls due the desk is warned: the office's own target, no law. */
  warnings: Warnings.optional(),
  /** How often it is backed up, in hours; daily unless told. Never less often than its law says. */
  backup: z.object({ everyHours: z.int().min(1).max(168) }).optional(),
  /** Shown on every page where a regulation's standing needs saying (AMB-44). */
  notice: Words.optional(),
})
export type TenantManifest = z.infer<typeof TenantManifest>

/** A procedure this tenant offers, at which level and by which agencies. */
export const OfferedProcedure = z.object({
  code: z.string(),
  level: z.enum(serviceLevels),
  agencies: z.array(z.string()).min(1),
  form: z.string(),
})
export type OfferedProcedure = z.infer<typeof OfferedProcedure>
