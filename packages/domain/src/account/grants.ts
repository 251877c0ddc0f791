import type { Actor, Permission, StaffRole } from './account.ts'
import { permissionsOfRole } from './permissions.ts'

/** A role somebody has at a body besides their own, or for some procedures only. */
export interface RoleAt {
  readonly role: StaffRole
  readonly agencyId: string
  /** Codes; empty: all procedures of the body. */
  readonly procedures: readonly string[]
}

/** Two roles that belong to two people: who does a thing does not watch over it. */
const apart: readonly (readonly [StaffRole, StaffRole])[] = [
  ['catalogue-editor', 'catalogue-appraiser'],
  ['auditor', 'tenant-admin'],
  ['auditor', 'unit-admin'],
  ['auditor', 'account-manager'],
  ['auditor', 'key-manager'],
  ['auditor', 'catalogue-editor'],
  ['auditor', 'one-stop-officer'],
  ['auditor', 'one-stop-head'],
  ['auditor', 'specialist'],
  ['accountant', 'leader'],
]

/** A role among these that does not go with this one. */
export function conflictOf(role: StaffRole, held: readonly StaffRole[]): StaffRole | undefined {
  return held.find((one) => apart.some(([a, b]) => (a === role && b === one) || (b === role && a === one)))
}

/**
 * A person as they act in one deed: of the roles they were given at other bodies only those count that allow it, and
 * their own body counts only where their role there does. So a role reaches nothing through another one.
 */
export function actingIn(actor: Actor, permission: Permission): Actor {
  if (actor.kind !== 'staff' || !actor.grants?.length) return actor
  return {
    ...actor,
    grants: actor.grants.filter(({ role }) => permissionsOfRole(role).includes(permission)),
    isGuest: !actor.roles.some((role) => permissionsOfRole(role).includes(permission)),
  }
}

/** What somebody is at this body. */
export function rolesAt(actor: Extract<Actor, { kind: 'staff' }>, agencyId: string): StaffRole[] {
  return [
    ...(actor.agencyId === agencyId ? actor.roles : []),
    ...(actor.grants ?? []).filter((grant) => grant.agencyId === agencyId).map(({ role }) => role),
  ]
}
