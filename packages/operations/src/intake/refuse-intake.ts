import { refuseIntake as decide } from '@motcua/domain'
import { z } from 'zod'
import { getDossierToChange, staffOf } from '../dossier/reach.ts'
import { operation } from '../operation.ts'
import { record } from '../record.ts'

/** Turns the dossier away at intake, with the reason and the law it rests on (PT20-10.1c). */
export const refuseIntake = operation({
  name: 'intake.refuse',
  may: 'dossier:refuse-intake',
  input: z.object({
    dossierId: z.uuid(),
    reason: z.string().trim().max(2000),
    basis: z.string().trim().max(500),
  }),

  async run(room, { dossierId, reason, basis }): Promise<void> {
    const { actor, now } = room
    const dossier = await getDossierToChange(room, dossierId)
    await record(room, dossier, decide(dossier, { at: now, by: staffOf(actor).fullName, reason, basis }))
  },
})
