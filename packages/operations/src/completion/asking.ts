import type { Instant } from '@motcua/calendar'
import {
  isAllowed,
  type AcceptedDossier,
  type Actor,
  type AskingTerms,
  type Dossier,
  type SupplementTerms,
} from '@motcua/domain'
import { z } from 'zod'
import type { Room } from '../operation.ts'
import { determine, supplementWindow } from '../rules/determine.ts'
import type { Tenant } from '../tenants/tenant.ts'
import type { AskingView } from '../views.ts'

/** What is asked for: one list of papers and fields, each with its reason and the law it rests on. */
export const AskedItems = z
  .array(
    z.object({
      kind: z.enum(['paper', 'field']),
      ref: z.string().max(200),
      label: z.string().trim().min(1).max(1000),
      reason: z.string().trim().min(1).max(2000),
      basis: z.string().trim().min(1).max(500),
    }),
  )
  .max(100)

/** What the law of this moment says about asking an applicant for more. */
export function askingTerms(tenant: Tenant, asOf: Instant): AskingTerms {
  return {
    limit: determine(tenant, 'intake.completionLimit', { asOf }),
    further: determine(tenant, 'intake.furtherRequest', { asOf }),
  }
}

/** The same of an accepted dossier: by when it may be sent back, what the wait does, how long the applicant has. */
export function supplementTerms(
  tenant: Tenant,
  { acceptedAt }: Pick<AcceptedDossier, 'acceptedAt'>,
  asOf: Instant,
): SupplementTerms {
  const window = supplementWindow(tenant, asOf)
  return {
    ...askingTerms(tenant, asOf),
    noticeDue: determine(tenant, 'supplement.notice', { acceptedAt }),
    effect: determine(tenant, 'processing.onPause', { pauseReason: 'supplement', asOf }),
    ...(window && { window }),
  }
}

/** Whether an actor may give the reason that lets the office ask beyond its number. */
export const mayGiveReason = (actor: Actor): boolean => isAllowed(actor, 'dossier:ask-again')

/** What a request would mean now, for whoever writes it; undefined where nothing can be asked for. */
export function askingView({ tenant, actor, now }: Room, dossier: Dossier): AskingView | undefined {
  if (dossier.phase !== 'submitted' && dossier.phase !== 'processing') return undefined
  const { limit, further } = askingTerms(tenant, now)
  const asking = {
    requests: dossier.requests ?? 0,
    limit,
    further: further.answer ?? 'head-reason',
    open: [...new Set([...(dossier.asked ?? []), ...(dossier.renewed ?? [])])],
    mayGiveReason: mayGiveReason(actor),
  }
  if (dossier.phase === 'submitted') return asking
  const { noticeDue, effect, window } = supplementTerms(tenant, dossier, now)
  const isLate = noticeDue.answer !== null && now > noticeDue.answer
  return { ...asking, supplement: { noticeDue, isLate, effect, ...(window && { window }) } }
}
