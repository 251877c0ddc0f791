import type { Instant } from '@motcua/calendar'
import { evolve, type Dossier, type DossierEvent, type StepStart, type Timeliness } from '@motcua/domain'
import { shortMoment, wordChannel } from '../notices/wording.ts'
import { agencyName } from '../tenants/agency-name.ts'
import type { Tenant } from '../tenants/tenant.ts'
import type { Rows } from './fill-slip.ts'

const results: Readonly<Record<Timeliness, string>> = {
  early: 'Trước hạn',
  'on-time': 'Đúng hạn',
  late: 'Quá hạn',
}

interface Handover {
  readonly from: string
  readonly to: string
  readonly at: Instant
  readonly result?: string
  readonly note?: string | undefined
}

/** From hand to hand: who gave the dossier to whom, when, and how the time was kept. */
export function handoverRows(events: readonly DossierEvent[], tenant: Tenant): Rows {
  let dossier: Dossier | null = null
  const rows: Handover[] = []
  for (const event of events) {
    if (dossier) rows.push(...handoverOf(event, dossier, tenant))
    dossier = evolve(dossier, event)
  }
  return rows.map(({ at, ...row }, i) => ({ no: String(i + 1), ...row, at: shortMoment(at) }))
}

/** `before` is the dossier as it was before the event: who had it, and until when. */
function handoverOf(
  event: DossierEvent,
  before: Dossier,
  { slips: { section }, agencies }: Tenant,
): Handover[] {
  const { at } = event
  const nameOf = (id: string): string => agencyName({ agencies }, id)
  const work = 'work' in before ? before.work : undefined
  const steps = event.type === 'WorkStarted' ? event.workflow.steps : (work?.steps ?? [])
  const receiver = ({ stepId, agencyId, holder }: StepStart): string => {
    const step = steps.find(({ id }) => id === stepId)?.name
    return [holder?.fullName ?? step, agencyId !== before.agencyId && nameOf(agencyId)]
      .filter(Boolean)
      .join(', ')
  }
  const kept = work?.dueAt ? (at <= work.dueAt ? results['on-time'] : results.late) : ''
  switch (event.type) {
    case 'DossierAccepted':
      return [{ from: 'Người nộp hồ sơ', to: section, at, note: `Tiếp nhận: ${event.by}` }]
    case 'WorkStarted':
      return [{ from: section, to: receiver(event.next), at }]
    case 'StepAssigned':
    case 'StepReassigned':
      return [
        {
          from: event.by,
          to: event.holder.fullName,
          at,
          note: event.type === 'StepReassigned' ? event.reason : event.note,
        },
      ]
    case 'StepDone':
      return [{ from: event.by, to: receiver(event.next), at, result: kept, note: event.note }]
    case 'ResultSubmitted':
      return [{ from: event.by, to: receiver(event.next), at, result: kept, note: 'Trình ký kết quả' }]
    case 'ResultSigned':
      return [{ from: event.by, to: receiver(event.next), at, result: kept, note: 'Đã ký kết quả' }]
    case 'StepSentBack':
      return [{ from: event.by, to: receiver(event.next), at, note: `Trả lại: ${event.reason}` }]
    case 'WorkShared':
      return event.shares.map(({ agencyId, task }) => ({
        from: event.by,
        to: nameOf(agencyId),
        at,
        note: task,
      }))
    case 'ShareDone': {
      const share = work?.sharing?.shares.find(({ id }) => id === event.id)
      const from = share ? nameOf(share.agencyId) : event.by
      const to = nameOf(work?.sharing?.leadAgencyId ?? before.agencyId)
      return [{ from, to, at, result: event.late ? results.late : results['on-time'], note: event.note }]
    }
    case 'OpinionAsked':
      return [{ from: event.by, to: nameOf(event.agencyId), at, note: `Lấy ý kiến: ${event.question}` }]
    case 'DossierReassigned':
      return [{ from: nameOf(event.fromAgencyId), to: nameOf(event.toAgencyId), at, note: event.reason }]
    case 'ResultRecorded':
      return [{ from: event.by, to: section, at, result: results[event.timeliness], note: 'Có kết quả' }]
    case 'ResultHandedOver': {
      const note = [wordChannel(event.channel, 'vi'), event.proof].filter(Boolean).join(', ')
      return [{ from: event.by, to: event.to ?? 'Người nộp hồ sơ', at, note }]
    }
    default:
      return []
  }
}
