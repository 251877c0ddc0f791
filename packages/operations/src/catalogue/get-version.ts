import { dateOf } from '@motcua/calendar'
import { getProcedureVersion, procedureHistory, procedureVersions } from '@motcua/db'
import {
  compareContent,
  NotFound,
  procedureDuty,
  type ContentChange,
  type ProcedureContent,
} from '@motcua/domain'
import { z } from 'zod'
import { reading, type Room } from '../operation.ts'
import { bodiesOfLaw, faultsOf, fieldsOfLaw } from './catalogue-law.ts'
import { contentOf } from './content.ts'
import { isPast } from './list-catalogue.ts'

/** One version of a procedure, with what is wrong with it, what it changes and what happened to it. */
export const getProcedureDraft = reading({
  name: 'catalogue.version',
  may: 'catalogue:oversee',
  input: z.object({ code: z.string().max(40), version: z.int().positive() }),

  async run(room, { code, version: no }) {
    const { tx, tenant, now } = room
    const version = await getProcedureVersion(tx, code, no)
    const announcedName = version.decision?.announcedName
    const duty = procedureDuty(version)
    return {
      ...version,
      faults: version.kind === 'ended' ? [] : faultsOf(tenant, version.content, { asOf: now, announcedName }),
      changes: compareContent(await contentBefore(room, version), version.content),
      history: await procedureHistory(tx, code, no),
      law: { ...bodiesOfLaw(tenant, now), fields: fieldsOfLaw(tenant, now) },
      ...(duty && { duty: { ...duty, isLate: isPast(duty.clock?.dueAt, now) } }),
      /** Its decision is not in force yet. */
      isAhead: version.decision !== undefined && version.decision.effectiveOn > dateOf(now),
    }
  },
})

/** Every version of one procedure, the latest first, and what stands on the portal. */
export const listProcedureDrafts = reading({
  name: 'catalogue.versions',
  may: 'catalogue:oversee',
  input: z.object({ code: z.string().max(40) }),

  async run({ tx, tenant }, { code }) {
    const versions = await procedureVersions(tx, code)
    const content = contentOf(tenant, code)
    if (versions.length === 0 && !content) throw new NotFound('procedure')
    return {
      code,
      name: content?.procedure.shortName ?? versions[0]!.content.procedure.shortName,
      ...(content && { content }),
      versions: versions.map(({ version, stage, kind, reason, drafted, published, over, decision }) => ({
        version,
        stage,
        kind,
        ...(reason && { reason }),
        drafted,
        ...(published && { published }),
        ...(over && { over }),
        ...(decision && { decision }),
      })),
    }
  },
})

/** What two versions of one procedure say differently; without the first, against what is on the portal. */
export const compareProcedures = reading({
  name: 'catalogue.compare',
  may: 'catalogue:oversee',
  input: z.object({
    code: z.string().max(40),
    from: z.int().positive().optional(),
    to: z.int().positive().optional(),
  }),

  async run({ tx, tenant }, { code, from, to }): Promise<ContentChange[]> {
    const content = async (no: number | undefined): Promise<ProcedureContent | undefined> =>
      no === undefined ? contentOf(tenant, code) : (await getProcedureVersion(tx, code, no)).content
    const [before, after] = await Promise.all([content(from), content(to)])
    if (!after) throw new NotFound('procedure version')
    return compareContent(before, after)
  },
})

/** What a version is laid beside: what is on the portal, or, once it was there itself, the one before. */
async function contentBefore(
  { tx, tenant }: Room,
  { code, version, published }: { code: string; version: number; published?: unknown },
): Promise<ProcedureContent | undefined> {
  if (!published) return contentOf(tenant, code)
  const versions = await procedureVersions(tx, code)
  return versions.find((one) => one.version < version && one.published)?.content
}
