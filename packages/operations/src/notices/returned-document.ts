import { getFileContent, type Database } from '@motcua/db'
import type { Dossier, DossierEvent } from '@motcua/domain'
import type { Enclosure } from '../slips/slip-for-letter.ts'

/** The document of a result that is returned by e-mail: it goes with the letter that tells of it. */
export async function returnedDocument(
  db: Database,
  tenant: string,
  event: DossierEvent,
  dossier: Dossier,
): Promise<Enclosure | undefined> {
  if (event.type !== 'ResultHandedOver' || event.channel !== 'email') return undefined
  const document = 'result' in dossier ? dossier.result.document : undefined
  if (!document) return undefined
  const bytes = await db.read(tenant, (tx) => getFileContent(tx, document.fileId))
  return { name: document.name, type: document.type, bytes }
}
