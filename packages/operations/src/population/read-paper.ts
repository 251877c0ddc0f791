import { getFileContent, getRegistration, logRead } from '@motcua/db'
import { isAllowed, NotFound } from '@motcua/domain'
import { z } from 'zod'
import { staffOf } from '../dossier/reach.ts'
import { operation } from '../operation.ts'
import type { StoredFile } from '../views.ts'

/** A signed paper of a registration, for the agency that sent it and for those who decide and review. */
export const readPopulationPaper = operation({
  name: 'population.readPaper',
  may: 'population:list',
  input: z.object({ id: z.uuid(), fileId: z.uuid() }),

  async run({ tx, actor, now }, { id, fileId }): Promise<StoredFile> {
    const registration = await getRegistration(tx, id)
    const seesAll = isAllowed(actor, 'population:decide') || isAllowed(actor, 'population:review')
    if (!seesAll && registration.agencyId !== staffOf(actor).agencyId)
      throw new NotFound('population-registration')
    const papers = [...registration.papers, ...registration.officers.map(({ commitment }) => commitment)]
    const file = papers.find((paper) => paper.file?.fileId === fileId)?.file
    if (!file) throw new NotFound('file')
    await logRead(tx, { actor, thing: 'file', thingId: fileId, why: 'population.readPaper', at: now })
    const { name, type, sha256 } = file
    return { name, type, sha256, bytes: await getFileContent(tx, fileId) }
  },
})
