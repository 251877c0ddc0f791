import type { RoleAt } from './grants.ts'
import type { KeyOwner, KeyScope } from '../keys/api-key.ts'
import type { Instant } from '@motcua/calendar'

/** What somebody is at the office; a person may be several. */
export const staffRoles = [
  'one-stop-officer',
  'one-stop-head',
  'specialist',
  'leader',
  'accountant',
  'postal-officer',
  'tenant-admin',
  'unit-admin',
  'account-manager',
  'catalogue-editor',
  'catalogue-appraiser',
  'key-manager',
  'auditor',
  'incident-manager',
] as const
export type StaffRole = (typeof staffRoles)[number]

/** What an actor may do: `thing:deed`. */
export type Permission =
  | 'catalogue:read'
  | 'catalogue:oversee'
  | 'catalogue:draft'
  | 'catalogue:appraise'
  | 'catalogue:publish'
  | 'identity:enter'
  | 'dossier:look-up'
  | 'draft:own'
  | 'dossier:own'
  | 'dossier:list'
  | 'dossier:read'
  | 'dossier:oversee'
  | 'dossier:accept'
  | 'dossier:request-completion'
  | 'dossier:refuse-intake'
  | 'dossier:redirect'
  | 'dossier:request-supplement'
  | 'dossier:ask-again'
  | 'dossier:amend-at-counter'
  | 'dossier:withdraw-at-counter'
  | 'dossier:give-instant-result'
  | 'dossier:enter-at-counter'
  | 'dossier:record-result'
  | 'dossier:pause-clock'
  | 'dossier:issue-apology'
  | 'alert:see'
  | 'result:return'
  | 'result:seal'
  | 'result:correct'
  | 'paper:keep'
  | 'holder:own'
  | 'account:assist'
  | 'work:list'
  | 'work:do'
  | 'work:answer'
  | 'work:assign'
  | 'work:sign'
  | 'work:share'
  | 'workflow:read'
  | 'workflow:edit'
  | 'agency:succeed'
  | 'agency:amend'
  | 'incident:report'
  | 'incident:declare'
  | 'incident:excuse'
  | 'fee:read'
  | 'fee:own'
  | 'fee:demand'
  | 'fee:collect'
  | 'fee:collect-by-post'
  | 'fee:reconcile'
  | 'fee:request-refund'
  | 'fee:approve-refund'
  | 'fee:bring-notice'
  | 'slip:read'
  | 'slip:register'
  | 'file:read'
  | 'notice:deliver'
  | 'postal:carry'
  | 'postal:sign'
  | 'exchange:take-in'
  | 'account:own'
  | 'account:request'
  | 'account:manage'
  | 'account:manage-unit'
  | 'tenant:apply'
  | 'audit:read'
  | 'backup:see'
  | 'audit:export'
  | 'population:list'
  | 'population:register'
  | 'population:decide'
  | 'population:query'
  | 'population:review'
  | 'grant:propose'
  | 'grant:approve'
  | 'grant:take'
  | 'key:manage'
  | 'key:use'
  | 'key:dossiers'
  | 'house:enter'
  | 'house:read'
  | 'house:run'
  | 'house:operators'

/** How somebody proved who they are when they signed in. */
export type SignInProof = 'password' | 'eid-1' | 'eid-2' | 'official-account'

/** Who acts. */
export type Actor =
  | { readonly kind: 'visitor'; readonly address: string }
  | {
      readonly kind: 'citizen'
      readonly accountId: string
      readonly fullName: string
      readonly address: string
      /** How they proved who they are, in this session. */
      readonly proof?: SignInProof
      /** When this session was opened. */
      readonly provedAt?: Instant
    }
  | {
      readonly kind: 'staff'
      readonly accountId: string
      readonly fullName: string
      readonly roles: readonly StaffRole[]
      readonly agencyId: string
      /** Roles given at bodies, for some procedures and for some time, besides. */
      readonly grants?: readonly RoleAt[]
      /** In this deed the own body does not count: only a role given elsewhere allows it. */
      readonly isGuest?: boolean
      readonly address: string
    }
  | {
      /** Another system that presents a key. */
      readonly kind: 'client'
      readonly keyId: string
      readonly name: string
      readonly owner: KeyOwner
      readonly scopes: readonly KeyScope[]
      readonly address: string
    }
  /** Runs the installation; is nobody at any province's office. */
  | {
      readonly kind: 'operator'
      readonly operatorId: string
      readonly fullName: string
      readonly address: string
    }
  | { readonly kind: 'system'; readonly name: string }
