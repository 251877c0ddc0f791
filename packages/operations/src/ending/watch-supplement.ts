import type { Dossier, EventOf } from '@motcua/domain'
import type { LaterErrand } from '../errands/handler.ts'
import { justAfter } from '../errands/moments.ts'
import type { Tenant } from '../tenants/tenant.ts'

/** While a supplement is awaited: once the applicant's time has run out, it is seen whether the dossier is closed. */
export function watchSupplement(
  _tenant: Tenant,
  _dossier: Dossier,
  { window }: EventOf<'SupplementRequested'>,
): readonly LaterErrand<'close-unanswered'>[] {
  return window?.dueAt ? [{ kind: 'close-unanswered', dueAt: justAfter(window.dueAt) }] : []
}
