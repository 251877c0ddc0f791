import { dateOf, type Instant } from '@motcua/calendar'
import type { Database, Tx } from '@motcua/db'
import { actingIn, Forbidden, isAllowed, OutOfService, type Actor, type Permission } from '@motcua/domain'
import type { z } from 'zod'
import { tenantOn } from './agencies/tenant-on.ts'
import type { Tenant } from './tenants/tenant.ts'
import type { Tenants } from './tenants/tenant-cache.ts'
import type { PopulationDatabase } from './population/population-database.ts'
import type { PaymentGateway, PaymentGateways } from './fees/gateway.ts'
import { refuseViewOnly } from './identity/view-only.ts'
import type {
  IdentityProvider,
  IdentityProviders,
  IdentitySystem,
} from './identity/oidc/identity-provider.ts'
import { refuseUnkept } from './refuse-unkept.ts'
import { officeNow } from './tenants/office-clock.ts'
import { scanUploads, type Scan } from './files/scan-uploads.ts'
import type { Sealing } from './identity/sealing.ts'
import type { KeyProvider } from './signatures/signatory.ts'

/** Who asks, of which province, and the means to answer: made once per request or job. */
export interface Context {
  readonly db: Database
  readonly tenants: Tenants
  readonly tenant: Tenant
  readonly actor: Actor
  readonly now: () => Instant
  readonly log: Log
  /** Address of a province's portal without a slash at its end, as people type it. */
  readonly portalOf: (tenant: Pick<Tenant, 'manifest'>) => string
  /** Address of the desk without a slash at its end, where this house has one. */
  readonly desk?: string | undefined
  /** Seals what the archive must not be able to read, where this house keeps a key for it. */
  readonly sealing?: Sealing | undefined
  readonly requestId: string
  /** Looks for malware in what people upload, where this house has a scanner. */
  readonly scan?: Scan | undefined
  /** Where fees are paid online, province by province. */
  readonly gateways?: PaymentGateways | undefined
  /** The national population database, where this house is joined to it. */
  readonly population?: PopulationDatabase | undefined
  /** Keys with which provinces seal their results, where this house keeps any. */
  readonly keys?: KeyProvider | undefined
  /** Where people prove who they are, besides the accounts of this house. */
  readonly identityProviders?: IdentityProviders | undefined
}

/** Receives one line per operation. A line holds no personal data. */
export type Log = (line: OperationLine) => void

export interface OperationLine {
  readonly operation: string
  readonly tenant: string
  readonly actor: string
  /** `done`, or the name of what ended it: `Refused`, `NotFound` … */
  readonly outcome: string
  readonly durationMs: number
  readonly requestId: string
}

/** What an operation sees while it runs inside its tenant's transaction. */
export interface Room {
  readonly tx: Tx
  readonly tenant: Tenant
  readonly actor: Actor
  readonly now: Instant
  readonly portal: string
  readonly desk?: string | undefined
  /** Seals what the archive must not be able to read, where this house keeps a key for it. */
  readonly sealing?: Sealing | undefined
  /** The province's gateway for payments online, where it has one. */
  readonly gateway?: PaymentGateway | undefined
  readonly keys?: KeyProvider | undefined
}

/** What an operation sees that opens the archive itself, in one round trip, late or not at all. */
export interface Counter {
  readonly db: Database
  readonly tenant: Tenant
  readonly actor: Actor
  readonly now: Instant
  readonly portal: string
  readonly desk?: string | undefined
  /** Seals what the archive must not be able to read, where this house keeps a key for it. */
  readonly sealing?: Sealing | undefined
  /** The province's gateway for payments online, where it has one. */
  readonly gateway?: PaymentGateway | undefined
  /** The identity system the province is joined to, where it is to one. */
  readonly identityProvider: (system: IdentitySystem) => IdentityProvider | undefined
  readonly population?: PopulationDatabase | undefined
}

/** A piece of the office's work: call it with who asks and what is asked. */
export interface Operation<Input extends z.ZodType, Output> {
  (context: Context, input: z.input<Input>): Promise<Output>
  readonly input: Input
  readonly may: Permission
}

