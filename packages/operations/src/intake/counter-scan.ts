import { createHash, randomUUID } from 'node:crypto'
import { checkFile, maxFileBytes, NotFound, Refused, type Attachment, type Paper } from '@motcua/domain'
import { z } from 'zod'

/** A paper as it was scanned at the counter. */
export const CounterScan = z.object({
  paperId: z.string(),
  name: z.string().max(1000),
  bytes: z.instanceof(Uint8Array),
})
export type CounterScan = z.infer<typeof CounterScan>

/**
 * What the dossier keeps of a scan, whose bytes are stored once it is known to be new.
 * @throws Refused where it is no PDF, JPEG or PNG of at most 20 MB
 */
export function attachmentOf({ paperId, name, bytes }: CounterScan, papers: readonly Paper[]): Attachment {
  if (!papers.some(({ id, presentedOnly }) => id === paperId && !presentedOnly)) throw new NotFound('paper')
  const checked = checkFile({ bytes, size: bytes.length, name })
  if (!checked.ok) {
    const data = { fault: checked.fault, paperId, name, bytes: bytes.length, limit: maxFileBytes }
    throw new Refused({ code: 'file-not-accepted', data })
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return {
    paperId,
    fileId: randomUUID(),
    name: checked.name,
    type: checked.type,
    bytes: bytes.length,
    sha256,
  }
}
