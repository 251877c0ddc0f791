import type { Instant } from '@motcua/calendar'
import {
  supplyCompletion,
  supplySupplement,
  type Content,
  type Decision,
  type Dossier,
  type DossierEvent,
  type IntakeMode,
} from '@motcua/domain'
import { procedureOf } from '../catalogue/procedure-view.ts'
import { promiseAfterPause } from '../clocks/promise-after-pause.ts'
import { submissionTerms } from '../intake/filing.ts'
import type { Tenant } from '../tenants/tenant.ts'

/**
 * Decides what follows when an applicant adds what was asked for: before acceptance a new attempt with an intake time
 * of its own (AMB-08), after it the work goes on with the promise the law counts (AMB-09).
 */
export function supply(
  tenant: Tenant,
  dossier: Dossier,
  content: Content,
  { mode, now }: { mode: IntakeMode; now: Instant },
): Decision<DossierEvent> {
  const command = { at: now, ...content }
  const terms = submissionTerms(tenant, procedureOf(tenant, dossier.procedure.code), { mode, now })
  if (dossier.phase !== 'supplement-requested') return supplyCompletion(dossier, command, terms)
  const processingClock = promiseAfterPause(tenant, dossier, now)
  return supplySupplement(dossier, command, { ...terms, processingClock })
}
