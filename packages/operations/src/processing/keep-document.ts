import { randomUUID } from 'node:crypto'
import { putFile } from '@motcua/db'
import { checkFile, maxFileBytes, Refused, type Attachment } from '@motcua/domain'
import { z } from 'zod'
import type { Room } from '../operation.ts'

/** A document handed in with a deed. */
export const GivenDocument = z.object({ name: z.string().max(1000), bytes: z.instanceof(Uint8Array) })
export type GivenDocument = z.infer<typeof GivenDocument>

/**
 * Keeps a document of the office with the dossier it belongs to; nothing where none was given. @throws Refused where
 * the file is not of a kind that is taken
 */
export async function keepDocument(
  { tx, now }: Room,
  dossierId: string,
  kind: 'draft' | 'signed' | 'request' | 'opinion' | 'share' | 'report',
  given: GivenDocument | undefined,
): Promise<{ document?: Attachment }> {
  if (!given) return {}
  const { name, bytes } = given
  const checked = checkFile({ bytes, size: bytes.length, name })
  if (!checked.ok) {
    const data = { fault: checked.fault, name, bytes: bytes.length, limit: maxFileBytes }
    throw new Refused({ code: 'file-not-accepted', data })
  }
  const { type, name: safeName } = checked
  const file = await putFile(tx, {
    id: randomUUID(),
    name: safeName,
    type,
    content: bytes,
    dossierId,
    at: now,
  })
  const document = {
    paperId: kind,
    fileId: file.id,
    name: safeName,
    type,
    bytes: file.bytes,
    sha256: file.sha256,
  }
  return { document }
}
