import type { IdentityProvider, IdentityProviders, IdentitySystem } from './identity-provider.ts'
import { openIdProvider } from './openid-provider.ts'

/** Where an identity system is, and how each province proves itself there. */
export interface IdentitySettings {
  readonly issuer: string
  /** `province=client:secret,other-province=client:secret`; `*` stands for every province not named. */
  readonly clients: string
}

/** The identity systems of this house, province by province. */
export function openIdProviders(
  settings: Partial<Readonly<Record<IdentitySystem, IdentitySettings | undefined>>>,
): IdentityProviders {
  const clients = new Map(
    Object.entries(settings).map(([system, given]) => [system, readClients(given?.clients ?? '')]),
  )
  // What an issuer says of itself is read once for all provinces with one client.
  const open = new Map<string, IdentityProvider>()
  return (tenant, system) => {
    const known = clients.get(system)
    const client = known?.get(tenant) ?? known?.get('*')
    const issuer = settings[system]?.issuer
    if (!client || !issuer) return undefined
    const key = `${system} ${client.clientId}`
    const there = open.get(key) ?? openIdProvider({ system, issuer, ...client })
    open.set(key, there)
    return there
  }
}

function readClients(text: string): Map<string, { clientId: string; clientSecret: string }> {
  return new Map(
    text
      .split(',')
      .filter(Boolean)
      .map((pair) => {
        const [, tenant, clientId, clientSecret] = /^\s*([^=]+)=([^:]+):(.+)$/.exec(pair) ?? []
        if (!tenant || !clientId || !clientSecret)
          throw new Error('clients of an identity system are written province=client:secret')
        return [tenant, { clientId, clientSecret }]
      }),
  )
}
