import { fromMoment, toMoment, type Instant } from '@motcua/calendar'
import type { Tenant } from './tenant.ts'

/** What time it is at a province's office: the world's time, or, in a trial, as far ahead as its clock was put. */
export function officeNow({ clockAheadSeconds }: Pick<Tenant, 'clockAheadSeconds'>, now: Instant): Instant {
  return clockAheadSeconds === 0 ? now : fromMoment(toMoment(now) + clockAheadSeconds)
}
