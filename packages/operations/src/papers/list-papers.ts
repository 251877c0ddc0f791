import { getDossier, listKept, readsOfFiles, usesOf } from '@motcua/db'
import { NotFound } from '@motcua/domain'
import { z } from 'zod'
import { citizenOf } from '../drafts/own-draft.ts'
import { reading } from '../operation.ts'
import { agencyName } from '../tenants/agency-name.ts'
import { determine } from '../rules/determine.ts'
import type { KeepableView, KeptPapersView } from '../views.ts'
import { isSettled, keepable } from './keep-papers.ts'
import { standingsOf } from './validity.ts'

/** A person's own papers (kho dữ liệu), and what the law says may be kept among them. */
export const listPapers = reading({
  name: 'papers.list',
  may: 'paper:keep',
  input: z.object({}),

  async run({ tx, tenant, actor, now }): Promise<KeptPapersView> {
    const { basis } = determine<string[] | null>(tenant, 'vault.items', { asOf: now })
    const kept = await listKept(tx, citizenOf(actor).accountId)
    const standings = await standingsOf(tx, kept, now)
    const uses = await usesOf(
      tx,
      kept.map(({ id }) => id),
    )
    const reads = await readsOfFiles(
      tx,
      [...kept, ...uses].map(({ fileId }) => fileId),
    )
    const papers = kept.map((paper) => {
      const used = uses.filter(({ keptId }) => keptId === paper.id)
      const files = [paper.fileId, ...used.map(({ fileId }) => fileId)]
      return {
        ...paper,
        ...standings.get(paper.id)!,
        uses: used.flatMap(({ usedAt, dossierId }) => (dossierId ? [{ at: usedAt, dossierId }] : [])),
        reads: reads
          .filter(({ fileId }) => files.includes(fileId))
          .map(({ at, agencyId }) => ({ at, ...(agencyId && { agency: agencyName(tenant, agencyId) }) })),
      }
    })
    return { papers, basis: [...basis] }
  },
})

/** What of a settled dossier its applicant may keep, and what of it is kept already; nothing of another dossier. */
export const listKeepable = reading({
  name: 'papers.keepable',
  may: 'paper:keep',
  input: z.object({ dossierId: z.uuid() }),

  async run(room, { dossierId }): Promise<KeepableView> {
    const { tx, tenant, actor, now } = room
    const { accountId } = citizenOf(actor)
    const dossier = await getDossier(tx, dossierId)
    if (dossier.applicant.accountId !== accountId) throw new NotFound('dossier')
    const kept = new Set((await listKept(tx, accountId)).map(({ fileId }) => fileId))
    const { basis } = determine<string[] | null>(tenant, 'vault.componentConditions', { asOf: now })
    const papers = isSettled(dossier) ? keepable(room, dossier) : []
    return {
      papers: papers.map(({ fileId, kind, paperName }) => ({
        fileId,
        kind,
        paperName,
        kept: kept.has(fileId),
      })),
      basis: [...basis],
    }
  },
})
