import type { DossierEvent, ProcessingEvent } from '@motcua/domain'
import { say, type Tellings } from '../dossier/telling.ts'

/** How the work on a dossier is told. */
export const processingTellings: Tellings<ProcessingEvent> = {
  WorkStarted: () => say('Chuyển bộ phận chuyên môn giải quyết', 'Handed over to be settled'),
  StepAssigned: ({ holder }) => say('Phân công giải quyết', 'Assigned', holder.fullName),
  StepTaken: () => say('Nhận bước giải quyết', 'Step taken'),
  StepDone: ({ note }) => say('Xong một bước', 'Step done', note),
  ResultSubmitted: ({ outcome, note }) =>
    outcome === 'granted'
      ? say('Trình ký: đề nghị đồng ý', 'Submitted for signature: to be granted', note)
      : say('Trình ký: đề nghị từ chối', 'Submitted for signature: to be rejected', note),
  ResultSigned: () => say('Lãnh đạo đã ký kết quả', 'Result signed'),
  StepSentBack: ({ reason }) => say('Trả lại bước trước', 'Sent back a step', reason),
  StepReassigned: ({ from, holder, reason }) =>
    say(
      'Chuyển người giải quyết',
      'Given to somebody else',
      `${from ? `${from.fullName} → ` : ''}${holder.fullName}: ${reason}`,
    ),
  OpinionAsked: ({ question }) => say('Lấy ý kiến cơ quan khác', 'Another body asked', question),
  OpinionGiven: ({ agrees, text }) =>
    agrees
      ? say('Cơ quan được hỏi đồng ý', 'The body that was asked agrees', text)
      : say('Cơ quan được hỏi không đồng ý', 'The body that was asked does not agree', text),
  OpinionOverdue: ({ meaning }) => {
    const [vi, en] = meanings[meaning]
    return say(`Quá hạn lấy ý kiến, chưa trả lời: ${vi}`, `No opinion by its deadline: ${en}`)
  },
  WorkShared: ({ mode, shares }) => {
    const tasks = shares.map(({ task }) => task).join('; ')
    return mode === 'sequential'
      ? say('Chuyển các cơ quan phối hợp, lần lượt', 'Sent to other bodies, one after the other', tasks)
      : say('Chuyển các cơ quan phối hợp, đồng thời', 'Sent to other bodies, all at once', tasks)
  },
  ShareDone: ({ note }) => say('Cơ quan phối hợp xong phần việc', 'A body finished its part', note),
  VisitPlanned: ({ startsAt, place }) =>
    say('Hẹn kiểm tra thực địa', 'Visit planned', `${dayAndTime(startsAt)}, ${place}`),
  VisitRecorded: ({ findings }) => say('Đã kiểm tra thực địa', 'Visit made', findings),
  DossierReassigned: ({ reason }) => say('Chuyển cơ quan giải quyết', 'Given to another body', reason),
}

const meanings = {
  'late-not-consent': ['coi là chậm, không coi là đồng ý', 'late, and not consent'],
  'deemed-consent': ['coi là đồng ý', 'deemed consent'],
  'report-to-section-head': [
    'báo người đứng đầu bộ phận Một cửa',
    'reported to the head of the one-stop section',
  ],
} as const

const internal: ReadonlySet<DossierEvent['type']> = new Set([
  'StepAssigned',
  'StepTaken',
  'StepSentBack',
  'StepReassigned',
  'OpinionOverdue',
  'ShareDone',
])

/** The event as an applicant may read it: none of what the office writes to itself. */
export function shownToApplicant(event: DossierEvent): DossierEvent[] {
  if (internal.has(event.type)) return []
  switch (event.type) {
    case 'StepDone': {
      const { note: _, ...rest } = event
      return [rest]
    }
    case 'ResultSubmitted': {
      const { note: _, document: _draft, ...rest } = event
      return [{ ...rest, type: 'StepDone' }]
    }
    case 'OpinionAsked':
      return [{ ...event, question: '' }]
    case 'OpinionGiven':
      return []
    case 'VisitRecorded':
      return [{ ...event, findings: '' }]
    default:
      return [event]
  }
}

/** `2026-08-05T08:30:00+07:00` as `08:30 05/08/2026`. */
function dayAndTime(at: string): string {
  return `${at.slice(11, 16)} ${at.slice(8, 10)}/${at.slice(5, 7)}/${at.slice(0, 4)}`
}
