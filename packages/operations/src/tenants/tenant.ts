import {
  agenciesOn,
  tiersOf,
  type Agency,
  type Bilingual,
  type BodySuccession,
  type FeeRate,
  type Form,
  type Procedure,
  type ReceivingPoint,
  type ServiceLevel,
  type SlipTemplates,
  type TenantManifest,
  type TenantStanding,
  type Tier,
} from '@motcua/domain'
import type { Instant } from '@motcua/calendar'
import { bindCalendar, compile, type BoundProgram, type Diagnostic } from '@motcua/dsl'
import { buildSearchIndex, type SearchIndex } from '../catalogue/search-index.ts'
import { readTrustList, type TrustList } from '../signatures/trust-list.ts'
import type { Messages, OfficeHours, TenantFolder } from './folder.ts'

/** One applied edition of a province, compiled and ready to answer. It never changes; a newer edition is another one. */
export interface Tenant {
  readonly id: string
  readonly edition: number
  readonly manifest: TenantManifest
  /** Whether its office is open; closed where it is suspended or on its way out. */
  readonly standing: TenantStanding
  /** Since when it is closed, and what the portal says of it. */
  readonly closed?: { readonly since?: Instant; readonly note?: Bilingual }
  /** The province it is the trial of. */
  readonly twinOf?: string
  /** How far its clock stands ahead of the world's: none but a trial's is moved. */
  readonly clockAheadSeconds: number
  /** Every body it has or had, by its id, in one form: of the day of a room, otherwise the latest. */
  readonly agencies: ReadonlyMap<string, Agency>
  /** Every form of every body, with its days. */
  readonly agencyForms: readonly Agency[]
  readonly receivingPoints: readonly ReceivingPoint[]
  /** The tiers its bodies stand in, highest first. */
  readonly tiers: readonly Tier[]
  readonly procedures: ReadonlyMap<string, TenantProcedure>
  readonly messages: { readonly vi: Messages; readonly en: Messages }
  readonly officeHours: OfficeHours
  readonly successions: readonly BodySuccession[]
  /** What is due for which procedure. */
  readonly fees: readonly FeeRate[]
  readonly slips: SlipTemplates
  /** Whose signatures count. */
  readonly trust: TrustList
  readonly emblem?: string
  /** Its law with its office hours: what questions are asked of. */
  readonly rules: BoundProgram
  readonly index: SearchIndex
}

/** A procedure as this province offers it. */
export interface TenantProcedure {
  readonly procedure: Procedure
  readonly level: ServiceLevel
  /** Bodies that receive it. */
  readonly agencies: readonly Agency[]
  readonly form: Form
}

/** The law of an edition does not compile. It was compiled before it was stored, so this is a fault of ours. */
export class UnusableRules extends Error {
  readonly diagnostics: readonly Diagnostic[]
  constructor(tenant: string, diagnostics: readonly Diagnostic[]) {
    super(`the rules of ${tenant} do not compile: ${diagnostics[0]?.code ?? 'no program'}`)
    this.diagnostics = diagnostics
  }
}

// A form that has begun by then is the latest.
const endOfDays = '9999-12-31'

/** Compiles what a province declares. @throws UnusableRules */
export function compileTenant(folder: TenantFolder, edition: number): Tenant {
  const { program, diagnostics } = compile(folder.rules)
  if (!program) throw new UnusableRules(folder.manifest.id, diagnostics)
  const { weekdays, sessions, segments, closures, intake } = folder.calendar
  const agencies = agenciesOn(folder.agencies, endOfDays)
  const forms = new Map(folder.forms.map((form) => [form.id, form]))
  const catalogue = new Map(folder.procedures.map((procedure) => [procedure.code, procedure]))
  const procedures = new Map(
    folder.offered.map(({ code, level, agencies: ids, form }) => [
      code,
      {
        procedure: catalogue.get(code)!,
        level,
        agencies: ids.map((id) => agencies.get(id)!),
        form: forms.get(form)!,
      },
    ]),
  )
  return {
    id: folder.manifest.id,
    edition,
    manifest: folder.manifest,
    standing: 'in-service',
    clockAheadSeconds: 0,
    agencies,
    agencyForms: folder.agencies,
    receivingPoints: folder.receivingPoints,
    tiers: tiersOf(folder.manifest),
    procedures,
    messages: folder.messages,
    officeHours: folder.calendar,
    successions: folder.successions,
    fees: folder.fees,
    slips: folder.slips,
    trust: readTrustList(folder.trust.map(({ text }) => text)),
    ...(folder.emblem !== undefined && { emblem: folder.emblem }),
    rules: bindCalendar(program, { weekdays, sessions, segments, closures, ...(intake && { intake }) }),
    index: buildSearchIndex(
      [...procedures.values()].map(({ procedure }) => procedure),
      folder.abbreviations,
    ),
  }
}
