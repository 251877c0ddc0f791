import type { Instant } from '@motcua/calendar'
import { listAudit, listSeals, type AuditSeal } from '@motcua/db'
import { z } from 'zod'
import { operation } from '../operation.ts'
import { AuditCursor, AuditQuery, filterOf } from './audit-filter.ts'
import { viewsOf, type AuditView } from './audit-view.ts'
import { audit } from './audit.ts'

/** Entries of one page. */
const pageSize = 50

export interface TrailPage {
  entries: AuditView[]
  /** Where the next page begins, while there is one. */
  next?: { at: Instant; lane: number; seq: number }
  /** The last seals, the latest first. */
  seals: AuditSeal[]
}

/** A page of the province's trail, as the auditor searches it. The search itself goes into the trail. */
export const searchTrail = operation({
  name: 'audit.search',
  may: 'audit:read',
  input: z.object({ query: AuditQuery.default({}), after: AuditCursor.optional() }),

  async run(room, { query, after }): Promise<TrailPage> {
    const { tx } = room
    const found = await listAudit(tx, await filterOf(tx, query), { limit: pageSize + 1, after })
    const entries = found.slice(0, pageSize)
    const last = found.length > pageSize ? entries.at(-1) : undefined
    const page = {
      entries: await viewsOf(tx, entries),
      ...(last && { next: { at: last.at, lane: last.lane, seq: last.seq } }),
      seals: await listSeals(tx, 5),
    }
    await audit(room, {
      deed: 'audit:search',
      thing: 'trail',
      thingId: query.thingId || query.thing || 'all',
      detail: asked(query),
    })
    return page
  },
})

/** What was asked, without what is empty. */
export function asked(query: AuditQuery): Record<string, string | boolean> {
  return Object.fromEntries(
    Object.entries(query).filter((entry): entry is [string, string | boolean] => Boolean(entry[1])),
  )
}
