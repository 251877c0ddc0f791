import { MomentInput } from '@motcua/domain'
import { instant, type Instant } from '@motcua/calendar'
import { listPublishedApologies } from '@motcua/db'
import { z } from 'zod'
import { maskName } from '../dossier/mask-name.ts'
import { reading } from '../operation.ts'
import { determine } from '../rules/determine.ts'
import { agencyName } from '../tenants/agency-name.ts'
import type { ApologiesView } from './views.ts'

const pageSize = 50

/** The apologies a province publishes, with personal data reduced (LA19-11.3). Everybody may read them. */
export const listApologies = reading({
  name: 'lateness.list',
  may: 'catalogue:read',
  input: z.object({
    agencyId: z.string().max(60).optional(),
    /** Where the page before ended. */
    after: z.object({ at: MomentInput, dossierId: z.uuid() }).optional(),
    most: z.number().int().min(1).max(1000).default(pageSize),
  }),

  async run({ tx, tenant, now }, { agencyId, after, most }): Promise<ApologiesView> {
    const found = await listPublishedApologies(tx, {
      limit: most + 1,
      ...(agencyId !== undefined && { agencyId }),
      ...(after && { after: { at: after.at as Instant, dossierId: after.dossierId } }),
    })
    const rows = found.slice(0, most)
    const last = rows.at(-1)
    return {
      duty: determine(tenant, 'slip.published', { slip: 'apology-slip', asOf: now }),
      rows: rows.map(({ code, applicantName, procedureName, apology }) => ({
        at: apology.at,
        code,
        applicant: maskName(applicantName),
        procedure: procedureName,
        agency: agencyName(tenant, apology.agencyId),
        agencyId: apology.agencyId,
        dueAt: apology.dueAt,
        newDueAt: apology.processingClock?.dueAt ?? apology.expectedAt ?? null,
        moved: apology.processingClock !== undefined,
        reason: apology.reason,
        timely: apology.timely,
      })),
      ...(found.length > most && last && { next: { at: last.apology.at, dossierId: last.dossierId } }),
    }
  },
})
