import { foldText } from '@motcua/domain'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from './database.ts'

/** Where a search stops looking in one agency: what begins so often is not what somebody is looking for. */
export const mostFound = 500

/**
 * Ids of the dossiers of these agencies that are found by this text: the beginning of a code, of its day and number, of a
 * submission number, of a citizen id or telephone, or of any word of a name and what follows it. Case, diacritics and
 * spaces do not count. As many index entries are read as there are finds, at most `mostFound` an agency.
 */
export function foundBy(tx: Tx, agencyIds: readonly string[], text: string): RawBuilder<{ id: string }> {
  const from = foldText(text)
  // No text goes beyond the last character there is, in byte order.
  const until = `${from}\u{10FFFF}`
  return sql`select distinct found.id
    from jsonb_array_elements_text(${[...new Set(agencyIds)]}::jsonb) agency (id)
    cross join lateral (
      select dossier_id as id from search_key
      where tenant = ${tx.tenant} and agency_id = agency.id and key >= ${from} and key < ${until}
      order by key limit ${mostFound}
    ) found`
}
