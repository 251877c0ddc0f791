import type { Instant } from '@motcua/calendar'
import type { IntakeMode, Phase } from '@motcua/domain'

/** One row of a list of dossiers at the desk. */
export interface QueueRow {
  id: string
  submissionNo: string
  code?: string
  phase: Phase
  procedureName: string
  applicantName: string
  agencyName: string
  mode: IntakeMode
  submittedAt: Instant
  /** The clock that runs now: intake before acceptance, processing after it. */
  dueAt: Instant | null
  /** Working minutes left until `dueAt`; negative once it passed; null without a limit. */
  remainingMinutes: number | null
  /** `due-soon`: within one working day (processing) or two working hours (intake). */
  urgency: 'none' | 'in-time' | 'due-soon' | 'late'
  attempt: number
  /** Whether a fee was demanded and not paid yet. */
  unpaid: boolean
  /** Who works on it now, and what they do. */
  holder?: string
  step?: string
}

/** The lists of the desk: the queues a dossier stands in one of, and those that cut across them. */
export const queueNames = [
  'new',
  'awaiting-completion',
  'unpaid',
  'processing',
  'due-soon',
  'overdue',
  'to-return',
  'mine',
  'done',
] as const
export type QueueName = (typeof queueNames)[number]

export interface QueueView {
  queue: QueueName
  rows: QueueRow[]
  /** Of each list, up to `mostCounted`. */
  counts: Record<QueueName, number>
  /** The most pressing clock in each queue that has clocks. */
  worst: Record<'new' | 'processing', QueueRow['urgency']>
  /** Whose work is shown, where it is somebody else's. */
  by?: { accountId: string; fullName: string }
  /** Opaque key of the next page, absent on the last. */
  next?: string
}

/** Where counting stops: a longer list is said to hold more. */
export const mostCounted = 1000

/** What a search through all lists found: at most so many rows, and whether there may be more. */
export interface SearchView {
  rows: QueueRow[]
  more: boolean
}

/** What one body has to do now. */
export interface BodyToday {
  id: string
  name: string
  counts: Record<BodyCount, number>
}

export const bodyCounts = [
  'new',
  'new-overdue',
  'processing',
  'processing-overdue',
  'due-today',
  'awaiting-completion',
  'to-return',
  'unpaid',
] as const
export type BodyCount = (typeof bodyCounts)[number]

/** What one person has in hand. */
export interface PersonToday {
  accountId: string
  fullName: string
  held: number
  overdue: number
  dueToday: number
}

/** The head's day at a glance. */
export interface TodayView {
  at: Instant
  totals: Record<BodyCount, number>
  bodies: BodyToday[]
  people: PersonToday[]
  /** The latest dossiers of all: those whose clock ended longest ago. */
  overdue: QueueRow[]
  /** Dossiers whose present step has lasted more than `stuckAfterDays` working days, the longest first. */
  stuck: (QueueRow & { since: Instant })[]
  stuckAfterDays: number
}
