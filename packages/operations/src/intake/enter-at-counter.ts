import { z } from 'zod'
import { Answers, channels } from '@motcua/domain'
import { operation } from '../operation.ts'

/** Enters a dossier that was brought to the counter. */
export const enterAtCounter = operation({
  name: 'intake.enterAtCounter',
  may: 'dossier:enter-at-counter',
  input: z.object({
    /** Chosen by the window, so that pressing twice enters one dossier. */
    key: z.uuid(),
    procedureCode: z.string(),
    caseId: z.string(),
    agencyId: z.string(),
    applicant: z.object({
      fullName: z.string().trim(),
      citizenId: z.string().trim(),
      phone: z.string().trim().optional(),
      email: z.string().trim().optional(),
      address: z.string().trim().optional(),
    }),
    answers: Answers.default({}),
    /** Ids of the papers handed in. */
    handedIn: z.array(z.string()).default([]),
    returnChannel: z.enum(channels),
    paymentChannel: z.enum(channels).optional(),
  }),

  async run(): Promise<{ dossierId: string; submissionNo: string }> {
    throw new Error('intake.enterAtCounter is being written')
  },
})
