import { giveInstantResult, type InstantReceipt, type InstantTerms } from '@motcua/domain'
import { z } from 'zod'
import { getDossierToChange, staffOf } from '../dossier/reach.ts'
import { operation, type Room } from '../operation.ts'
import { record } from '../record.ts'
import { determine, processingClock, timeliness } from '../rules/determine.ts'
import { filedProcedure } from './filing.ts'
import { nextDossierCode } from './next-dossier-code.ts'

/**
 * Settles a dossier while its applicant waits at the counter: code, clock and result are recorded like any other's,
 * a receipt slip is made only where the law or the applicant asks for one (PT20-10.1d).
 */
export const instantResult = operation({
  name: 'intake.instantResult',
  may: 'dossier:give-instant-result',
  input: z.object({
    dossierId: z.uuid(),
    /** Another case of the procedure than the one entered, where the officer finds that it applies. */
    caseId: z.string().optional(),
    outcome: z.enum(['granted', 'rejected']),
    note: z.string().trim().max(2000).optional(),
    slipAsked: z.boolean(),
  }),

  async run(room, { dossierId, caseId, outcome, note, slipAsked }): Promise<{ code: string; slip: boolean }> {
    const { tenant, actor, now } = room
    const dossier = await getDossierToChange(room, dossierId)
    const otherCase = caseId && caseId !== dossier.procedure.caseId ? caseId : undefined
    const procedure = otherCase && filedProcedure(tenant, dossier.procedure.code, otherCase)
    const command = {
      at: now,
      by: staffOf(actor).fullName,
      ...(procedure && { procedure }),
      outcome,
      ...(note && { note }),
      slipAsked,
    }
    const clock = processingClock(tenant, now, (procedure || dossier.procedure).limit)
    const code = await nextDossierCode(room, dossier)
    const terms: InstantTerms = {
      code,
      processingClock: clock,
      ...timelinessNow(room, clock.dueAt),
      receipt: determine<InstantReceipt | null>(tenant, 'instant.receipt', { asOf: now }),
    }
    const after = await record(room, dossier, giveInstantResult(dossier, command, terms))
    return { code, slip: !('withoutSlip' in after && after.withoutSlip) }
  },
})

function timelinessNow({ tenant, now }: Room, dueAt: InstantTerms['processingClock']['dueAt']) {
  if (dueAt === null) return { timeliness: 'on-time', timelinessBasis: [] } as const
  const { answer, basis } = timeliness(tenant, { dueAt, resultAt: now })
  return { timeliness: answer ?? (now <= dueAt ? 'on-time' : 'late'), timelinessBasis: basis }
}
