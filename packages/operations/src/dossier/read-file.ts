import { getDossier, getFileContent, getFileInfo, logRead, type FileInfo } from '@motcua/db'
import { NotFound } from '@motcua/domain'
import { z } from 'zod'
import { operation, type Room } from '../operation.ts'
import type { StoredFile } from '../views.ts'
import { getDossierAtDesk } from './reach.ts'

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
async function mustReach(room: Room, file: FileInfo): Promise<void> {
  const { tx, actor, now } = room
  if (actor.kind === 'staff' && file.dossierId) {
    await getDossierAtDesk(room, file.dossierId)
    await logRead(tx, { actor, thing: 'file', thingId: file.id, why: 'dossier.readFile', at: now })
    return
  }
  if (actor.kind !== 'citizen') throw new NotFound('file')
  if (file.accountId === actor.accountId) return
  const dossier = file.dossierId ? await getDossier(tx, file.dossierId) : undefined
  if (dossier?.applicant.accountId !== actor.accountId) throw new NotFound('file')
}
