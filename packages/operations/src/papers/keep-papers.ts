import { randomUUID } from 'node:crypto'
import { getDossier, keepPapers as keep, type KeptPaper } from '@motcua/db'
import { NotFound, Refused, type Dossier } from '@motcua/domain'
import { z } from 'zod'
import { audit } from '../audit/audit.ts'
import { papersOf } from '../dossier/own-view.ts'
import { citizenOf } from '../drafts/own-draft.ts'
import { operation, type Room } from '../operation.ts'

/**
 * Keeps papers of a settled dossier, and its result, among a person's own for later dossiers: each with its own consent
 * (TQ25-6.2b, TQ25-6.2c).
 */
export const keepPapers = operation({
  name: 'papers.keep',
  may: 'paper:keep',
  input: z.object({ dossierId: z.uuid(), fileIds: z.array(z.uuid()).min(1).max(200) }),

  async run(room, { dossierId, fileIds }): Promise<void> {
    const { tx, actor } = room
    const { accountId } = citizenOf(actor)
    const dossier = await getDossier(tx, dossierId)
    if (dossier.applicant.accountId !== accountId) throw new NotFound('dossier')
    // Received, digitised and settled: what was refused or is still worked on proves nothing later.
    if (!isSettled(dossier))
      throw new Refused({ code: 'result-not-recorded', data: { phase: dossier.phase } })
    const kept = keepable(room, dossier).filter(({ fileId }) => fileIds.includes(fileId))
    if (kept.length < new Set(fileIds).size) throw new NotFound('file')
    await keep(tx, accountId, kept)
    const detail = { papers: kept.length }
    await audit(room, { deed: 'vault:consent', thing: 'dossier', thingId: dossierId, detail })
  },
})

export function isSettled(dossier: Dossier): dossier is Extract<Dossier, { phase: 'returned' }> {
  return dossier.phase === 'returned' && dossier.result.outcome === 'granted'
}

/** Everything of a settled dossier that may be kept: its result first, then what was handed in. */
export function keepable(
  { tenant, now }: Pick<Room, 'tenant' | 'now'>,
  dossier: Extract<Dossier, { phase: 'returned' }>,
): KeptPaper[] {
  const { id: dossierId, procedure, papers, result } = dossier
  const names = new Map(papersOf(tenant, dossier).map(({ id, name }) => [id, name]))
  const about = { dossierId, procedureName: procedure.name, consentedAt: now }
  const document = result.document && {
    ...about,
    id: randomUUID(),
    fileId: result.document.fileId,
    kind: 'result' as const,
    paperId: 'result',
    paperName: resultName(tenant.procedures.get(procedure.code)?.procedure.results) ?? procedure.name,
  }
  const components = papers.map(({ paperId, fileId }) => ({
    ...about,
    id: randomUUID(),
    fileId,
    kind: 'component' as const,
    paperId,
    paperName: names.get(paperId) ?? paperId,
  }))
  return [...(document ? [document] : []), ...components]
}

function resultName(results: readonly { readonly name: string }[] | undefined): string | undefined {
  return results?.[0]?.name
}
