import type { Instant } from '@motcua/calendar'
import { firstEditionAt, procedureVersions } from '@motcua/db'
import { compareContent, type ContentChange } from '@motcua/domain'
import { z } from 'zod'
import { reading } from '../operation.ts'
import { procedureOf } from './procedure-view.ts'

/** A version that was or is on the portal, as everybody may read it. */
export interface PublishedVersion {
  version: number
  from: Instant
  until?: Instant
  /** Number of the decision that announced it. */
  decision?: string
  changes: ContentChange[]
}

/** Since when a procedure stands as it does, and what changed before: public, without the names of officers. */
export const procedureChanges = reading({
  name: 'catalogue.changes',
  may: 'catalogue:read',
  input: z.object({ code: z.string().max(40) }),

  async run({ tx, tenant, now }, { code }): Promise<{ since: Instant; versions: PublishedVersion[] }> {
    procedureOf(tenant, code)
    const shown = (await procedureVersions(tx, code)).filter(
      ({ stage, published }) => published && stage !== 'scheduled',
    )
    const versions = shown.map(({ version, published, over, decision, content }, at) => {
      const before = shown[at + 1]
      return {
        version,
        from: published!.from,
        ...(over && { until: over.at }),
        ...(decision && { decision: decision.number }),
        changes: before ? compareContent(before.content, content) : [],
      }
    })
    return { since: versions[0]?.from ?? (await firstEditionAt(tx)) ?? now, versions }
  },
})
