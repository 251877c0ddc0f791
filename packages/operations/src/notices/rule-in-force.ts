import type { Channel, DossierEvent } from '@motcua/domain'
import { determine } from '../rules/determine.ts'
import type { Tenant } from '../tenants/tenant.ts'
import { questionOf, type NotificationRule } from './plan-notices.ts'

/** What the regulation in force when the event happened asks about its notice; null where it says nothing (AMB-17). */
export function ruleInForce(tenant: Tenant, event: DossierEvent): NotificationRule | null {
  // A result that is returned by letter or message goes that way, whatever else is told.
  if (event.type === 'ResultHandedOver' && isMessage(event.channel))
    return { mode: 'all', channels: [event.channel] }
  const question = questionOf[event.type]
  return question ? determine<NotificationRule | null>(tenant, question, { asOf: event.at }).answer : null
}

function isMessage(channel: Channel): boolean {
  return channel === 'email' || channel === 'zalo'
}
