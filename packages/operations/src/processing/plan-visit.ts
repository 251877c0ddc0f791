import { randomUUID } from 'node:crypto'
import { MomentInput, planVisit as decide } from '@motcua/domain'
import { z } from 'zod'
import { getDossierToWorkOn } from '../dossier/reach.ts'
import { operation } from '../operation.ts'
import { record } from '../record.ts'
import { deedOf } from './at-step.ts'

/** Sets date and place of a visit; the applicant is told. */
export const planVisit = operation({
  name: 'processing.planVisit',
  may: 'work:do',
  input: z.object({
    dossierId: z.uuid(),
    startsAt: MomentInput,
    place: z.string().trim().min(1).max(500),
    purpose: z.string().trim().min(1).max(1000),
  }),

  async run(room, { dossierId, startsAt, place, purpose }): Promise<void> {
    const dossier = await getDossierToWorkOn(room, dossierId)
    const command = { ...deedOf(room), id: randomUUID(), startsAt, place, purpose }
    await record(room, dossier, decide(dossier, command))
  },
})
