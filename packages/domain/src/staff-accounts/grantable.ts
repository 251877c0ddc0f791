import type { StaffRole } from '../account/account.ts'

/** Roles of those who work on dossiers and at the counter: what the admin of a unit may grant (PT20-4.3). */
export const workingRoles = [
  'one-stop-officer',
  'one-stop-head',
  'specialist',
  'leader',
  'accountant',
  'postal-officer',
] as const satisfies readonly StaffRole[]

/** What the managers of accounts may grant besides: everything but the administration of the province itself. */
export const grantableRoles: readonly StaffRole[] = [
  ...workingRoles,
  'unit-admin',
  'catalogue-editor',
  'catalogue-appraiser',
  'key-manager',
  'auditor',
  'incident-manager',
]
