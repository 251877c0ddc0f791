import type { DossierEvent } from '@motcua/domain'
import { determine } from '../rules/determine.ts'
import type { Tenant } from '../tenants/tenant.ts'
import { questionOf, type NotificationRule } from './plan-notices.ts'

/** What the regulation in force when the event happened asks about its notice; null where it says nothing (AMB-17). */
export function ruleInForce(tenant: Tenant, event: DossierEvent): NotificationRule | null {
  const question = questionOf[event.type]
  return question ? determine<NotificationRule | null>(tenant, question, { asOf: event.at }).answer : null
}
