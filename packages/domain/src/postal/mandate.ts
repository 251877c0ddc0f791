import type { Instant } from '@motcua/calendar'

/** Who may act for an applicant: the post, a hired or authorised person, an agency or its service agents. */
export const agentKinds = ['postal-officer', 'authorised-filer', 'service-agent'] as const
export type AgentKind = (typeof agentKinds)[number]

/** What an agent may do for the applicant. */
export const mandateScopes = ['file', 'supply', 'receive-slip', 'receive-result'] as const
export type MandateScope = (typeof mandateScopes)[number]

/**
 * Ủy quyền: by whom, for what and how proven somebody acts for an applicant. An agent acts under their own account,
 * never under the applicant's; the dossier stays the applicant's (AMB-45).
 */
export interface Mandate {
  readonly agent: {
    readonly kind: AgentKind
    readonly fullName: string
    /** Account the agent acted under; absent where an officer wrote down what the agent said at the counter. */
    readonly accountId?: string
    readonly citizenId?: string
    /** Company or body the agent acts for. */
    readonly organisation?: string
  }
  readonly scopes: readonly MandateScope[]
  readonly givenAt: Instant
  /** What proves it: a signed paper, photographed, or shown at the counter and written down by number and day. */
  readonly proof: { readonly fileId: string; readonly number?: string } | { readonly number: string }
}
