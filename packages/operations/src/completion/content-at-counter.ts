import { Answers, type Content, type Dossier } from '@motcua/domain'
import { z } from 'zod'
import { papersOf } from '../dossier/own-view.ts'
import { attachmentsOf, CounterScan } from '../intake/counter-scan.ts'
import { keepScans } from '../intake/keep-scans.ts'
import type { Room } from '../operation.ts'

/** What an applicant brings to the counter for a dossier that was filed. */
export const BroughtIn = z.object({
  dossierId: z.uuid(),
  /** Answers as they are now; those not named stay. */
  answers: Answers.default({}),
  /** Ids of the papers brought now; those handed in before stay. */
  handedIn: z.array(z.string()).default([]),
  /** Papers scanned or photographed at the counter; those given before stay. */
  scans: z.array(CounterScan).max(100).default([]),
})
export type BroughtIn = z.infer<typeof BroughtIn>

/** The dossier's content with what was brought, and the deed that stores the scans once it is decided. */
export async function contentWith(
  room: Room,
  dossier: Dossier,
  { answers, handedIn, scans }: BroughtIn,
): Promise<{ content: Content; keep: () => Promise<void> }> {
  const papers = papersOf(room.tenant, dossier)
  const known = new Set(papers.map(({ id }) => id))
  const scanned = await attachmentsOf(room, scans, papers)
  return {
    content: {
      answers: { ...dossier.answers, ...answers },
      papers: [...dossier.papers, ...scanned],
      handedIn: [...new Set([...(dossier.handedIn ?? []), ...handedIn.filter((id) => known.has(id))])],
    },
    keep: () => keepScans(room, dossier.id, scanned, scans),
  }
}
