// For tests: the work on a dossier, from acceptance up to the step in which its result is recorded.
import { getDossier } from '@motcua/db'
import { isProposing, stepOf, type StaffRole } from '@motcua/domain'
import type { Context } from './operation.ts'
import { assignStep } from './processing/assign-step.ts'
import { askOpinion } from './processing/ask-opinion.ts'
import { doStep } from './processing/do-step.ts'
import { giveOpinion } from './processing/give-opinion.ts'
import { planVisit } from './processing/plan-visit.ts'
import { recordVisit } from './processing/record-visit.ts'
import { signResult } from './processing/sign-result.ts'
import { submitResult } from './processing/submit-result.ts'
import { takeStep } from './processing/take-step.ts'

interface Office {
  readonly tenant: string
  readonly db: Context['db']
  staff(agencyId: string, role?: StaffRole): Promise<Context>
}

/**
 * Takes a dossier through its workflow up to the step that records the result, with people of the bodies and roles the
 * steps name. A visit needs the clock of the office, which is given by `at`.
 */
export async function workThrough(
  office: Office & { at(moment: string): void },
  dossierId: string,
  {
    outcome = 'granted',
    visitAt,
  }: { outcome?: 'granted' | 'rejected'; visitAt?: [plan: string, after: string] } = {},
): Promise<void> {
  const people = new Map<string, Context>()
  const somebody = async (agencyId: string, role: StaffRole): Promise<Context> => {
    const key = `${agencyId} ${role}`
    const there = people.get(key) ?? (await office.staff(agencyId, role))
    people.set(key, there)
    return there
  }
  for (let round = 0; round < 60; round++) {
    const dossier = await office.db.read(office.tenant, (tx) => getDossier(tx, dossierId))
    const work = 'work' in dossier ? dossier.work : undefined
    if (!work) throw new Error('the work was not started')
    const { kind, role, agencyId } = stepOf(work)
    if (kind === 'record') return
    const worker = await somebody(work.agencyId, role)
    if (kind === 'assign') {
      const next = work.steps[work.steps.findIndex(({ id }) => id === work.at) + 1]!
      const chosen = await somebody(next.agencyId ?? dossier.agencyId, next.role)
      if (chosen.actor.kind !== 'staff') throw new Error('nobody to assign it to')
      await assignStep(worker, { dossierId, accountId: chosen.actor.accountId })
      continue
    }
    if (!work.holder) {
      await takeStep(worker, { dossierId })
      continue
    }
    const holder = [...people.values()].find(
      ({ actor }) => actor.kind === 'staff' && actor.accountId === work.holder!.accountId,
    )
    if (!holder) throw new Error(`${work.holder.fullName} is nobody of this journey`)
    if (kind === 'approve') await signResult(holder, { dossierId })
    else if (isProposing(work))
      await submitResult(holder, {
        dossierId,
        outcome,
        ...(outcome === 'rejected' && { note: 'Không đủ điều kiện' }),
      })
    else {
      if (kind === 'visit' && !work.visits?.some(({ report }) => report)) {
        if (!visitAt) throw new Error('say when the visit is made')
        await planVisit(holder, {
          dossierId,
          startsAt: visitAt[0],
          place: 'Tại thửa đất',
          purpose: 'Xem hiện trạng',
        })
        office.at(visitAt[1])
        await recordVisit(holder, { dossierId, findings: 'Đúng hiện trạng' })
      }
      if (kind === 'consult' && !agencyId && !work.opinions) {
        const other = work.agencyId === 'so-tu-phap' ? 'vp-ubnd' : 'so-tu-phap'
        const dueAt = dossier.phase === 'processing' ? dossier.processingClock.dueAt! : ''
        await askOpinion(holder, { dossierId, agencyId: other, question: 'Đề nghị xác minh', dueAt })
        const asked = await office.db.read(office.tenant, (tx) => getDossier(tx, dossierId))
        const opinionId = 'work' in asked ? asked.work!.opinions![0]!.id : ''
        await giveOpinion(await somebody(other, 'specialist'), {
          dossierId,
          opinionId,
          agrees: true,
          text: 'Đã xác minh',
        })
      }
      await doStep(holder, { dossierId, note: 'Đã làm' })
    }
  }
  throw new Error('the work does not end')
}
