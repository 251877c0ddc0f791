import { countDesk, getAccount, listDesk, logRead, type DeskView } from '@motcua/db'
import { Forbidden, isAllowed } from '@motcua/domain'
import { z } from 'zod'
import { operation, type Room } from '../operation.ts'
import { queueNames, type QueueRow, type QueueView } from '../views.ts'
import { queueRow } from './queue-row.ts'
import { agenciesOf, isListed, staffOf } from './reach.ts'
import { soonUntil } from './urgency.ts'

const rowsPerPage = 50

/** The dossiers waiting for the office, the most urgent first. Reading names of applicants is logged. */
export const listQueue = operation({
  name: 'dossier.queue',
  may: 'dossier:list',
  input: z.object({
    queue: z.enum(queueNames),
    after: z.string().max(300).optional(),
    q: z.string().max(100).optional(),
    /** Whose work `mine` shows, where a head looks over it. */
    by: z.uuid().optional(),
  }),

  async run(room, { queue, after, q, by }): Promise<QueueView> {
    const { tx, actor, now } = room
    const other = by && by !== staffOf(actor).accountId ? by : undefined
    if (other && !isAllowed(actor, 'dossier:oversee')) throw new Forbidden('dossier:oversee')
    const view = { ...deskView(room), ...(other && { holderId: other, looksOver: true }) }
    const search = q?.trim()
    const page = { list: queue, limit: rowsPerPage, ...(after && { after }), ...(search && { search }) }
    const [{ lines, next }, counts, holder] = await Promise.all([
      listDesk(tx, view, page),
      countDesk(tx, deskView(room)),
      other ? getAccount(tx, other) : undefined,
      logRead(tx, { actor, thing: 'queue', thingId: queue, why: search ? 'search' : 'list', at: now }),
    ])
    return {
      queue,
      rows: lines.filter((line) => isListed(room, line)).map((line) => queueRow(room, line)),
      counts,
      worst: {
        new: worst(counts['new-overdue'], counts['new-due-soon'], counts.new),
        processing: worst(counts['processing-overdue'], counts['processing-due-soon'], counts.processing),
      },
      ...(holder && { by: { accountId: holder.id, fullName: holder.fullName } }),
      ...(next && { next }),
    }
  },
})

/** What lists are drawn up for: the bodies of this member of staff, at this moment. */
export function deskView({ tenant, actor, now }: Pick<Room, 'tenant' | 'actor' | 'now'>): DeskView {
  return {
    agencyIds: agenciesOf(tenant, actor),
    now,
    soonUntil: { new: soonUntil(tenant, 'new', now), processing: soonUntil(tenant, 'processing', now) },
    holderId: staffOf(actor).accountId,
  }
}

function worst(late: number, dueSoon: number, all: number): QueueRow['urgency'] {
  if (late > 0) return 'late'
  if (dueSoon > 0) return 'due-soon'
  return all > 0 ? 'in-time' : 'none'
}
