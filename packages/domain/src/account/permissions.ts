import type { KeyScope } from '../keys/api-key.ts'
import type { Actor, Permission, StaffRole } from './account.ts'

const everybody: readonly Permission[] = [
  'catalogue:read',
  'identity:enter',
  'dossier:look-up',
  // Whoever brings it: a notice is believed for its signature.
  'fee:bring-notice',
  'house:enter',
]

const ofCitizens: readonly Permission[] = [
  ...everybody,
  'draft:own',
  'dossier:own',
  'paper:keep',
  'holder:own',
  'fee:own',
  'slip:read',
  'file:read',
]

/** Whoever has an account of staff keeps it safe, whatever their work. */
const ofStaff: readonly Permission[] = ['account:own']

/** Whoever works on dossiers at the desk sees those of their body. */
const reader: readonly Permission[] = [
  ...everybody,
  'dossier:list',
  'dossier:read',
  'fee:read',
  'slip:read',
  'slip:register',
  'file:read',
  'incident:report',
]

/** Whoever takes steps of workflows. */
const worker: readonly Permission[] = ['work:list', 'work:do', 'workflow:read']

/** Whoever gives work to others. */
const leads: readonly Permission[] = ['work:assign']

const officer: readonly Permission[] = [
  ...reader,
  ...worker,
  'work:share',
  'dossier:accept',
  'dossier:request-completion',
  'dossier:refuse-intake',
  'dossier:enter-at-counter',
  'account:assist',
  'dossier:record-result',
  'result:return',
  'postal:sign',
  'fee:demand',
  'fee:collect',
  'fee:request-refund',
  'dossier:pause-clock',
  'dossier:issue-apology',
  'alert:see',
  'dossier:redirect',
  'dossier:request-supplement',
  'dossier:amend-at-counter',
  'dossier:withdraw-at-counter',
  'dossier:give-instant-result',
  'population:query',
]

const ofRoles: Readonly<Record<StaffRole, readonly Permission[]>> = {
  'one-stop-officer': officer,
  'one-stop-head': [
    ...officer,
    ...leads,
    'result:seal',
    'result:correct',
    'dossier:oversee',
    'fee:approve-refund',
    'dossier:ask-again',
    'incident:excuse',
  ],
  specialist: [
    ...reader,
    ...worker,
    'population:query',
    'work:answer',
    'dossier:pause-clock',
    'dossier:request-supplement',
    'alert:see',
  ],
  leader: [
    ...reader,
    ...worker,
    ...leads,
    'work:answer',
    'work:sign',
    'result:seal',
    'result:correct',
    'dossier:oversee',
    'fee:approve-refund',
    'dossier:pause-clock',
    'dossier:issue-apology',
    'alert:see',
    'incident:excuse',
  ],
  accountant: [...reader, 'fee:collect', 'fee:reconcile', 'fee:request-refund'],
  'postal-officer': [...everybody, 'postal:carry', 'fee:collect-by-post', 'file:read'],
  'tenant-admin': [
    ...everybody,
    'catalogue:oversee',
    'tenant:apply',
    'workflow:read',
    'workflow:edit',
    'agency:succeed',
    'agency:amend',
    'incident:report',
    'backup:see',
  ],
  'unit-admin': [
    ...everybody,
    'account:request',
    'account:manage-unit',
    'population:list',
    'population:register',
    'grant:propose',
    'grant:take',
  ],
  'account-manager': [
    ...everybody,
    'account:request',
    'account:manage',
    'population:list',
    'population:decide',
    'grant:propose',
    'grant:approve',
    'grant:take',
  ],
  'catalogue-editor': [...everybody, 'catalogue:oversee', 'catalogue:draft', 'catalogue:publish'],
  'catalogue-appraiser': [...everybody, 'catalogue:oversee', 'catalogue:appraise'],
  auditor: [...everybody, 'audit:read', 'audit:export', 'population:list', 'population:review'],
  'key-manager': [...everybody, 'key:manage'],
  'incident-manager': [...everybody, 'incident:report', 'incident:declare'],
}

/** What a key opens, by its scopes. */
const ofScopes: Readonly<Record<KeyScope, readonly Permission[]>> = {
  catalogue: ['catalogue:read'],
  'look-up': ['dossier:look-up'],
  dossiers: ['key:dossiers'],
}

const ofTheSystem: readonly Permission[] = [
  'catalogue:read',
  'notice:deliver',
  'tenant:apply',
  'exchange:take-in',
  'fee:bring-notice',
]

/** Whoever runs the installation brings provinces in and closes them, and does none of their work. */
const ofOperators: readonly Permission[] = [
  'catalogue:read',
  'house:enter',
  'house:read',
  'house:run',
  'house:operators',
]

/** Everything an actor may do. Staff with several roles may do what any of them may. */
export function permissionsOf(actor: Actor): readonly Permission[] {
  switch (actor.kind) {
    case 'visitor':
      return everybody
    case 'citizen':
      return ofCitizens
    case 'staff':
      return [...new Set([...ofStaff, ...rolesOf(actor).flatMap((role) => ofRoles[role])])]
    case 'client':
      return ['key:use', ...actor.scopes.flatMap((scope) => ofScopes[scope])]
    case 'operator':
      return ofOperators
    case 'system':
      return ofTheSystem
    default:
      return actor satisfies never
  }
}

/** What a role may do. */
export function permissionsOfRole(role: StaffRole): readonly Permission[] {
  return ofRoles[role]
}

/** Every role somebody has, wherever. */
export function rolesOf({ roles, grants = [] }: Extract<Actor, { kind: 'staff' }>): StaffRole[] {
  return [...new Set([...roles, ...grants.map(({ role }) => role)])]
}

/** Whether an actor may do this. Which agency's dossiers it concerns is asked besides. */
export function isAllowed(actor: Actor, permission: Permission): boolean {
  return permissionsOf(actor).includes(permission)
}
