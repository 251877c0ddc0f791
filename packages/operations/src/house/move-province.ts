import { z } from 'zod'
import type { TenantState } from '@motcua/db'
import { changeStanding, standingDeeds } from './change-standing.ts'
import { houseOperation, noteDeed } from './house-operation.ts'
import { provinceOf } from './list-provinces.ts'

const Said = z.string().trim().min(1).max(500)

/** Moves a province one step, with the reason: out of service and back, or on its way out of the house. */
export const moveProvince = houseOperation({
  name: 'house.moveProvince',
  may: 'house:run',
  input: z.object({
    id: z.string().max(60),
    deed: z.enum(standingDeeds),
    reason: Said,
    /** Said on the portal while it is closed. */
    note: z.object({ vi: Said, en: Said }).optional(),
  }),

  async run(house, { id, deed, reason, note }): Promise<Pick<TenantState, 'standing' | 'purgeAfter'>> {
    const { db, actor, now } = house
    await provinceOf(house, id)
    const state = await changeStanding(db, id, { deed, actor, now, reason, note })
    const { standing, purgeAfter } = state
    const detail = { reason, standing, ...(purgeAfter && { purgeAfter }) }
    await db.inHouse((tx) => noteDeed(tx, house, { deed: `${deed}-province`, thing: id, detail }))
    return { standing, ...(purgeAfter && { purgeAfter }) }
  },
})
