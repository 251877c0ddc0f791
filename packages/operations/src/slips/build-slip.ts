import type { IssuedSlip } from '@motcua/db'
import { fold, type Dossier, type DossierEvent, type SlipDocument } from '@motcua/domain'
import { lookupUrl } from '../dossier/lookup-url.ts'
import { papersOf, agencyById } from '../dossier/own-view.ts'
import type { Tenant } from '../tenants/tenant.ts'
import { acceptanceOf, baseMatter } from './base-matter.ts'
import { handoverRows } from './handover-rows.ts'
import { matterOfEvent } from './matter-of-event.ts'
import { paperRows } from './paper-rows.ts'
import { issuerOf, type SlipRef } from './slips-in.ts'
import { writeSlip } from './write-slip.ts'

/** A dossier's history with the numbers its slips were given. */
export interface SlipSource {
  readonly events: readonly DossierEvent[]
  readonly issued: readonly IssuedSlip[]
}

/**
 * A slip as it was issued: by the dossier as it stood then, the law of that moment and the number it was given.
 * `shown` takes away what its reader may not see; `portalUrl` is the address of the province's portal, without a slash at its end.
 */
export function buildSlip(
  tenant: Tenant,
  portalUrl: string,
  { events, issued }: SlipSource,
  { kind, eventVersion }: SlipRef,
  { shown = (dossier) => dossier }: { shown?: (dossier: Dossier) => Dossier } = {},
): SlipDocument {
  const past = events.slice(0, eventVersion)
  const dossier = shown(fold(past))
  const event = past.at(-1)!
  const number = issued.find((slip) => slip.kind === kind && slip.eventVersion === eventVersion)
  const agency = agencyById(tenant, kind === 'control-sheet' ? dossier.agencyId : issuerOf(event, dossier))
  const base = baseMatter(dossier, { agency, section: tenant.slips.section })
  const own = kind === 'control-sheet' ? {} : matterOfEvent(event, tenant)
  const reference = acceptanceOf(dossier)?.code ?? dossier.submissionNo
  return writeSlip(
    tenant,
    {
      kind,
      agency,
      issuedAt: event.at,
      reference,
      medium: dossier.handedIn && dossier.handedIn.length > 0 ? 'paper' : 'electronic',
      lookupUrl: lookupUrl(portalUrl, reference),
    },
    {
      fillings: {
        ...base,
        ...own.fillings,
        number: number && String(number.n).padStart(2, '0'),
      },
      tables: {
        papers: paperRows(dossier, papersOf(tenant, dossier)),
        handovers: handoverRows(past, tenant),
        ...own.tables,
      },
    },
  )
}