interface Spec<Input extends z.ZodType, Output, Inside> {
  readonly name: string
  readonly may: Permission
  readonly input: Input
  /** True for what is answered while the province is out of service. */
  readonly evenClosed?: boolean
  run(inside: Inside, input: z.output<Input>): Promise<Output>
}

/** Work that writes: it runs in one transaction of its tenant, all of it or nothing. */
export function operation<Input extends z.ZodType, Output>(
  spec: Spec<Input, Output, Room>,
): Operation<Input, Output> {
  return make(spec, async (context, input) => {
    const room = standing(context)
    refuseViewOnly(room, spec.may)
    return context.db.transact(context.tenant.id, (tx) => spec.run({ tx, ...room }, input))
  })
}

/** Work that only reads: the archive refuses it any write. */
export function reading<Input extends z.ZodType, Output>(
  spec: Spec<Input, Output, Room>,
): Operation<Input, Output> {
  return make(spec, (context, input) =>
    context.db.read(context.tenant.id, (tx) => spec.run({ tx, ...standing(context) }, input)),
  )
}

/** Work that opens the archive itself, where a transaction held open would cost too much, or that needs none. */
export function errand<Input extends z.ZodType, Output>(
  spec: Spec<Input, Output, Counter>,
): Operation<Input, Output> {
  return make(spec, async (context, input) => {
    const counter = standing(context)
    refuseViewOnly(counter, spec.may)
    return spec.run({ db: context.db, ...counter }, input)
  })
}

/** Who acts for which province at which moment: the moment is taken once, when the work begins. */
function standing({
  tenant,
  actor,
  now,
  portalOf,
  desk,
  sealing,
  gateways,
  keys,
  identityProviders,
  population,
}: Context): Omit<Room, 'tx'> & Pick<Counter, 'identityProvider' | 'population'> {
  const gateway = gateways?.(tenant.manifest)
  const at = officeNow(tenant, now())
  return {
    tenant: tenantOn(tenant, dateOf(at)),
    actor,
    now: at,
    portal: portalOf(tenant),
    desk,
    sealing,
    gateway,
    keys,
    identityProvider: (system) => identityProviders?.(tenant.id, system),
    population,
  }
}

function make<Input extends z.ZodType, Output, Inside>(
  { name, may, input: schema, evenClosed = false }: Spec<Input, Output, Inside>,
  perform: (context: Context, input: z.output<Input>) => Promise<Output>,
): Operation<Input, Output> {
  const work = async (context: Context, input: z.input<Input>): Promise<Output> => {
    if (!isAllowed(context.actor, may)) throw new Forbidden(may)
    if (!evenClosed && context.tenant.standing !== 'in-service') throw new OutOfService()
    const parsed = schema.parse(input)
    refuseUnkept(parsed)
    // Before the archive is opened: a scanner may take its time, and nothing waits for it there.
    if (context.scan) await scanUploads(context.scan, parsed)
    const actor = actingIn(context.actor, may)
    return perform(actor === context.actor ? context : { ...context, actor }, parsed)
  }
  return Object.assign(logged(name, work), { input: schema, may })
}

function logged<Input, Output>(
  operation: string,
  work: (context: Context, input: Input) => Promise<Output>,
): (context: Context, input: Input) => Promise<Output> {
  return async (context, input) => {
    const began = performance.now()
    const write = (outcome: string): void =>
      context.log({
        operation,
        tenant: context.tenant.id,
        actor: actorName(context.actor),
        outcome,
        durationMs: Math.round((performance.now() - began) * 10) / 10,
        requestId: context.requestId,
      })
    try {
      const output = await work(context, input)
      write('done')
      return output
    } catch (error) {
      write(error instanceof Error ? error.constructor.name : 'unknown')
      throw error
    }
  }
}

export function actorName(actor: Actor): string {
  if (actor.kind === 'visitor') return 'visitor'
  if (actor.kind === 'client') return `client:${actor.keyId}`
  if (actor.kind === 'operator') return `operator:${actor.operatorId}`
  return actor.kind === 'system' ? `system:${actor.name}` : `${actor.kind}:${actor.accountId}`
}
