import { issueSlip, type Tx } from '@motcua/db'
import type { Dossier, DossierEvent } from '@motcua/domain'
import { isNumbered, issuerOf, slipOf } from './slips-in.ts'

/** Numbers the slips that these events issue, in the transaction of the deed. `dossier` is as they left it. */
export async function issueSlips(tx: Tx, dossier: Dossier, events: readonly DossierEvent[]): Promise<void> {
  for (const [i, event] of events.entries()) {
    const kind = slipOf(event)
    if (!kind || !isNumbered(kind)) continue
    const eventVersion = dossier.version - events.length + i + 1
    const agencyId = issuerOf(event, dossier)
    await issueSlip(tx, dossier.id, { kind, eventVersion, agencyId, issuedAt: event.at })
  }
}
