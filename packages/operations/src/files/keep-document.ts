import { putFile } from '@motcua/db'
import type { Attachment } from '@motcua/domain'
import type { Room } from '../operation.ts'
import { takeFile, type Upload } from './take-file.ts'

/** What a document of the office is: the paper it stands for in a dossier. */
export type OfficePaper = 'result' | 'draft' | 'signed' | 'request' | 'opinion' | 'share' | 'report'

/**
 * Keeps a document of the office with the dossier it belongs to, with what its signatures were found to be.
 * @throws Refused where the file is not of a kind that is taken
 */
export async function keepDocument(
  room: Room,
  dossierId: string,
  paper: OfficePaper,
  upload: Upload,
): Promise<Attachment> {
  const attachment = await takeFile(room, paper, upload)
  const { fileId: id, name, type } = attachment
  await putFile(room.tx, { id, name, type, content: upload.bytes, dossierId, at: room.now })
  return attachment
}
