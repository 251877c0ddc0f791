import { z } from 'zod'
import { operation } from '../operation.ts'
import type { StoredFile } from '../views.ts'

/** A file of a dossier or draft, for staff or for the person who gave it. */
export const readFile = operation({
  name: 'dossier.readFile',
  may: 'file:read',
  input: z.object({ fileId: z.uuid() }),

  async run(): Promise<StoredFile> {
    throw new Error('dossier.readFile is being written')
  },
})
