import type { Instant } from '@motcua/calendar'
import { comingProcedures, listProcedureVersions } from '@motcua/db'
import { procedureDuty, type LegalClock, type ProcedureStage, type ServiceLevel } from '@motcua/domain'
import { z } from 'zod'
import { reading } from '../operation.ts'
import { bodiesOfLaw } from './catalogue-law.ts'

/** One procedure of the province as the desk's catalogue lists it. */
export interface CatalogueDeskLine {
  code: string
  name: string
  field: string
  /** On the portal now; absent for one that is only on its way. */
  level?: ServiceLevel
  /** Number of the version on the portal, where it ever changed. */
  published?: number
  coming?: ComingVersion
}

/** A version on its way, with what has to be done next. */
export interface ComingVersion {
  version: number
  stage: ProcedureStage
  kind: 'new' | 'changed' | 'ended'
  duty?: { kind: 'appraise' | 'publish'; clock?: LegalClock; isLate: boolean }
}

/** The procedures of the province, with what is on its way and by when it has to be done. */
export const listCatalogue = reading({
  name: 'catalogue.desk',
  may: 'catalogue:oversee',
  input: z.object({}),

  async run({ tx, tenant, now }) {
    const [coming, lines] = await Promise.all([comingProcedures(tx), listProcedureVersions(tx)])
    const onWay = new Map(coming.map((version) => [version.code, version]))
    const published = new Map(
      lines.filter(({ stage }) => stage === 'published').map(({ code, version }) => [code, version]),
    )
    const rows = [...tenant.procedures.values()].map(({ procedure, level }): CatalogueDeskLine => {
      const { code, shortName: name, field } = procedure
      const version = published.get(code)
      return { code, name, field, level, ...(version && { published: version }) }
    })
    for (const { code, content } of coming)
      if (!tenant.procedures.has(code)) {
        const { shortName: name, field } = content.procedure
        rows.push({ code, name, field })
      }
    return {
      law: bodiesOfLaw(tenant, now),
      lines: rows.map((row) => {
        const version = onWay.get(row.code)
        return version ? { ...row, coming: comingView(version, now) } : row
      }),
    }
  },
})

function comingView(
  {
    version,
    stage,
    kind,
    clocks,
  }: Parameters<typeof procedureDuty>[0] & {
    version: number
    kind: ComingVersion['kind']
  },
  now: Instant,
): ComingVersion {
  const duty = procedureDuty({ stage, clocks })
  return {
    version,
    stage,
    kind,
    ...(duty && { duty: { ...duty, isLate: isPast(duty.clock?.dueAt, now) } }),
  }
}

/** Whether a moment by which something was due has passed. */
export function isPast(dueAt: Instant | null | undefined, now: Instant): boolean {
  return dueAt !== null && dueAt !== undefined && Date.parse(dueAt) < Date.parse(now)
}
