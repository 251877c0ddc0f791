import { NotFound, type Attachment, type Paper } from '@motcua/domain'
import { z } from 'zod'
import { takeFile, Upload } from '../files/take-file.ts'
import type { Room } from '../operation.ts'

/** A paper as it was scanned at the counter. */
export const CounterScan = Upload.extend({ paperId: z.string() })
export type CounterScan = z.infer<typeof CounterScan>

/**
 * What the dossier keeps of scans, whose bytes are stored once it is known to be new.
 * @throws Refused where one is no whole PDF, JPEG or PNG of at most 20 MB
 */
export async function attachmentsOf(
  room: Pick<Room, 'tenant' | 'now'>,
  scans: readonly CounterScan[],
  papers: readonly Paper[],
): Promise<Attachment[]> {
  return Promise.all(
    scans.map(({ paperId, ...upload }) => {
      if (!papers.some(({ id, presentedOnly }) => id === paperId && !presentedOnly))
        throw new NotFound('paper')
      return takeFile(room, paperId, upload)
    }),
  )
}
