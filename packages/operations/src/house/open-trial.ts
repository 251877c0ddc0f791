import { instant } from '@motcua/calendar'
import { z } from 'zod'
import { openTwin, setTwinClock } from '../tenants/twin.ts'
import { houseOperation, noteDeed } from './house-operation.ts'
import { provinceOf } from './list-provinces.ts'

/** Opens the trial of a province beside it, or brings it up to the province as it stands. */
export const openTrial = houseOperation({
  name: 'house.openTrial',
  may: 'house:run',
  input: z.object({ id: z.string().max(60) }),

  async run(house, { id }): Promise<{ twin: string }> {
    const { db, actor, now } = house
    const { tenant: twin } = await openTwin(db, { of: id, now, actor })
    await db.inHouse((tx) => noteDeed(tx, house, { deed: 'open-trial', thing: id, detail: { twin } }))
    return { twin }
  },
})

const Moment = z.iso.datetime({ offset: true }).transform((text) => instant(text))

/** Puts the clock of a trial to a moment, from which it runs on; without one it goes with the world's again. */
export const moveTrialClock = houseOperation({
  name: 'house.moveTrialClock',
  may: 'house:run',
  input: z.object({ id: z.string().max(60), to: Moment.optional() }),

  async run(house, { id, to }): Promise<void> {
    const { db, actor, now } = house
    await provinceOf(house, id)
    await setTwinClock(db, { twin: id, to, now, actor })
    await db.inHouse((tx) =>
      noteDeed(tx, house, { deed: 'move-trial-clock', thing: id, detail: { to: to ?? null } }),
    )
  },
})
