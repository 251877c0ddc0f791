import { serviceLevels } from '@motcua/domain'
import { z } from 'zod'
import { errand } from '../operation.ts'
import type { CatalogueView } from '../views.ts'
import { procedureLine } from './procedure-view.ts'
import { search } from './search-index.ts'

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

  async run({ tenant, now }, { q = '', field, agencyId, level }): Promise<CatalogueView> {
    const found = search(tenant.index, q)
      .map((code) => tenant.procedures.get(code)!)
      .filter((offered) => !field || offered.procedure.field === field)
      .filter((offered) => !level || offered.level === level)
      .filter((offered) => !agencyId || offered.agencies.some(({ id }) => id === agencyId))
    const fields = new Set([...tenant.procedures.values()].map(({ procedure }) => procedure.field))
    return {
      lines: found.map((offered) => procedureLine(tenant, offered, now)),
      fields: [...fields].toSorted((a, b) => a.localeCompare(b, 'vi')),
    }
  },
})
