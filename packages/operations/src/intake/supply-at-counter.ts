import { z } from 'zod'
import { Answers } from '@motcua/domain'
import { operation } from '../operation.ts'

/** Notes what the applicant brought to the counter after being asked for more. */
export const supplyAtCounter = operation({
  name: 'intake.supplyAtCounter',
  may: 'dossier:enter-at-counter',
  input: z.object({
    dossierId: z.uuid(),
    answers: Answers.default({}),
    handedIn: z.array(z.string()).default([]),
  }),

  async run(): Promise<{ dossierId: string }> {
    throw new Error('intake.supplyAtCounter is being written')
  },
})
