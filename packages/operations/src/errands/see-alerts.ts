import {
  closeAlert,
  countAlerts,
  listAlerts,
  logRead,
  type AlertAudience,
  type AlertReader,
} from '@motcua/db'
import { NotFound } from '@motcua/domain'
import { z } from 'zod'
import { agenciesOf, staffOf } from '../dossier/reach.ts'
import type { AlertView } from '../lateness/views.ts'
import { operation, reading, type Room } from '../operation.ts'
import { remainingMinutes } from '../rules/determine.ts'
import { agencyName } from '../tenants/agency-name.ts'
import type { AlertKind } from './alerts.ts'

/** What the desk is told in time, what falls due first at the top. */
export const seeAlerts = operation({
  name: 'errands.alerts',
  may: 'alert:see',
  input: z.object({}),

  async run(room): Promise<AlertView[]> {
    const { tx, tenant, actor, now } = room
    const alerts = await listAlerts(tx, readerOf(room))
    const { accountId } = staffOf(actor)
    if (alerts.length > 0) {
      await logRead(tx, { actor, thing: 'alerts', thingId: accountId, why: 'errands.alerts', at: now })
    }
    return alerts.map(({ agencyId, kind, audience: _, ...alert }) => ({
      ...alert,
      kind: kind as AlertKind,
      agencyName: agencyName(tenant, agencyId),
      remainingMinutes: remainingMinutes(tenant, now, alert.dueAt),
    }))
  },
})

/** How many alerts are open for who asks, up to a hundred. */
export const countOpenAlerts = reading({
  name: 'errands.alertCount',
  may: 'alert:see',
  input: z.object({}),
  run: (room) => countAlerts(room.tx, readerOf(room)),
})

/** Marks an alert as seen to. */
export const settleAlert = operation({
  name: 'errands.settleAlert',
  may: 'alert:see',
  input: z.object({ id: z.uuid() }),

  async run(room, { id }): Promise<void> {
    const by = staffOf(room.actor).fullName
    const open = await closeAlert(room.tx, id, readerOf(room), { at: room.now, by })
    if (!open) throw new NotFound('alert')
  },
})

/** Whose alerts a member of staff is told: by role at the bodies they reach, and of what they hold themselves. */
function readerOf({ tenant, actor }: Pick<Room, 'tenant' | 'actor'>): AlertReader {
  const { roles, accountId } = staffOf(actor)
  const audiences: AlertAudience[] = []
  if (roles.includes('one-stop-officer')) audiences.push('officer')
  if (roles.includes('one-stop-head') || roles.includes('leader')) audiences.push('head')
  return { agencyIds: agenciesOf(tenant, actor), audiences, accountId }
}
