import { countQueues, listQueue as listStored, logRead, type DossierLine } from '@motcua/db'
import { z } from 'zod'
import { operation, type Room } from '../operation.ts'
import { remainingMinutes } from '../rules/determine.ts'
import { queueNames, type QueueRow, type QueueView } from '../views.ts'
import { agenciesOf } from './reach.ts'
import { urgencyOf } from './urgency.ts'

const rowsPerPage = 50

/** The dossiers waiting for the office, the most urgent first. Reading names of applicants is logged. */
export const listQueue = operation({
  name: 'dossier.queue',
  may: 'dossier:list',
  input: z.object({
    queue: z.enum(queueNames),
    after: z.string().max(300).optional(),
    q: z.string().max(100).optional(),
  }),

  async run(room, { queue, after, q }): Promise<QueueView> {
    const { tx, tenant, actor, now } = room
    const agencyIds = agenciesOf(tenant, actor)
    const request = {
      queue,
      agencyIds,
      limit: rowsPerPage,
      ...(after && { after }),
      ...(q?.trim() && { search: q.trim() }),
    }
    const [page, counts] = await Promise.all([
      listStored(tx, request),
      countQueues(tx, agencyIds),
      logRead(tx, { actor, thing: 'queue', thingId: queue, why: q?.trim() ? 'search' : 'list', at: now }),
    ])
    return {
      queue,
      rows: page.lines.map((line) => rowOf(room, line)),
      counts,
      ...(page.next && { next: page.next }),
    }
  },
})

function rowOf({ tenant, now }: Room, line: DossierLine): QueueRow {
  const {
    id,
    submissionNo,
    code,
    phase,
    procedureName,
    applicantName,
    agencyId,
    mode,
    submittedAt,
    dueAt,
    attempt,
  } = line
  const runs = phase === 'submitted' || phase === 'processing'
  return {
    id,
    submissionNo,
    ...(code && { code }),
    phase,
    procedureName,
    applicantName,
    agencyName: tenant.agencies.get(agencyId)?.name ?? agencyId,
    mode,
    submittedAt,
    dueAt,
    remainingMinutes: runs ? remainingMinutes(tenant, now, dueAt) : null,
    urgency: urgencyOf(tenant, phase, dueAt, now),
    attempt,
  }
}
