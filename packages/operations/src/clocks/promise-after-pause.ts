import {
  addWorkingDays,
  addWorkingSeconds,
  fromMoment,
  toMoment,
  workingSecondsBetween,
  type Instant,
} from '@motcua/calendar'
import { openPause, Refused, type Dossier, type LegalClock, type Pause } from '@motcua/domain'
import { dueBeforeReappointment } from '../lateness/facts.ts'
import { processingClock } from '../rules/determine.ts'
import type { Tenant } from '../tenants/tenant.ts'

/**
 * The promise of a dossier whose pause ends at this moment: its time counted again from acceptance through every pause,
 * each by the rule of the day it began (AMB-09, AMB-17). A date to which the result was re-appointed never moves
 * forward by it: left out of the time, the pause is added behind that date as well.
 * @throws Refused where the dossier was not accepted
 */
export function promiseAfterPause(tenant: Tenant, dossier: Dossier, endsAt: Instant): LegalClock {
  if (!('processingClock' in dossier) || !dossier.processingClock || !dossier.acceptedAt)
    throw new Refused({ code: 'dossier-not-accepted', data: { phase: dossier.phase } })
  const { acceptedAt, procedure, pauses = [] } = dossier
  const stood = pauses.map(({ reason, from, until }) => ({ reason, from, to: until ?? endsAt }))
  const counted = processingClock(tenant, acceptedAt, procedure.limit, stood)
  const promised = dossier.processingClock.dueAt
  if (promised === null || dueBeforeReappointment(dossier) === promised) return counted

  const moved = behind(tenant, promised, openPause(pauses), endsAt, procedure.limit.unit === 'working-hour')
  if (counted.dueAt !== null && counted.dueAt >= moved) return counted
  const because = [...dossier.processingClock.why.because, stays]
  return {
    ...dossier.processingClock,
    dueAt: moved,
    why: { ...dossier.processingClock.why, answer: moved, because },
  }
}

const stays = {
  vi: 'Ngày hẹn lại không bị rút ngắn do tạm dừng; thời gian tạm dừng không được tính thì cộng thêm vào sau ngày này.',
  en: 'A pause does not bring a new appointment forward; a pause that is not counted is added behind it.',
}

/** The re-appointed moment behind a pause: as much working time is left after it as was left when it began. */
function behind(
  { rules: { calendar } }: Tenant,
  promised: Instant,
  pause: Pause | undefined,
  endsAt: Instant,
  byHours: boolean,
): Instant {
  if (pause?.effect.answer !== 'exclude') return promised
  const left = workingSecondsBetween(calendar, toMoment(pause.from), toMoment(promised))
  const moment = addWorkingSeconds(calendar, toMoment(endsAt), Math.max(0, left))
  // The last second of the time left belongs to the day it is worked on.
  return fromMoment(byHours ? moment : addWorkingDays(calendar, moment - 1, 0))
}
