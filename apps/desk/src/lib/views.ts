import type { Bilingual, Instant, SessionView } from '@motcua/api/client'

export type StaffSession = Extract<SessionView, { kind: 'staff' }>

/** What somebody else did to a dossier before this page was sent: who, what, when. */
export interface Decided {
  dossierId: string
  submissionNo: string
  what: Bilingual
  by?: string
  at: Instant
}
