import type { Bilingual, DossierEvent } from '@motcua/domain'
import type { TimelineEntry } from '../views.ts'

/** What happened to a dossier, in the words of the office, the first thing first. */
export function timelineOf(events: readonly DossierEvent[]): TimelineEntry[] {
  return events.map((event) => ({
    at: event.at,
    type: event.type,
    title: titleOf(event),
    ...('by' in event && { by: event.by }),
    ...detailOf(event),
  }))
}

function titleOf(event: DossierEvent): Bilingual {
  switch (event.type) {
    case 'DossierSubmitted':
      return event.mode === 'online'
        ? { vi: 'Nộp hồ sơ trực tuyến', en: 'Submitted online' }
        : { vi: 'Nộp hồ sơ tại bộ phận một cửa', en: 'Handed in at the counter' }
    case 'CompletionRequested':
      return { vi: 'Yêu cầu bổ sung', en: 'More asked for' }
    case 'CompletionSupplied':
      return { vi: 'Nộp bổ sung', en: 'Completed by the applicant' }
    case 'IntakeRefused':
      return { vi: 'Từ chối tiếp nhận', en: 'Not taken in' }
    case 'DossierAccepted':
      return { vi: 'Tiếp nhận hồ sơ', en: 'Accepted' }
    case 'ResultRecorded':
      return event.outcome === 'granted'
        ? { vi: 'Có kết quả: đồng ý giải quyết', en: 'Result: granted' }
        : { vi: 'Có kết quả: không đồng ý giải quyết', en: 'Result: rejected' }
    default:
      return event satisfies never
  }
}

function detailOf(event: DossierEvent): { detail?: string } {
  switch (event.type) {
    case 'DossierSubmitted':
      return { detail: event.submissionNo }
    case 'CompletionRequested':
      return { detail: event.items.map(({ label }) => label).join('; ') }
    case 'IntakeRefused':
      return { detail: `${event.reason} (${event.basis})` }
    case 'DossierAccepted':
      return { detail: event.code }
    case 'ResultRecorded':
      return event.note ? { detail: event.note } : {}
    case 'CompletionSupplied':
      return {}
    default:
      return event satisfies never
  }
}
