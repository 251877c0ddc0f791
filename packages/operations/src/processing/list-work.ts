import { listTasks, logRead, type TaskLine } from '@motcua/db'
import { z } from 'zod'
import { staffOf } from '../dossier/reach.ts'
import { operation } from '../operation.ts'
import { remainingMinutes } from '../rules/determine.ts'
import { agencyName } from '../tenants/agency-name.ts'
import { hasRole } from './at-step.ts'

/** One thing to do, as the desk lists it. */
export interface WorkRow extends TaskLine {
  agencyName: string
  dossierAgencyName: string
  /** Working minutes left of the task's own time. */
  remainingMinutes: number | null
}

export interface WorkList {
  /** Steps this person holds. */
  mine: WorkRow[]
  /** Steps of their role at their body that nobody took. */
  free: WorkRow[]
  /** Opinions asked of their body and parts of other bodies' dossiers. */
  asked: WorkRow[]
  /** Bodies that did not answer in time, and dossiers their section supervises. */
  watched: WorkRow[]
  /** Steps others of the body hold, for those who may reassign them. */
  others: WorkRow[]
}

/** Việc của tôi: everything a member of staff has to do or to watch. Reading names of applicants is logged. */
export const listWork = operation({
  name: 'processing.listWork',
  may: 'work:list',
  input: z.object({}),

  async run({ tx, tenant, actor, now }): Promise<WorkList> {
    const { accountId, agencyId, roles } = staffOf(actor)
    const [lines] = await Promise.all([
      listTasks(tx, { agencyIds: [agencyId] }),
      logRead(tx, { actor, thing: 'queue', thingId: 'work', why: 'list', at: now }),
    ])
    const rows = lines.map((line) => ({
      ...line,
      agencyName: agencyName(tenant, line.agencyId),
      dossierAgencyName: agencyName(tenant, line.dossierAgencyId),
      remainingMinutes: remainingMinutes(tenant, now, line.dueAt),
    }))
    const has = (role: string | null): boolean => role !== null && hasRole(roles, role)
    const answers = has('specialist') || has('leader')
    const heads = has('leader') || has('one-stop-head')
    const steps = rows.filter(({ kind }) => kind === 'step')
    return {
      mine: steps.filter(({ holderId }) => holderId === accountId),
      free: steps.filter(({ holderId, role }) => holderId === null && has(role)),
      asked: answers ? rows.filter(({ kind }) => kind === 'opinion' || kind === 'share') : [],
      watched: heads ? rows.filter(({ kind }) => kind === 'silence' || kind === 'supervision') : [],
      others: heads ? steps.filter(({ holderId }) => holderId !== null && holderId !== accountId) : [],
    }
  },
})
