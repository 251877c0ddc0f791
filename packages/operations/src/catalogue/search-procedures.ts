import { z } from 'zod'
import { serviceLevels } from '@motcua/domain'
import { errand } from '../operation.ts'
import type { CatalogueView } from '../views.ts'

/** Finds procedures by words, without regard to diacritics; exact matches stand first. */
export const searchProcedures = errand({
  name: 'catalogue.search',
  may: 'catalogue:read',
  input: z.object({
    q: z.string().max(200).optional(),
    field: z.string().optional(),
    agencyId: z.string().optional(),
    level: z.enum(serviceLevels).optional(),
  }),

  async run(): Promise<CatalogueView> {
    throw new Error('catalogue.search is being written')
  },
})
