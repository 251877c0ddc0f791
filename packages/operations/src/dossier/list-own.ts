import { z } from 'zod'
import { reading } from '../operation.ts'
import type { OwnDossierLine } from '../views.ts'

/** Dossiers of the person who asks, the latest first. */
export const listOwn = reading({
  name: 'dossier.listOwn',
  may: 'dossier:own',
  input: z.void(),

  async run(): Promise<OwnDossierLine[]> {
    throw new Error('dossier.listOwn is being written')
  },
})
