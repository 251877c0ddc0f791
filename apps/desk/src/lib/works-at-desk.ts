import type { StaffSession } from './views.ts'

/** Whether dossiers are this person's work. An administrator of the province keeps the desk, not the dossiers. */
export function worksAtDesk({ roles }: StaffSession): boolean {
  return roles.some((role) => role !== 'tenant-admin' && role !== 'postal-officer')
}
