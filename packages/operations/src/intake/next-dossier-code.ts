import { dateOf } from '@motcua/calendar'
import { nextCodeNumber } from '@motcua/db'
import { dossierCode, type Dossier } from '@motcua/domain'
import { agencyOf } from '../catalogue/procedure-view.ts'
import type { Room } from '../operation.ts'

/** The official code of a dossier taken on now. The next acceptance of its body waits until this one is written. */
export async function nextDossierCode({ tx, tenant, now }: Room, { agencyId }: Dossier): Promise<string> {
  const agencyCode = agencyOf(tenant, agencyId).code
  const date = dateOf(now)
  const n = await nextCodeNumber(tx, agencyCode, date)
  return dossierCode({ provinceCode: tenant.manifest.code, agencyCode, date, n })
}
