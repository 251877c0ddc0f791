import type { Instant } from '@motcua/calendar'
import type { Errand } from '@motcua/db'
import type { Dossier, DossierEvent } from '@motcua/domain'
import type { Room } from '../operation.ts'

/** What is seen while an errand is done: the tenant's open door and the dossier, locked, as it stands now. */
export interface ErrandRoom extends Room {
  readonly errand: Errand
  readonly dossier: Dossier
  /** The event the errand was left after, and the dossier as that event made it. */
  readonly event: DossierEvent
  readonly then: Dossier
}

/**
 * Does what was left for this moment, and nothing where the dossier has moved on. All of it happens in one transaction
 * with the errand's end: once, or not yet. A moment it gives is when the errand comes due again.
 */
export type ErrandHandler = (room: ErrandRoom) => Promise<Instant | undefined>

/** An errand to be left for later: its kind must have a handler. */
export interface LaterErrand<Kind extends string = string> {
  readonly kind: Kind
  readonly dueAt: Instant
}
