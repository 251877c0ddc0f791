import type { IssuedSlip } from '@motcua/db'
import type { DossierEvent, FileType } from '@motcua/domain'
import { determine } from '../rules/determine.ts'
import type { Tenant } from '../tenants/tenant.ts'
import { buildSlip } from './build-slip.ts'
import { slipPdf } from './slip-pdf.ts'
import { isForApplicant, slipsIn } from './slips-in.ts'

/** A file that goes along with a letter. */
export interface Enclosure {
  readonly name: string
  readonly type: FileType
  readonly bytes: Uint8Array
}

/**
 * The slip that the letter about the last of these events encloses: the receipt with an acceptance, the letter of
 * apology with an apology. Nothing where the event issues none for the applicant, where the regulation gives receipts on
 * paper only (LA19-9.2), or where somebody who filed by post chose one other way of getting the receipt (LA19-19.3).
 */
export async function slipForLetter(
  tenant: Tenant,
  portalUrl: string,
  source: { readonly events: readonly DossierEvent[]; readonly issued: readonly IssuedSlip[] },
): Promise<Enclosure | undefined> {
  const { events } = source
  const slip = slipsIn(events).find(
    ({ kind, eventVersion }) => eventVersion === events.length && isForApplicant(kind),
  )
  if (!slip || (slip.kind === 'receipt' && !isReceiptMailed(tenant, events))) return undefined
  const document = buildSlip(tenant, portalUrl, source, slip)
  return {
    name: `${slip.ref}-${document.reference}.pdf`,
    type: 'application/pdf',
    bytes: await slipPdf(document),
  }
}

function isReceiptMailed(tenant: Tenant, events: readonly DossierEvent[]): boolean {
  const [filed] = events
  const chosen = filed?.type === 'DossierSubmitted' ? filed.cameBy?.postal?.receipt : undefined
  if (chosen && !chosen.includes('email')) return false
  const { answer } = determine<string[] | null>(tenant, 'receipt.forms', { asOf: events.at(-1)!.at })
  return answer === null || answer.includes('electronic')
}
