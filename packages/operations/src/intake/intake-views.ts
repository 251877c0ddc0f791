import { isInstant, type Dossier, type InstantReceipt } from '@motcua/domain'
import { agencyView } from '../catalogue/procedure-view.ts'
import { askingView } from '../completion/asking.ts'
import type { Room } from '../operation.ts'
import { determine } from '../rules/determine.ts'
import type { StaffDossierView } from '../views.ts'

/** What an officer who checks a dossier has to know: what asking for more means, who else receives it, what an instant result needs. */
export function intakeViews(
  room: Room,
  dossier: Dossier,
): Pick<StaffDossierView, 'asking' | 'otherBodies' | 'instantReceipt'> {
  const { tenant, now } = room
  const asking = askingView(room, dossier)
  if (dossier.phase !== 'submitted') return { ...(asking && { asking }) }
  const offered = tenant.procedures.get(dossier.procedure.code)
  return {
    ...(asking && { asking }),
    otherBodies: (offered?.agencies ?? []).filter(({ id }) => id !== dossier.agencyId).map(agencyView),
    ...(isInstant(dossier) && {
      instantReceipt: determine<InstantReceipt | null>(tenant, 'instant.receipt', { asOf: now }),
    }),
  }
}
