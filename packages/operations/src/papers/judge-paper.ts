import { day } from '@motcua/calendar'
import { noteValidity } from '@motcua/db'
import { NotFound } from '@motcua/domain'
import { z } from 'zod'
import { getDossierAtDesk, staffOf } from '../dossier/reach.ts'
import { operation } from '../operation.ts'

/** Writes down once whether a paper used again is still valid, and until when: it stands for later dossiers too (AMB-43). */
export const judgePaper = operation({
  name: 'papers.judge',
  may: 'dossier:accept',
  input: z.object({
    dossierId: z.uuid(),
    fileId: z.uuid(),
    valid: z.boolean(),
    lastDay: z.iso.date().optional(),
    note: z.string().trim().min(1).max(500),
  }),

  async run(room, { dossierId, fileId, valid, lastDay, note }): Promise<void> {
    const { tx, actor, now } = room
    const { accountId: by, agencyId } = staffOf(actor)
    const dossier = await getDossierAtDesk(room, dossierId)
    const origin = dossier.papers.find((paper) => paper.fileId === fileId)?.origin
    if (!origin) throw new NotFound('paper')
    const found = { valid, note, at: now, by, agencyId, ...(valid && lastDay && { lastDay: day(lastDay) }) }
    await noteValidity(tx, { keptId: origin.keptId, ...found })
  },
})
