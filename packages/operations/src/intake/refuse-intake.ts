import { z } from 'zod'
import { operation } from '../operation.ts'

/** Turns the dossier away at intake, with the reason and the law it rests on. */
export const refuseIntake = operation({
  name: 'intake.refuse',
  may: 'dossier:refuse-intake',
  input: z.object({ dossierId: z.uuid(), reason: z.string().trim(), basis: z.string().trim() }),

  async run(): Promise<void> {
    throw new Error('intake.refuse is being written')
  },
})
