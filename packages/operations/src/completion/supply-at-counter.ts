import { Answers, supplyCompletion as decide } from '@motcua/domain'
import { z } from 'zod'
import { procedureOf } from '../catalogue/procedure-view.ts'
import { getDossierToChange } from '../dossier/reach.ts'
import { operation } from '../operation.ts'
import { record } from '../record.ts'
import { submissionTerms } from '../intake/filing.ts'

/** Notes what an applicant brought to the counter after being asked for more: a new attempt (AMB-08). */
export const supplyAtCounter = operation({
  name: 'intake.supplyAtCounter',
  may: 'dossier:enter-at-counter',
  input: z.object({
    dossierId: z.uuid(),
    /** Answers as they are now; those not named stay. */
    answers: Answers.default({}),
    /** Ids of the papers brought now; those handed in before stay. */
    handedIn: z.array(z.string()).default([]),
  }),

  async run(room, { dossierId, answers, handedIn }): Promise<{ dossierId: string }> {
    const { tenant, now } = room
    const dossier = await getDossierToChange(room, dossierId)
    const command = {
      at: now,
      answers: { ...dossier.answers, ...answers },
      papers: dossier.papers,
      handedIn: [...new Set([...(dossier.handedIn ?? []), ...handedIn])],
    }
    const terms = submissionTerms(tenant, procedureOf(tenant, dossier.procedure.code), {
      mode: 'counter',
      now,
    })
    await record(room, dossier, decide(dossier, command, terms))
    return { dossierId }
  },
})
