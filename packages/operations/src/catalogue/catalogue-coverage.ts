import { comingProcedures } from '@motcua/db'
import { isBelow, procedureDuty, type ServiceLevel } from '@motcua/domain'
import { z } from 'zod'
import { reading } from '../operation.ts'
import { bodiesOfLaw, coverageOfLaw, faultsOf, fieldsOfLaw, leastLevel } from './catalogue-law.ts'
import { contentOf } from './content.ts'
import { isPast } from './list-catalogue.ts'
import { isOnlineLevel } from './procedure-view.ts'

/** How many procedures a body or field has, and how many of them can be filed from home. */
export interface CoverageCount {
  name: string
  total: number
  online: number
}

/** How far the catalogue is what the law wants it to be (LA19-5.1, PT20-25.2, TQ25-29.3b, TQ25-31.1). */
export const catalogueCoverage = reading({
  name: 'catalogue.coverage',
  may: 'catalogue:oversee',
  input: z.object({}),

  async run({ tx, tenant, now }) {
    const least = leastLevel(tenant, now)
    const offered = [...tenant.procedures.values()]
    const coming = await comingProcedures(tx)
    const levels = new Map<ServiceLevel, number>()
    for (const { level } of offered) levels.set(level, (levels.get(level) ?? 0) + 1)
    const line = ({ procedure }: (typeof offered)[number]) => ({
      code: procedure.code,
      name: procedure.shortName,
    })
    const waiting = coming.map((version) => {
      const { code, version: no, stage, kind, content } = version
      const dueAt = procedureDuty(version)?.clock?.dueAt
      return {
        ...{ code, version: no, stage, kind, name: content.procedure.shortName },
        ...(dueAt && { dueAt }),
        isLate: isPast(dueAt, now),
      }
    })
    const missingNew = waiting.filter(({ kind }) => kind === 'new').length
    return {
      law: {
        ...bodiesOfLaw(tenant, now),
        coverage: coverageOfLaw(tenant, now),
        least,
        fields: fieldsOfLaw(tenant, now),
      },
      total: offered.length,
      online: offered.filter(({ level }) => isOnlineLevel(level)).length,
      /** Of those announced, how many are on the portal; a new one on its way is announced and not there yet. */
      publishedShare: share(offered.length, offered.length + missingNew),
      levels: [...levels].map(([level, count]) => ({ level, count })),
      belowLeast: offered
        .filter(({ level }) => least.answer !== null && isBelow(level, least.answer))
        .map((one) => ({ ...line(one), level: one.level })),
      byField: countBy(offered, ({ procedure }) => [procedure.field]),
      byAgency: countBy(offered, ({ agencies }) => agencies.map(({ name }) => name)),
      incomplete: offered.flatMap((one) => {
        const faults = faultsOf(tenant, contentOf(tenant, one.procedure.code)!, { asOf: now })
        return faults.length > 0 ? [{ ...line(one), faults }] : []
      }),
      waiting,
    }
  },
})

function countBy<T extends { readonly level: ServiceLevel }>(
  all: readonly T[],
  namesOf: (one: T) => readonly string[],
): CoverageCount[] {
  const counts = new Map<string, CoverageCount>()
  for (const one of all)
    for (const name of namesOf(one)) {
      const count = counts.get(name) ?? { name, total: 0, online: 0 }
      count.total += 1
      if (isOnlineLevel(one.level)) count.online += 1
      counts.set(name, count)
    }
  return [...counts.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'vi'))
}

/** A share in whole per cent, rounded down: only all of them are a hundred. */
function share(part: number, whole: number): number {
  return whole === 0 ? 100 : Math.floor((part * 100) / whole)
}
