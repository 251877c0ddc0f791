/** The identity systems this house knows: the national electronic identity, and the accounts of civil servants. */
export const identitySystems = ['vneid', 'official-account'] as const
export type IdentitySystem = (typeof identitySystems)[number]

/** A body a person may act for, as the identity system vouches for it. */
export interface RepresentedBody {
  /** Enterprise code (mã số doanh nghiệp). */
  readonly code: string
  readonly name: string
  readonly role: 'legal-representative' | 'member'
}

/** Whom an identity system names, after proving who it is and who was asked for. */
export interface ProvenIdentity {
  readonly provider: IdentitySystem
  /** Its name for this person, and for nobody else ever. */
  readonly subject: string
  readonly fullName: string
  /** Citizen number (số định danh cá nhân). */
  readonly citizenId?: string
  /** Định danh mức 1: by what was declared; mức 2: after a visit in person. */
  readonly level: 1 | 2
  readonly birthDate?: string
  readonly phone?: string
  readonly email?: string
  /** User name of an official account. */
  readonly username?: string
  readonly organisations: readonly RepresentedBody[]
}

/** What is sent along and must come back unchanged. */
export interface FlowSecrets {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  /** Address the browser is led back to, registered with the identity system. */
  readonly callback: string
}

/** One identity system as one province is joined to it. */
export interface IdentityProvider {
  readonly system: IdentitySystem
  /** Where to lead a browser. @throws Refused where the identity system does not answer */
  begin(secrets: FlowSecrets): Promise<string>
  /** Whom the address that came back proves. @throws Refused where it proves nobody */
  finish(secrets: FlowSecrets, back: string): Promise<ProvenIdentity>
}

/** The identity systems a province is joined to. */
export type IdentityProviders = (tenant: string, system: IdentitySystem) => IdentityProvider | undefined
