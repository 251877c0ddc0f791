import { fromMoment, dateOf, subtractWorkingDays, toMoment, type Instant } from '@motcua/calendar'
import { countByBody, listDesk, logRead, stuckSince, workInHand } from '@motcua/db'
import { z } from 'zod'
import { operation } from '../operation.ts'
import { bodyCounts, type BodyCount, type TodayView } from '../views.ts'
import { agencyName } from '../tenants/agency-name.ts'
import { deskView } from './list-queue.ts'
import { isListed } from './reach.ts'
import { queueRow } from './queue-row.ts'

/** Working days a step may last before the head is shown it. It serves the desk; it is no law. */
const stuckAfterDays = 5
const rowsShown = 10

/** The day of whoever oversees: what is late, falls due today, lies still, and who has what in hand (TQ25-29.1d, PT20-2.2). */
export const today = operation({
  name: 'dossier.today',
  may: 'dossier:oversee',
  input: z.void(),

  async run(room): Promise<TodayView> {
    const { tx, tenant, actor, now } = room
    const view = deskView(room)
    const { agencyIds } = view
    const day = { agencyIds, now, dayEndsAt: `${dateOf(now)}T23:59:59+07:00` as Instant }
    const before = fromMoment(subtractWorkingDays(tenant.rules.calendar, toMoment(now), stuckAfterDays))
    const [bodies, people, overdue, stuck] = await Promise.all([
      countByBody(tx, day),
      workInHand(tx, day),
      listDesk(tx, view, { list: 'overdue', limit: rowsShown }),
      stuckSince(tx, { agencyIds, before, limit: rowsShown }),
      logRead(tx, { actor, thing: 'queue', thingId: 'today', why: 'list', at: now }),
    ])
    return {
      at: now,
      totals: Object.fromEntries(
        bodyCounts.map((name) => [name, bodies.reduce((sum, body) => sum + body[name], 0)]),
      ) as Record<BodyCount, number>,
      bodies: bodies.map(({ id, ...counts }) => ({
        id,
        name: agencyName(tenant, id),
        counts,
      })),
      people,
      overdue: overdue.lines.filter((line) => isListed(room, line)).map((line) => queueRow(room, line)),
      stuck: stuck
        .filter((line) => isListed(room, line))
        .map((line) => ({ ...queueRow(room, line), since: line.since })),
      stuckAfterDays,
    }
  },
})
