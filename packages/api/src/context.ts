import { randomUUID } from 'node:crypto'
import {
  actorOf,
  operatorOf,
  readSessionToken,
  type Context,
  type HouseContext,
  type Tenant,
  type Tenants,
} from '@motcua/operations'
import type { RequestContext } from './procedure.ts'

/** What the API is given by the process that runs it: the archive, the provinces, the clock, the log. */
export type Services = Pick<
  Context,
  | 'db'
  | 'tenants'
  | 'now'
  | 'log'
  | 'portalOf'
  | 'desk'
  | 'sealing'
  | 'scan'
  | 'gateways'
  | 'keys'
  | 'identityProviders'
  | 'population'
> &
  Pick<HouseContext, 'library'>

/**
 * Who asks, and of which province. A portal names its host, and citizens are known there; the desk has no host of a
 * province, and staff are known there by their session alone.
 */
export async function contextOf(
  {
    db,
    tenants,
    now,
    log,
    portalOf,
    desk,
    sealing,
    scan,
    gateways,
    keys,
    identityProviders,
    population,
    library,
  }: Services,
  request: Request,
): Promise<RequestContext> {
  const { headers } = request
  const session = /^Bearer (\S+)$/.exec(headers.get('authorization') ?? '')?.[1]
  const address = headers.get('x-motcua-address') ?? 'unknown'
  const atPortal = await tenants.findByHost(headers.get('x-motcua-host') ?? '')
  const tenant = atPortal ?? (session ? await tenantOf(tenants, session) : undefined)
  const kind = atPortal ? 'citizen' : 'staff'
  const operator = atPortal ? undefined : await operatorOf(db, { session, address, now: now() })
  const actor = operator
    ? operator
    : tenant
      ? await actorOf(db, { session, tenant: tenant.id, kind, address, now: now() })
      : ({ kind: 'visitor', address } as const)
  return {
    db,
    tenants,
    tenant,
    actor,
    now,
    log,
    portalOf,
    desk,
    sealing,
    scan,
    gateways,
    keys,
    identityProviders,
    population,
    library,
    session,
    requestId: randomUUID(),
  }
}

async function tenantOf(tenants: Tenants, session: string): Promise<Tenant | undefined> {
  const token = readSessionToken(session)
  return token?.kind === 'staff' ? tenants.find(token.tenant) : undefined
}
