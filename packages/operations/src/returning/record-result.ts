import { recordResult as decide, type Dossier } from '@motcua/domain'
import { z } from 'zod'
import { keepDocument } from '../files/keep-document.ts'
import { Upload } from '../files/take-file.ts'
import { dueBeforeReappointment } from '../lateness/facts.ts'
import { operation, type Room } from '../operation.ts'
import { record } from '../record.ts'
import { workflowEnforced as enforced } from '../processing/workflow-law.ts'
import { timeliness } from '../rules/determine.ts'
import { getDossierToChange, staffOf } from '../dossier/reach.ts'

/** Records what the office decided, and whether that was early, on time or late as the regulation defines it. */
export const recordResult = operation({
  name: 'dossier.recordResult',
  may: 'dossier:record-result',
  input: z.object({
    dossierId: z.uuid(),
    outcome: z.enum(['granted', 'rejected']),
    note: z.string().trim().max(2000).optional(),
    document: Upload.optional(),
  }),

  async run(room, { dossierId, outcome, note, document: given }): Promise<void> {
    const { actor, now } = room
    const dossier = await getDossierToChange(room, dossierId)
    const signed = dossier.phase === 'processing' ? dossier.work?.signed : undefined
    // What was signed is the result, unless another document is handed in with it.
    const document = given ? await keepDocument(room, dossierId, 'result', given) : signed?.document
    const command = {
      at: now,
      by: staffOf(actor).fullName,
      outcome,
      ...((note || signed?.note) && { note: note || signed!.note! }),
      ...(document && { document }),
    }
    const workflowEnforced = enforced(room.tenant, now).answer ?? false
    await record(room, dossier, decide(dossier, command, { ...termsOf(room, dossier), workflowEnforced }))
  },
})

function termsOf({ tenant, now }: Room, dossier: Dossier) {
  // A re-appointment admits the delay: what counts is the promise before it (AMB-14).
  const dueAt = dossier.phase === 'processing' ? dueBeforeReappointment(dossier) : null
  // Without a due moment nothing can be late.
  if (dueAt === null) return { timeliness: 'on-time', timelinessBasis: [] } as const
  const { answer, basis } = timeliness(tenant, { dueAt, resultAt: now })
  return { timeliness: answer ?? (now <= dueAt ? 'on-time' : 'late'), timelinessBasis: basis }
}
