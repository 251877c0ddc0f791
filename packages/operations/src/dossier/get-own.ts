import { z } from 'zod'
import { reading } from '../operation.ts'
import type { OwnDossierView } from '../views.ts'

/** A dossier as its applicant sees it. */
export const getOwn = reading({
  name: 'dossier.own',
  may: 'dossier:own',
  input: z.object({ id: z.uuid() }),

  async run(): Promise<OwnDossierView> {
    throw new Error('dossier.own is being written')
  },
})
