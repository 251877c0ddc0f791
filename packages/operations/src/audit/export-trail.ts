import type { Instant } from '@motcua/calendar'
import { listAudit } from '@motcua/db'
import { z } from 'zod'
import { operation } from '../operation.ts'
import { AuditCursor, AuditQuery, filterOf } from './audit-filter.ts'
import { viewsOf, type AuditView } from './audit-view.ts'
import { audit } from './audit.ts'
import { asked } from './search-trail.ts'

/** Entries of one part of an export. */
const partSize = 2000

/** A part of an export: its lines, and where the next part begins. */
export interface TrailPart {
  text: string
  next?: { at: Instant; lane: number; seq: number }
}

/**
 * The trail as a file, part by part, so that none is too long to be held in memory: CSV for a spreadsheet, or NDJSON with
 * everything an entry says. That it was taken out goes into the trail once, with its first part.
 */
export const exportTrail = operation({
  name: 'audit.export',
  may: 'audit:export',
  input: z.object({
    query: AuditQuery.default({}),
    format: z.enum(['csv', 'ndjson']),
    after: AuditCursor.optional(),
  }),

  async run(room, { query, format, after }): Promise<TrailPart> {
    const { tx } = room
    const found = await listAudit(tx, await filterOf(tx, query), { limit: partSize + 1, after })
    const entries = found.slice(0, partSize)
    const last = found.length > partSize ? entries.at(-1) : undefined
    const views = await viewsOf(tx, entries)
    const lines =
      format === 'csv'
        ? [...(after ? [] : [header]), ...views.map(csvLine)]
        : views.map((view, i) => JSON.stringify({ ...view, detail: entries[i]!.detail }))
    if (!after) {
      await audit(room, {
        deed: 'audit:export',
        thing: 'trail',
        thingId: 'all',
        detail: { ...asked(query), format },
      })
    }
    const text = lines.map((line) => `${line}\r\n`).join('')
    // A spreadsheet tells UTF-8 by the mark at its beginning.
    const mark = format === 'csv' && !after ? '\uFEFF' : ''
    return {
      text: mark + (format === 'csv' ? text : text.replaceAll('\r\n', '\n')),
      ...(last && { next: { at: last.at, lane: last.lane, seq: last.seq } }),
    }
  },
})

const header = [
  ...['Thời điểm', 'Người thực hiện', 'Mã người thực hiện', 'Loại', 'Địa chỉ mạng', 'Việc', 'Mã việc'],
  ...['Đối tượng', 'Mã đối tượng', 'Chi tiết', 'Vị trí', 'Mã băm'],
]
  .map(quoted)
  .join(',')

function csvLine(view: AuditView): string {
  const { at, actorName = '', actorId, actorKind, address = '', says, deed, thing, thingId, detail } = view
  const cells = [at, actorName, actorId, actorKind, address, says.vi, deed, thing, thingId, detail]
  return [...cells, view.place, view.hash].map(quoted).join(',')
}

/** A spreadsheet must not take what somebody typed for a formula. */
function quoted(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return `"${safe.replaceAll('"', '""')}"`
}
