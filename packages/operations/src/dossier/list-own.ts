import { listOwn as listStored } from '@motcua/db'
import { z } from 'zod'
import { citizenOf } from '../drafts/own-draft.ts'
import { reading } from '../operation.ts'
import type { OwnDossierLine } from '../views.ts'

/** Dossiers of the person who asks, the latest first. */
export const listOwn = reading({
  name: 'dossier.listOwn',
  may: 'dossier:own',
  input: z.void(),

  async run({ tx, actor }): Promise<OwnDossierLine[]> {
    const lines = await listStored(tx, citizenOf(actor).accountId)
    return lines.map(({ id, submissionNo, code, phase, procedureName, submittedAt, dueAt, unpaid }) => ({
      id,
      submissionNo,
      ...(code && { code }),
      phase,
      procedureName,
      submittedAt,
      dueAt,
      unpaid,
    }))
  },
})
