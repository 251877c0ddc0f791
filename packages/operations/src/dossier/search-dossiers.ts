import { logRead, searchDossiers as searchStored } from '@motcua/db'
import { z } from 'zod'
import { operation } from '../operation.ts'
import type { SearchView } from '../views.ts'
import { queueRow } from './queue-row.ts'
import { agenciesOf, isListed } from './reach.ts'

const mostRows = 50

/**
 * Dossiers of the searcher's bodies, in whatever queue, by the beginning of a code, a number or any word of a name; what
 * is still to be done first. The reading is logged.
 */
export const searchDossiers = operation({
  name: 'dossier.search',
  may: 'dossier:list',
  input: z.object({ q: z.string().trim().min(2).max(100) }),

  async run(room, { q }): Promise<SearchView> {
    const { tx, tenant, actor, now } = room
    const [lines] = await Promise.all([
      searchStored(tx, { agencyIds: agenciesOf(tenant, actor), search: q, limit: mostRows + 1 }),
      logRead(tx, { actor, thing: 'queue', thingId: 'all', why: 'search', at: now }),
    ])
    return {
      rows: lines
        .slice(0, mostRows)
        .filter((line) => isListed(room, line))
        .map((line) => queueRow(room, line)),
      more: lines.length > mostRows,
    }
  },
})
