import type { Instant } from '@motcua/calendar'
import { noteOperatorDeed, type Database, type HouseTx } from '@motcua/db'
import { Forbidden, isAllowed, type Actor, type Permission } from '@motcua/domain'
import type { z } from 'zod'
import { actorName, type Context } from '../operation.ts'
import type { TenantPlaces } from '../tenants/read-tenant-folder.ts'
import { refuseUnkept } from '../refuse-unkept.ts'

/** Who asks something of the house itself, which is no province, and the means to answer. */
export interface HouseContext extends Pick<
  Context,
  'db' | 'tenants' | 'actor' | 'now' | 'log' | 'portalOf' | 'requestId' | 'desk'
> {
  /** Where the law and the national catalogue lie on this machine, where it has them. */
  readonly library?: Omit<TenantPlaces, 'folder'> | undefined
}

/** What an operation of the house sees: the moment is taken once, when the work begins. */
export interface House extends Omit<HouseContext, 'now' | 'log'> {
  readonly now: Instant
}

/** A piece of work on the installation: provinces as wholes, and who runs the house. */
export interface HouseOperation<Input extends z.ZodType, Output> {
  (context: HouseContext, input: z.input<Input>): Promise<Output>
  readonly input: Input
  readonly may: Permission
}

interface Spec<Input extends z.ZodType, Output> {
  readonly name: string
  readonly may: Permission
  readonly input: Input
  run(house: House, input: z.output<Input>): Promise<Output>
}

/** Work on the house itself. It opens doors for itself, a province's or the house's. */
export function houseOperation<Input extends z.ZodType, Output>({
  name,
  may,
  input: schema,
  run,
}: Spec<Input, Output>): HouseOperation<Input, Output> {
  const work = async (context: HouseContext, input: z.input<Input>): Promise<Output> => {
    const began = performance.now()
    const { log, now, ...rest } = context
    const write = (outcome: string): void =>
      log({
        operation: name,
        tenant: '-',
        actor: actorName(context.actor),
        outcome,
        durationMs: Math.round((performance.now() - began) * 10) / 10,
        requestId: context.requestId,
      })
    try {
      if (!isAllowed(context.actor, may)) throw new Forbidden(may)
      const parsed = schema.parse(input)
      refuseUnkept(parsed)
      const output = await run({ ...rest, now: now() }, parsed)
      write('done')
      return output
    } catch (error) {
      write(error instanceof Error ? error.constructor.name : 'unknown')
      throw error
    }
  }
  return Object.assign(work, { input: schema, may })
}

/** Writes down what was done to the house, with who did it. */
export function noteDeed(
  tx: HouseTx,
  { actor, now }: Pick<House, 'actor' | 'now'>,
  { deed, thing, detail = {} }: { deed: string; thing: string; detail?: object },
): Promise<void> {
  const who =
    actor.kind === 'operator'
      ? { operatorId: actor.operatorId, name: actor.fullName }
      : { name: actor.kind === 'system' ? actor.name : actor.kind }
  return noteOperatorDeed(tx, { at: now, ...who, deed, thing, detail })
}

/** Everything an attempt at the house's door is counted under, beside the provinces. */
export const houseName = '@house'

/** The archive with the moment, for limits on attempts that concern no province. */
export function atTheDoor({ db, now }: { db: Database; now: Instant }) {
  return { db, now, tenant: { id: houseName } }
}
