import { putFile } from '@motcua/db'
import type { Attachment } from '@motcua/domain'
import type { Room } from '../operation.ts'
import type { CounterScan } from './counter-scan.ts'

/** Stores what was scanned at the counter, once it is known to belong to a dossier. */
export async function keepScans(
  { tx, now }: Room,
  dossierId: string,
  attachments: readonly Attachment[],
  scans: readonly CounterScan[],
): Promise<void> {
  for (const [i, { fileId: id, name, type }] of attachments.entries())
    await putFile(tx, { id, name, type, content: scans[i]!.bytes, dossierId, at: now })
}
