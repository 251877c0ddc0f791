import { generateKeyPairSync, randomBytes } from 'node:crypto'
import Provider, { type Configuration } from 'oidc-provider'
import type { Person, Register } from './people.ts'

/** The identity systems the box plays, each under its own path. */
export const systems = ['vneid', 'official-account'] as const
export type System = (typeof systems)[number]

export interface ProviderOptions {
  /** Address under which browsers and servers find the box, without a slash at its end. */
  readonly url: string
  readonly system: System
  readonly client: { readonly id: string; readonly secret: string }
  readonly people: Register
}

/** Levels of assurance as they travel in `acr`. */
export const levels = ['level1', 'level2'] as const

/**
 * A real OpenID provider that plays a national identity system: authorization code with PKCE only, one client that
 * proves itself by a secret. The keys and everything it remembers are gone when the box stops.
 */
export function openProvider({ url, system, client, people }: ProviderOptions): Provider {
  const provider = new Provider(`${url}/${system}`, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        client_name: 'Motcua',
        redirect_uris: [`${url}/back`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'client_secret_basic',
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [signingKey()] },
    cookies: { keys: [randomBytes(32).toString('hex')], names: cookieNames(system) },
    acrValues: [...levels],
    claims,
    scopes: ['openid', 'profile', 'phone', 'email', 'identity'],
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    pkce: { required: () => true },
    responseTypes: ['code'],
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
    interactions: {
      // The page after which the browser is led back must be allowed to lead there.
      url: (_, { uid, params }) =>
        `/${system}/interaction/${uid}?back=${encodeURIComponent(String(params['redirect_uri']))}`,
    },
    findAccount: (_, subject) => {
      const person = people.find(subject)
      return person && { accountId: subject, claims: () => claimsOf(subject, person) }
    },
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({
        accountId: ctx.oidc.session!.accountId!,
        clientId: ctx.oidc.client!.clientId,
      })
      // Whoever pressed the button on the page of the box has agreed to everything it named.
      grant.addOIDCScope('openid profile phone email identity')
      await grant.save()
      return grant
    },
  } satisfies Configuration)
  // Provinces are told to the real systems one by one; here every window on this machine is one of them.
  provider.Client.prototype.redirectUriAllowed = isWindow
  return provider
}

const claims = {
  openid: ['sub', 'acr', 'amr'],
  profile: ['name', 'birthdate', 'preferred_username'],
  phone: ['phone_number'],
  email: ['email'],
  identity: ['citizen_id', 'organisations', 'level'],
}

function claimsOf(sub: string, person: Person) {
  return {
    sub,
    name: person.fullName,
    citizen_id: person.citizenId,
    level: person.level,
    ...(person.birthDate && { birthdate: person.birthDate }),
    ...(person.phone && { phone_number: person.phone }),
    ...(person.email && { email: person.email }),
    ...(person.username && { preferred_username: person.username }),
    ...(person.organisations && { organisations: person.organisations }),
  }
}

function isWindow(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, hash } = new URL(text)
  return protocol === 'http:' && hash === '' && (hostname === 'localhost' || hostname.endsWith('.localhost'))
}

function signingKey() {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256' }
}

/** Two providers on one host keep their cookies apart. */
function cookieNames(system: System) {
  return {
    session: `${system}-session`,
    interaction: `${system}-interaction`,
    resume: `${system}-resume`,
  }
}
