import type { Instant } from '@motcua/calendar'
import { NotFound, type Agency, type IntakeMode, type ServiceLevel } from '@motcua/domain'
import { filingVia, intakeClock, paymentChannels, returnChannels, type Channels } from '../rules/determine.ts'
import type { Tenant, TenantProcedure } from '../tenants/tenant.ts'
import type { AgencyView, ChannelChoice, ProcedureLine, ProcedureView } from '../views.ts'

/** A procedure this province offers. @throws NotFound */
export function procedureOf(tenant: Tenant, code: string): TenantProcedure {
  const found = tenant.procedures.get(code)
  if (!found) throw new NotFound('procedure')
  return found
}

/** A body of this province. @throws NotFound */
export function agencyOf(tenant: Tenant, id: string): Agency {
  const found = tenant.agencies.get(id)
  if (!found) throw new NotFound('agency')
  return found
}

/** True for a level at which a dossier can be filed from home. */
export function isOnlineLevel(level: ServiceLevel): boolean {
  return level === '3' || level === '4' || level === 'partial' || level === 'full'
}

export function procedureLine(tenant: Tenant, offered: TenantProcedure, now: Instant): ProcedureLine {
  const { code, name, shortName, field, cases } = offered.procedure
  return {
    code,
    name,
    shortName,
    field,
    level: offered.level,
    fileOnline: filesOnline(tenant, offered, now),
    limit: cases[0]!.limit,
  }
}

/** Everything a procedure's page must say, with what the law lets one choose now. */
export function procedureView(
  tenant: Tenant,
  offered: TenantProcedure,
  now: Instant,
  mode: IntakeMode = 'online',
): ProcedureView {
  const { procedure, level, agencies, form } = offered
  const facts = { level, mode, asOf: now }
  return {
    ...procedure,
    level,
    fileOnline: filesOnline(tenant, offered, now),
    agencies: agencies.map(agencyView),
    formId: form.id,
    form,
    payment: choice(paymentChannels(tenant, facts)),
    return: choice(returnChannels(tenant, facts)),
    intake: intakeClock(tenant, now, mode).why,
  }
}

export function agencyView({
  id,
  name,
  level,
  parentId,
  address,
  phone,
  hasOneStopSection,
}: Agency): AgencyView {
  return { id, name, level, ...(parentId && { parentId }), address, phone, hasOneStopSection }
}

/** True where this portal takes the dossier: the level allows it and the front door is here. */
export function filesOnline(tenant: Tenant, { level }: TenantProcedure, now: Instant): boolean {
  return isOnlineLevel(level) && filingVia(tenant, now).answer !== 'national-portal'
}

function choice({ channels, preset, basis }: Channels): ChannelChoice {
  return { channels: [...channels], ...(preset && { preset }), basis: [...basis] }
}
