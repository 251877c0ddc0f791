import type { StaffSession } from './views.ts'
import {
  administers,
  audits,
  givesRoles,
  carries,
  firstPage,
  handlesMoney,
  isAlerted,
  keepsAccounts,
  keepsPopulationUse,
  managesKeys,
  oversees,
  receives,
  reconciles,
  reportsIncidents,
  seesCatalogue,
  takesSteps,
  worksAtDesk,
} from './works-at-desk.ts'
import type { Words } from './words/index.ts'

/** A part of the desk, as the bar on top leads to it. */
export interface DeskRoom {
  readonly href: string
  readonly label: string
  /** Beginnings of the addresses that belong to it; its own where this is absent. */
  readonly here?: readonly string[]
}

/** The rooms a person works in: those of every hour, and those entered now and then, which stand under “Khác”. */
export function roomsOf(staff: StaffSession, say: Words): { usual: DeskRoom[]; rare: DeskRoom[] } {
  const rooms = [...everyHour(staff, say), ...nowAndThen(staff, say)]
  // A menu for a single room is a click too many.
  const most = rooms.length <= 6 ? rooms.length : everyHour(staff, say).length
  return { usual: rooms.slice(0, most), rare: rooms.slice(most) }
}

function everyHour(staff: StaffSession, say: Words): DeskRoom[] {
  const atDesk = worksAtDesk(staff)
  return [
    ...(oversees(staff) ? [{ href: '/today', label: say.nav.today }] : []),
    ...(atDesk
      ? [{ href: listsOf(staff), here: ['/queues', '/dossiers', '/bulk'], label: say.nav.queues }]
      : []),
    ...(takesSteps(staff) ? [{ href: '/work', label: say.workList.nav }] : []),
    ...(atDesk ? [{ href: '/search', label: say.nav.search }] : []),
    ...(isAlerted(staff) ? [{ href: '/alerts', label: say.alerts.title }] : []),
    ...(receives(staff) ? [{ href: '/counter', label: say.nav.counter }] : []),
    ...(reconciles(staff) ? [{ href: '/money', label: say.money.title }] : []),
    ...(carries(staff) ? [{ href: '/post', label: say.post.title }] : []),
  ]
}

function nowAndThen(staff: StaffSession, say: Words): DeskRoom[] {
  return [
    ...(receives(staff) ? [{ href: '/hand-overs', label: say.post.handovers }] : []),
    ...(handlesMoney(staff) && !reconciles(staff) ? [{ href: '/money', label: say.money.title }] : []),
    ...(worksAtDesk(staff) ? [{ href: '/register', label: say.nav.register }] : []),
    ...(reportsIncidents(staff) ? [{ href: '/incidents', label: say.incidents.nav }] : []),
    ...(givesRoles(staff) ? [{ href: '/roles', label: say.access.title }] : []),
    ...(keepsPopulationUse(staff) ? [{ href: '/population', label: say.population.nav }] : []),
    ...(audits(staff) ? [{ href: '/audit', label: say.audit.title }] : []),
    ...(seesCatalogue(staff) ? [{ href: '/catalogue', label: say.catalogue.nav }] : []),
    ...(managesKeys(staff) ? [{ href: '/keys', label: say.keys.nav }] : []),
    ...(keepsAccounts(staff) ? [{ href: '/accounts', label: say.staffAccounts.nav }] : []),
    ...(administers(staff)
      ? [
          { href: '/workflows', label: say.workflows.nav },
          { href: '/successors', label: say.successors.nav },
          { href: '/agencies', label: say.agencyFiles.nav },
          { href: '/backups', label: say.backups.nav },
        ]
      : []),
  ]
}

/** The list somebody's work begins with. */
function listsOf(staff: StaffSession): string {
  const first = firstPage(staff)
  return first?.startsWith('/queues') ? first : '/queues/new'
}

/** Whether this address lies in the room. */
export function isIn({ href, here = [href] }: DeskRoom, place: string): boolean {
  return here.some(
    (start) => place === start || place.startsWith(`${start}/`) || place.startsWith(`${start}?`),
  )
}
