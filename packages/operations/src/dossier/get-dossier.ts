import { z } from 'zod'
import { operation } from '../operation.ts'
import type { StaffDossierView } from '../views.ts'

/** A dossier as staff see it. The reading is logged. */
export const getDossier = operation({
  name: 'dossier.get',
  may: 'dossier:read',
  input: z.object({ id: z.uuid() }),

  async run(): Promise<StaffDossierView> {
    throw new Error('dossier.get is being written')
  },
})
