import type { CivilDate } from '@motcua/calendar'
import type { Bilingual, TierKind } from '@motcua/domain'

/** The bodies of a province as its portal lists them on a day. */
export interface AgencyDirectory {
  day: CivilDate
  /** The province's own hotline and address for mail. */
  hotline: string
  email: string
  tiers: { id: string; name: Bilingual; kind: TierKind; bodies: DirectoryBody[] }[]
  /** Bodies that were dissolved or merged, and who goes on with their work. */
  gone: GoneBody[]
  /** When dossiers are received this week, day by day; Monday first. */
  hours: OpenHours[]
  /** The next days on which an office is closed that is otherwise open. */
  closedDays: ClosedDay[]
  /** Said beside hours that stand in no regulation. */
  assumed?: Bilingual
}

export interface DirectoryBody extends PlaceView {
  id: string
  hasOneStopSection: boolean
  hotline?: string
  email?: string
  parentName?: string
  /** The central authority a vertical body belongs to. */
  authority?: string
  /** Where its dossiers are received, where that is another body's counter. */
  receivesAt?: PlaceView & { id: string }
  /** Its further counters. */
  points: PlaceView[]
  /** Bodies whose work it took over. */
  follows: { name: string; on: string; decision: string }[]
}

export interface PlaceView {
  name: string
  address: string
  phone: string
  /** Address of a map that shows it. */
  map?: string
}

export interface GoneBody {
  id: string
  name: string
  /** Its last day. */
  until: string
  successors: { id: string; name: string; on: string; decision: string }[]
}

/** Days of the week with the same hours. */
export interface OpenHours {
  weekdays: number[]
  sessions: { from: string; to: string }[]
}

/** A day off that is no weekly rest. */
export interface ClosedDay {
  day: CivilDate
  name: Bilingual
  /** It may still change: the days of that year are not announced. */
  provisional: boolean
}
