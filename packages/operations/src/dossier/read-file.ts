import { getDossier, getFileContent, getFileInfo, logRead, type FileInfo } from '@motcua/db'
import { NotFound, type Dossier } from '@motcua/domain'
import { z } from 'zod'
import { operation, type Room } from '../operation.ts'
import type { StoredFile } from '../views.ts'
import { reaches } from './reach.ts'

/** A stored file, for staff of the body that holds its dossier or for the person it belongs to. */
export const readFile = operation({
  name: 'dossier.readFile',
  may: 'file:read',
  input: z.object({ fileId: z.uuid() }),

  async run(room, { fileId }): Promise<StoredFile> {
    const info = await getFileInfo(room.tx, fileId)
    await mustReach(room, info)
    const { name, type, sha256 } = info
    return { name, type, sha256, bytes: await getFileContent(room.tx, fileId) }
  },
})

/** @throws NotFound for everybody whose business it is not */
async function mustReach({ tx, tenant, actor, now }: Room, file: FileInfo): Promise<void> {
  if (actor.kind === 'citizen' && file.accountId === actor.accountId) return
  // What a postal officer photographed is theirs to look at, until it is the dossier's.
  if (actor.kind === 'staff' && file.accountId === actor.accountId && !file.dossierId) return
  const dossier = file.dossierId ? await getDossier(tx, file.dossierId) : undefined
  if (!dossier) throw new NotFound('file')
  if (actor.kind === 'citizen' && dossier.applicant.accountId === actor.accountId) {
    // What the office wrote is in the applicant's hands once it was handed over (AMB-26).
    if (isOfOffice(file) && !isTheApplicants(dossier, file.id)) throw new NotFound('file')
    return
  }
  if (actor.kind !== 'staff' || !reaches(tenant, actor, dossier)) throw new NotFound('file')
  await logRead(tx, { actor, thing: 'file', thingId: file.id, why: 'dossier.readFile', at: now })
}

function isOfOffice({ accountId }: FileInfo): boolean {
  return accountId === undefined
}

/** Papers of the dossier, whoever scanned them, and the document of a result that was handed over. */
function isTheApplicants(dossier: Dossier, fileId: string): boolean {
  if (dossier.papers.some((paper) => paper.fileId === fileId)) return true
  return dossier.phase === 'returned' && dossier.result.document?.fileId === fileId
}
