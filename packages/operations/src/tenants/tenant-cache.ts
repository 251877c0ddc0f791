import {
  currentEdition,
  findTenantState,
  listHosts,
  listTenants,
  type Database,
  type TenantState,
} from '@motcua/db'
import { NotFound } from '@motcua/domain'
import { TenantFolder } from './folder.ts'
import { compileTenant, type Tenant } from './tenant.ts'

/** The provinces served by this process, each at its current edition. */
export interface Tenants {
  /** The tenant with this id, or undefined. */
  find(id: string): Promise<Tenant | undefined>
  /** The tenant whose portal has this host name (a port is ignored), or undefined. */
  findByHost(host: string): Promise<Tenant | undefined>
  list(): Promise<readonly Tenant[]>
}

export interface TenantCacheOptions {
  /** How long an answer about which edition is current may be believed; one second unless told. */
  readonly believeForMs?: number
}

/**
 * Keeps compiled tenants. An edition is compiled once; which edition is current is asked of the archive at most once
 * a second per tenant, so that what was just applied is in force a second later, without a restart.
 */
export function createTenants(db: Database, { believeForMs = 1000 }: TenantCacheOptions = {}): Tenants {
  const compiled = new Map<string, Tenant>()
  const current = new Map<string, Believed<Tenant | undefined>>()
  let hosts: Believed<ReadonlyMap<string, string>> | undefined

  async function load(id: string): Promise<Tenant | undefined> {
    const known = compiled.get(id)
    // While the archive does not answer, pages that need nothing else of it are shown as they were last known.
    const state = await findTenantState(db, id).catch((error: unknown) => {
      if (known === undefined) throw error
      return undefined
    })
    if (!state) return known
    if (state.edition === undefined) return undefined
    if (known?.edition === state.edition) return keep(id, known, state)
    const edition = await db.read(id, currentEdition)
    return keep(id, compileTenant(TenantFolder.parse(edition.content), edition.no), state)
  }

  function keep(id: string, tenant: Tenant, state: TenantState): Tenant {
    const standing = standingAs(tenant, state)
    compiled.set(id, standing)
    return standing
  }

  const find: Tenants['find'] = (id) => {
    // What is no id is asked of nobody.
    if (!/^[a-z0-9-]{2,40}$/.test(id)) return Promise.resolve(undefined)
    const believed = current.get(id)
    if (believed && believed.until > performance.now()) return believed.value
    // Whoever asks while the archive is being asked waits for the same answer.
    const asked = believe(load(id), believeForMs, () => current.delete(id))
    current.set(id, asked)
    // Nobody fills the memory with names that do not exist.
    asked.value.then((tenant) => tenant ?? current.delete(id)).catch(() => undefined)
    return asked.value
  }

  const hostTable = (): Promise<ReadonlyMap<string, string>> => {
    if (!hosts || hosts.until <= performance.now()) {
      const before = hosts?.value
      const table = listHosts(db).then(
        (rows) => new Map(rows.map(({ host, tenant }) => [host, tenant])),
        (error: unknown) => before ?? Promise.reject(error),
      )
      hosts = believe(table, believeForMs, () => (hosts = undefined))
    }
    return hosts.value
  }

  return {
    find,
    async findByHost(host) {
      const id = (await hostTable()).get(withoutPort(host))
      return id === undefined ? undefined : find(id)
    },
    async list() {
      const ids = await listTenants(db)
      const found = await Promise.all(ids.map(find))
      return found.filter((tenant) => tenant !== undefined)
    },
  }
}

/** The same edition as it stands now. The value is the same one while nothing changed. */
function standingAs(
  tenant: Tenant,
  { standing, since, note, twinOf, clockAheadSeconds }: TenantState,
): Tenant {
  if (
    tenant.standing === standing &&
    tenant.closed?.since === (standing === 'in-service' ? undefined : since) &&
    tenant.twinOf === twinOf &&
    tenant.clockAheadSeconds === clockAheadSeconds
  )
    return tenant
  const { closed: _closed, twinOf: _twinOf, ...edition } = tenant
  return {
    ...edition,
    standing,
    clockAheadSeconds,
    ...(standing !== 'in-service' && { closed: { ...(since && { since }), ...(note && { note }) } }),
    ...(twinOf !== undefined && { twinOf }),
  }
}

interface Believed<T> {
  readonly until: number
  readonly value: Promise<T>
}

/** An answer to be believed for a while; a question that failed is asked again. */
function believe<T>(value: Promise<T>, forMs: number, forget: () => void): Believed<T> {
  value.catch(forget)
  return { until: performance.now() + forMs, value }
}

function withoutPort(host: string): string {
  return host.replace(/:\d+$/, '').toLowerCase()
}

/** The tenant with this id. @throws NotFound */
export async function getTenantById(tenants: Tenants, id: string): Promise<Tenant> {
  const tenant = await tenants.find(id)
  if (!tenant) throw new NotFound('tenant')
  return tenant
}
