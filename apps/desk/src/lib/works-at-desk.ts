import type { StaffSession } from './views.ts'

const ofDossiers: readonly string[] = [
  'one-stop-officer',
  'one-stop-head',
  'specialist',
  'leader',
  'accountant',
]

/** Whether dossiers are this person's work. An administrator of the province keeps the desk, not the dossiers. */
export function worksAtDesk({ roles }: StaffSession): boolean {
  return roles.some((role) => ofDossiers.includes(role))
}

/** Whether this person answers for the work of others, and so has a day to look over. */
export function oversees({ roles }: StaffSession): boolean {
  return roles.some((role) => role === 'one-stop-head' || role === 'leader')
}

/** Whether this person receives dossiers at the counter. */
export function receives({ roles }: StaffSession): boolean {
  return roles.some((role) => role === 'one-stop-officer' || role === 'one-stop-head')
}

/** Whether this person is told of what falls due. */
export function isAlerted(staff: StaffSession): boolean {
  return receives(staff) || staff.roles.some((role) => role === 'specialist' || role === 'leader')
}

/** Whether this person carries dossiers for the post. */
export function carries({ roles }: StaffSession): boolean {
  return roles.includes('postal-officer')
}

/** Whether this person takes money for the office, or counts what was taken. */
export function handlesMoney(staff: StaffSession): boolean {
  return receives(staff) || reconciles(staff)
}

/** Whether this person keeps the accounts. */
export function reconciles({ roles }: StaffSession): boolean {
  return roles.includes('accountant')
}

/** Where the day begins for those who have no dossiers. */
const firstRooms: readonly (readonly [StaffSession['roles'][number], string])[] = [
  ['postal-officer', '/post'],
  ['tenant-admin', '/workflows'],
  ['catalogue-editor', '/catalogue'],
  ['catalogue-appraiser', '/catalogue'],
  ['auditor', '/audit'],
  ['key-manager', '/keys'],
  ['incident-manager', '/incidents'],
  ['account-manager', '/accounts'],
  ['unit-admin', '/accounts'],
]

/** Where the day begins: the head looks over it, who takes in sees what is new, others see what lies with them. */
export function firstPage(staff: StaffSession): string | undefined {
  if (!worksAtDesk(staff)) return firstRooms.find(([role]) => staff.roles.includes(role))?.[1]
  if (oversees(staff)) return '/today'
  if (receives(staff)) return '/queues/new'
  return staff.roles.includes('accountant') ? '/queues/unpaid' : '/work'
}

/** Whether this person takes steps of workflows. */
export function takesSteps({ roles }: StaffSession): boolean {
  return roles.some((role) => role === 'specialist' || role === 'leader' || role.startsWith('one-stop-'))
}

/** Whether this person draws up and publishes procedures. */
export function editsCatalogue({ roles }: StaffSession): boolean {
  return roles.includes('catalogue-editor')
}

/** Whether this person appraises procedures that others drew up. */
export function appraisesCatalogue({ roles }: StaffSession): boolean {
  return roles.includes('catalogue-appraiser')
}

/** Whether this person sees what is on its way to the portal. */
export function seesCatalogue(staff: StaffSession): boolean {
  return editsCatalogue(staff) || appraisesCatalogue(staff) || administers(staff)
}

/** Whether this person keeps the desk of the province: its workflows and its bodies. */
export function administers({ roles }: StaffSession): boolean {
  return roles.includes('tenant-admin')
}

/** Whether this person reads the trail of the province. */
export function audits({ roles }: StaffSession): boolean {
  return roles.includes('auditor')
}

/** Whether this person manages the keys of other systems. */
export function managesKeys({ roles }: StaffSession): boolean {
  return roles.includes('key-manager')
}

/** Whether this person tells of incidents, or is on duty for them. */
export function reportsIncidents(staff: StaffSession): boolean {
  return worksAtDesk(staff) || administers(staff) || declaresIncidents(staff)
}

/** Whether this person declares incidents and maintenance. */
export function declaresIncidents({ roles }: StaffSession): boolean {
  return roles.includes('incident-manager')
}

/** Whether this person gives roles, or proposes them. */
export function givesRoles({ roles }: StaffSession): boolean {
  return roles.some((role) => role === 'unit-admin' || role === 'account-manager')
}

/** Whether accounts of staff are this person's care: of their unit, or of the whole province. */
export function keepsAccounts({ roles }: StaffSession): boolean {
  return roles.includes('account-manager') || roles.includes('unit-admin')
}

/** Whether this person registers a body for the population database, decides on it, or reviews its use. */
export function keepsPopulationUse({ roles }: StaffSession): boolean {
  return roles.some((role) => role === 'unit-admin' || role === 'account-manager' || role === 'auditor')
}

/** Whether this person may be on the list of those who ask the population database. */
export function mayAskPopulation({ roles }: StaffSession): boolean {
  return roles.some((role) => role.startsWith('one-stop-') || role === 'specialist')
}
