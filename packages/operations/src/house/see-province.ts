import type { Instant } from '@motcua/calendar'
import { findTenantState, hasRole, listEditions, listOperatorDeeds, type OperatorDeed } from '@motcua/db'
import type { Bilingual } from '@motcua/domain'
import { z } from 'zod'
import { twinIdOf } from '../tenants/twin.ts'
import { houseOperation } from './house-operation.ts'
import { provinceLine, provinceOf, type ProvinceLine } from './list-provinces.ts'

/** One province as those who run the house see it. */
export interface ProvinceView extends ProvinceLine {
  readonly portals: readonly string[]
  readonly since?: Instant
  readonly note?: Bilingual
  readonly purgeAfter?: Instant
  /** Whether somebody of the province can let others in. */
  readonly hasAdministrator: boolean
  /** Of a trial: how far its clock stands ahead of the world's. */
  readonly clockAheadSeconds: number
  /** The id of its trial, where one is open. */
  readonly twin?: string
  readonly editions: readonly {
    readonly no: number
    readonly at: Instant
    readonly hash: string
    readonly why?: string
  }[]
  /** What operators did with it, the latest first. */
  readonly deeds: readonly Omit<OperatorDeed, 'operatorId' | 'thing'>[]
}

/** How one province stands: its editions, and what operators did with it. */
export const seeProvince = houseOperation({
  name: 'house.seeProvince',
  may: 'house:read',
  input: z.object({ id: z.string().max(60) }),

  async run(house, { id }): Promise<ProvinceView> {
    const { db, tenants, portalOf } = house
    const tenant = await provinceOf(house, id)
    const { manifest } = tenant
    const { since, note, purgeAfter, clockAheadSeconds = 0 } = (await findTenantState(db, id)) ?? {}
    const { editions, hasAdministrator } = await db.read(id, async (tx) => ({
      editions: await listEditions(tx),
      hasAdministrator: await hasRole(tx, 'tenant-admin'),
    }))
    const deeds = await db.inHouse((tx) => listOperatorDeeds(tx, { thing: id }))
    const twin = (await tenants.find(twinIdOf(id)))?.id
    return {
      ...(await provinceLine(house, tenant)),
      portals: manifest.hosts.map((host) => portalOf({ manifest: { ...manifest, hosts: [host] } })),
      ...(since && { since }),
      ...(note && { note }),
      ...(purgeAfter && { purgeAfter }),
      hasAdministrator,
      clockAheadSeconds,
      ...(twin !== undefined && { twin }),
      editions: editions.map(({ no, appliedAt: at, hash, why }) => ({ no, at, hash, ...(why && { why }) })),
      deeds: deeds.map(({ at, name, deed, detail }) => ({ at, name, deed, detail })),
    }
  },
})
