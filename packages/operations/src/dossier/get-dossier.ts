import { logRead } from '@motcua/db'
import type { Dossier } from '@motcua/domain'
import { z } from 'zod'
import { operation, type Room } from '../operation.ts'
import { staffWork } from '../processing/work-view.ts'
import { workflowEnforced } from '../processing/workflow-law.ts'
import { processingClock, remainingMinutes } from '../rules/determine.ts'
import type { StaffDossierView } from '../views.ts'
import { intakeViews } from '../intake/intake-views.ts'
import { deedsOf } from './deeds.ts'
import { ownView, papersOf } from './own-view.ts'
import { getDossierAtDesk, reaches } from './reach.ts'
import { runningClock, urgencyOf } from './urgency.ts'

/** A dossier as staff see it. The reading is logged. */
export const getDossier = operation({
  name: 'dossier.get',
  may: 'dossier:read',
  input: z.object({ id: z.uuid() }),

  async run(room, { id }): Promise<StaffDossierView> {
    const { tx, tenant, actor, now } = room
    const dossier = await getDossierAtDesk(room, id)
    await logRead(tx, { actor, thing: 'dossier', thingId: id, why: 'dossier.get', at: now })
    const dueAt = runningClock(dossier)?.dueAt ?? null
    const preview = previewOf(room, dossier)
    const work = staffWork(tenant, dossier)
    const { work: _, ...own } = await ownView(room, dossier, 'staff')
    return {
      ...own,
      ...(work && { work }),
      mode: dossier.mode,
      urgency: urgencyOf(tenant, dossier.phase, dueAt, now),
      remainingMinutes: remainingMinutes(tenant, now, dueAt, dossier.phase),
      checklist: papersOf(tenant, dossier).map((paper) => ({
        paper,
        given: dossier.papers.filter(({ paperId }) => paperId === paper.id),
        handedIn: dossier.handedIn?.includes(paper.id) ?? false,
      })),
      ...(preview && { preview }),
      ...intakeViews(room, dossier),
      ...deedsOf(actor, dossier, {
        isOwn: reaches(tenant, actor, dossier, false),
        workflowEnforced: workflowEnforced(tenant, now).answer ?? false,
      }),
    }
  },
})

/** The promise if it were accepted now, for each case of the procedure. */
function previewOf({ tenant, now }: Room, { phase, procedure }: Dossier): StaffDossierView['preview'] {
  if (phase !== 'submitted') return undefined
  const chosen = { id: procedure.caseId, name: procedure.caseName, limit: procedure.limit }
  const others =
    tenant.procedures.get(procedure.code)?.procedure.cases.filter(({ id }) => id !== chosen.id) ?? []
  return [chosen, ...others].map(({ id, name, limit }) => ({
    caseId: id,
    caseName: name,
    clock: processingClock(tenant, now, limit),
  }))
}
