import type { DossierLine } from '@motcua/db'
import type { Room } from '../operation.ts'
import { remainingMinutes } from '../rules/determine.ts'
import type { QueueRow } from '../views.ts'
import { agencyName } from '../tenants/agency-name.ts'
import { urgencyOf } from './urgency.ts'

/** A line of the archive as the desk shows it at this moment. */
export function queueRow({ tenant, now }: Pick<Room, 'tenant' | 'now'>, line: DossierLine): QueueRow {
  const { code, phase, agencyId, dueAt, holder, step } = line
  const runs = phase === 'submitted' || phase === 'processing'
  return {
    id: line.id,
    submissionNo: line.submissionNo,
    ...(code && { code }),
    phase,
    procedureName: line.procedureName,
    applicantName: line.applicantName,
    agencyName: agencyName(tenant, agencyId),
    mode: line.mode,
    submittedAt: line.submittedAt,
    dueAt,
    remainingMinutes: runs ? remainingMinutes(tenant, now, dueAt, phase) : null,
    urgency: urgencyOf(tenant, phase, dueAt, now),
    attempt: line.attempt,
    unpaid: line.unpaid,
    ...(holder && { holder }),
    ...(step && { step }),
  }
}
