import { listQueries, logRead, reviewQuery, staffNames, type PopulationQuery } from '@motcua/db'
import { Refused } from '@motcua/domain'
import { z } from 'zod'
import { audit } from '../audit/audit.ts'
import { staffOf } from '../dossier/reach.ts'
import { operation } from '../operation.ts'
import { populationTerms } from './terms.ts'

/** A query as its reviewer reads it. */
export interface QueryView extends PopulationQuery {
  officerName: string
  agencyName: string
}

/** Queries to be reviewed, or all, the latest first; reading them is a reading of personal data. */
export const listPopulationQueries = operation({
  name: 'population.queries',
  may: 'population:review',
  input: z.object({ open: z.boolean().default(true) }).default({ open: true }),

  async run({ tx, tenant, actor, now }, { open }): Promise<{ reviewBy?: string; queries: QueryView[] }> {
    const queries = await listQueries(tx, { open })
    const names = await staffNames(tx, [...new Set(queries.map(({ accountId }) => accountId))])
    await logRead(tx, {
      actor,
      thing: 'population-queries',
      thingId: open ? 'open' : 'all',
      why: 'review',
      at: now,
    })
    const { reviewBy } = populationTerms(tenant, now)
    return {
      ...(reviewBy !== undefined && { reviewBy }),
      queries: queries.map((one) => ({
        ...one,
        officerName: names.get(one.accountId) ?? one.accountId,
        agencyName: tenant.agencies.get(one.agencyId)?.name ?? one.agencyId,
      })),
    }
  },
})

/** Says of queries that they were proper, or not, once and for good; nobody reviews their own. */
export const reviewPopulationQueries = operation({
  name: 'population.review',
  may: 'population:review',
  input: z.object({
    ids: z.array(z.uuid()).min(1).max(200),
    finding: z.enum(['proper', 'improper']),
    remark: z.string().trim().max(1000).default(''),
  }),

  async run(room, { ids, finding, remark }): Promise<{ reviewed: number }> {
    const { tx, actor, now } = room
    if (finding === 'improper' && remark === '') throw new Refused({ code: 'population-remark-missing' })
    const by = staffOf(actor).accountId
    for (const id of new Set(ids)) {
      await reviewQuery(tx, id, { at: now, by, finding, remark })
      await audit(room, {
        deed: 'population:review',
        thing: 'population-query',
        thingId: id,
        detail: { finding },
      })
    }
    return { reviewed: new Set(ids).size }
  },
})
