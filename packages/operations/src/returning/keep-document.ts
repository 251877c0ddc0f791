import { putFile } from '@motcua/db'
import type { Attachment, Dossier } from '@motcua/domain'
import { takeFile, type Upload } from '../files/take-file.ts'
import type { Room } from '../operation.ts'

/** Keeps a document of the office for a dossier, with what its signatures were found to be. */
export async function keepDocument(
  room: Room,
  { id: dossierId }: Dossier,
  upload: Upload,
): Promise<Attachment> {
  const attachment = await takeFile(room, 'result', upload)
  const { fileId: id, name, type } = attachment
  await putFile(room.tx, { id, name, type, content: upload.bytes, dossierId, at: room.now })
  return attachment
}
