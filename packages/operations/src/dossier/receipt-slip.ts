import { getDossier, logRead } from '@motcua/db'
import { NotFound, Refused, type Dossier } from '@motcua/domain'
import { z } from 'zod'
import { operation, type Room } from '../operation.ts'
import { buildReceiptSlip } from '../slips/receipt-slip.ts'
import { tenantView } from '../tenants/tenant-view.ts'
import type { ReceiptSlipView } from '../views.ts'
import { lookupUrl } from './lookup-url.ts'
import { agencyOfDossier, papersOf } from './own-view.ts'
import { getDossierAtDesk } from './reach.ts'

/** The receipt slip of an accepted dossier, for staff or for its applicant (LA19-9.2, PT20-10.1b). */
export const receiptSlip = operation({
  name: 'dossier.receiptSlip',
  may: 'dossier:receipt-slip',
  input: z.object({ dossierId: z.uuid() }),

  async run(room, { dossierId }): Promise<ReceiptSlipView> {
    const { tenant, now, portal } = room
    const dossier = await ofReader(room, dossierId)
    if (dossier.phase !== 'processing' && dossier.phase !== 'decided') {
      throw new Refused({ code: 'dossier-not-accepted', data: { phase: dossier.phase } })
    }
    return buildReceiptSlip(dossier, {
      tenant: tenantView(tenant, now),
      agency: agencyOfDossier(tenant, dossier),
      papers: papersOf(tenant, dossier),
      acceptedBy: dossier.acceptedBy,
      lookupUrl: lookupUrl(portal, dossier.code),
    })
  },
})

async function ofReader(room: Room, dossierId: string): Promise<Dossier> {
  const { tx, actor, now } = room
  if (actor.kind === 'staff') {
    const dossier = await getDossierAtDesk(room, dossierId)
    await logRead(tx, { actor, thing: 'dossier', thingId: dossierId, why: 'dossier.receiptSlip', at: now })
    return dossier
  }
  const dossier = await getDossier(tx, dossierId)
  if (actor.kind !== 'citizen' || dossier.applicant.accountId !== actor.accountId)
    throw new NotFound('dossier')
  return dossier
}
