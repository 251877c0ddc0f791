import { z } from 'zod'
import { reading } from '../operation.ts'
import { queueNames, type QueueView } from '../views.ts'

/** The dossiers waiting for the office, the most urgent first. */
export const listQueue = reading({
  name: 'dossier.queue',
  may: 'dossier:list',
  input: z.object({
    queue: z.enum(queueNames),
    after: z.string().max(300).optional(),
    q: z.string().max(100).optional(),
  }),

  async run(): Promise<QueueView> {
    throw new Error('dossier.queue is being written')
  },
})
