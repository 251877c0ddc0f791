import type { Dossier, DossierEvent, DossierEventType, EventOf } from '@motcua/domain'
import type { Tenant } from '../tenants/tenant.ts'
import type { LaterErrand } from './handler.ts'
import type { ErrandKind } from './handlers.ts'
import { watchSupplement } from '../ending/watch-supplement.ts'
import { watchIntake } from './watch-intake.ts'
import { watchOpinion } from '../processing/note-silence.ts'
import { watchPromise } from './watch-promise.ts'

type Plan<Event> = (tenant: Tenant, dossier: Dossier, event: Event) => readonly LaterErrand<ErrandKind>[]

/** What an event leaves to be done later. The worker writes it down, once, before it tells anybody of the event. */
const plans: { readonly [Type in DossierEventType]?: Plan<EventOf<Type>> } = {
  DossierSubmitted: watchIntake,
  CompletionSupplied: watchIntake,
  DossierRedirected: watchIntake,
  DossierAccepted: watchPromise,
  SupplementRequested: watchSupplement,
  SupplementSupplied: watchPromise,
  ClockResumed: watchPromise,
  ApologyIssued: watchPromise,
  OpinionAsked: watchOpinion,
}

/** Everything an event leaves to be done later. */
export function followUps(
  tenant: Tenant,
  dossier: Dossier,
  event: DossierEvent,
): readonly LaterErrand<ErrandKind>[] {
  const plan = plans[event.type] as Plan<DossierEvent> | undefined
  return plan?.(tenant, dossier, event) ?? []
}
