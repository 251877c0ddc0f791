import type { DossierEvent } from '@motcua/domain'
import { processingTellings, shownToApplicant } from '../processing/timeline.ts'
import type { TimelineEntry } from '../views.ts'
import { say, type Tellings, type Told } from './telling.ts'

/**
 * What happened to a dossier, in the words of the office, the first thing first. An applicant is told where the work
 * stands, not what the office writes to itself.
 */
export function timelineOf(
  events: readonly DossierEvent[],
  reader: 'applicant' | 'staff' = 'staff',
): TimelineEntry[] {
  const shown = reader === 'staff' ? events : events.flatMap(shownToApplicant)
  return shown.map((event) => ({
    at: event.at,
    type: event.type,
    ...tell(event),
    ...('by' in event && { by: event.by }),
  }))
}

function tell(event: DossierEvent): Told {
  return (tellings[event.type] as (event: DossierEvent) => Told)(event)
}

const waysIn = {
  online: ['Nộp hồ sơ trực tuyến', 'Submitted online'],
  counter: ['Nộp hồ sơ tại bộ phận một cửa', 'Handed in at the counter'],
  postal: ['Nộp hồ sơ qua bưu chính', 'Filed by post'],
  'national-portal': ['Nộp tại Cổng Dịch vụ công quốc gia', 'Filed at the National Public Service Portal'],
} as const

const tellings: Tellings<DossierEvent> = {
  DossierSubmitted({ mode, cameBy, submissionNo }) {
    const [vi, en] = waysIn[cameBy?.nationalPortal ? 'national-portal' : mode]
    return say(vi, en, submissionNo)
  },
  IntakeRefused: ({ reason, basis }) => say('Từ chối tiếp nhận', 'Not taken in', `${reason} (${basis})`),
  DossierRedirected: ({ reason, basis }) =>
    say('Chuyển đến cơ quan có thẩm quyền', 'Sent to the competent body', `${reason} (${basis})`),
  DossierAccepted: ({ code }) => say('Tiếp nhận hồ sơ', 'Accepted', code),

  CompletionRequested: ({ items }) => say('Yêu cầu bổ sung', 'More asked for', labels(items)),
  CompletionSupplied: () => say('Nộp bổ sung', 'Completed by the applicant'),
  SupplementRequested: ({ items }) =>
    say('Yêu cầu bổ sung sau tiếp nhận', 'More asked for after acceptance', labels(items)),
  SupplementSupplied: () => say('Nộp bổ sung', 'Completed by the applicant'),
  DossierAmended: ({ reason }) => say('Sửa đổi hồ sơ', 'Amended', reason),

  ...processingTellings,

  ClockPaused: ({ note }) => say('Tạm dừng thời hạn', 'Clock stopped', note),
  ClockResumed: ({ note }) => say('Tiếp tục tính thời hạn', 'Clock runs again', note),
  ApologyIssued: ({ processingClock, reason }) =>
    processingClock
      ? say('Xin lỗi và hẹn lại ngày trả kết quả', 'Apology and new appointment', reason)
      : say('Xin lỗi về việc chậm trả kết quả', 'Apology for the delay', reason),

  PaperReceived: ({ recordNo, broughtBy }) =>
    say('Nhận hồ sơ giấy từ bưu chính', 'Paper received from the post', `${recordNo} · ${broughtBy}`),
  ConsignmentTaken: ({ no }) => say('Bưu chính nhận để chuyển phát', 'Taken by the post', no),
  DeliveryTried: ({ no, outcome, note }) =>
    outcome === 'delivered'
      ? say('Bưu chính đã phát', 'Delivered by the post', `${no} · ${note}`)
      : say('Bưu chính phát không thành công', 'The post found nobody', `${no} · ${note}`),
  ConsignmentReturned: ({ no }) => say('Bưu chính chuyển hoàn', 'Sent back by the post', no),

  DossierWithdrawn: ({ reason }) => say('Dừng theo đề nghị của người nộp', 'Withdrawn', reason),
  DossierClosed: ({ reason }) => say('Đóng hồ sơ', 'Closed', reason),

  FeeDemanded: ({ fee }) => say('Yêu cầu nộp phí, lệ phí', 'Fee demanded', dong(fee.amount)),
  FeeLifted: ({ reason }) => say('Không phải nộp phí, lệ phí', 'No fee owed', reason),
  FeePaid: ({ amount }) => say('Đã nộp phí, lệ phí', 'Fee paid', dong(amount)),
  FeeOverpaid: ({ amount }) => say('Nộp thừa, sẽ được trả lại', 'Paid too much; it goes back', dong(amount)),
  RefundRequested: ({ refund }) => say('Đề nghị hoàn trả phí', 'Refund asked for', refund.reason),
  RefundDecided: ({ decision }) =>
    decision.approved
      ? say('Duyệt hoàn trả phí', 'Refund approved', decision.note)
      : say('Không duyệt hoàn trả phí', 'Refund turned down', decision.note),
  FeeRefunded: ({ amount }) => say('Đã hoàn trả phí', 'Fee refunded', dong(amount)),

  ResultRecorded: ({ outcome, note }) =>
    outcome === 'granted'
      ? say('Có kết quả: đồng ý giải quyết', 'Result: granted', note)
      : say('Có kết quả: không đồng ý giải quyết', 'Result: rejected', note),
  OriginalsCompared: ({ outcome, note }) =>
    outcome === 'match'
      ? say('Đã đối chiếu bản gốc: khớp', 'Compared with the originals: they agree', note)
      : say('Đã đối chiếu bản gốc: không khớp', 'Compared with the originals: they differ', note),
  ResultSealed: ({ signer }) => say('Ký số kết quả bằng chứng thư số của cơ quan', 'Result sealed', signer),
  ResultAnnounced: ({ note }) => say('Đã báo có kết quả sớm', 'Told that the result is there early', note),
  ResultCorrected: ({ reason }) => say('Đính chính kết quả', 'Result corrected', reason),
  ResultHandedOver: ({ to, proof }) => say('Đã trả kết quả', 'Result handed over', to ?? proof),
}

function labels(items: readonly { readonly label: string }[]): string {
  return items.map(({ label }) => label).join('; ')
}

/** An amount as people here write it. */
function dong(amount: number): string {
  return `${String(amount).replaceAll(/\B(?=(\d{3})+$)/g, '.')} đồng`
}
