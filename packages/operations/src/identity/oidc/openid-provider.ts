import { Refused } from '@motcua/domain'
import * as client from 'openid-client'
import type { FlowSecrets, IdentityProvider, IdentitySystem, ProvenIdentity } from './identity-provider.ts'
import { readClaims } from './read-claims.ts'

export interface OpenIdSettings {
  readonly system: IdentitySystem
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
}

const scope = 'openid profile phone email identity'
const timeoutSeconds = 10
/** How long what an issuer says of itself is believed without asking again. */
const discoveryMs = 60 * 60 * 1000

/**
 * An identity system that speaks OpenID Connect: authorization code with PKCE (S256), state and nonce; the answer is
 * believed when issuer, audience, signature, hour, state and nonce are right, and the person is asked of its userinfo.
 */
export function openIdProvider({ system, issuer, ...known }: OpenIdSettings): IdentityProvider {
  let discovered: { at: number; config: Promise<client.Configuration> } | undefined

  const config = (): Promise<client.Configuration> => {
    const now = performance.now()
    if (!discovered || now - discovered.at > discoveryMs) {
      const fresh = { at: now, config: discover(issuer, known) }
      // An issuer that was away is asked again next time.
      fresh.config.catch(() => discovered === fresh && (discovered = undefined))
      discovered = fresh
    }
    return discovered.config
  }

  return {
    system,
    async begin({ state, nonce, verifier, callback }) {
      const url = client.buildAuthorizationUrl(await answering(config), {
        redirect_uri: callback,
        scope,
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      })
      return url.href
    },
    async finish(secrets, back) {
      return proven(system, await answering(config), secrets, back)
    },
  }
}

async function discover(
  issuer: string,
  { clientId, clientSecret }: { clientId: string; clientSecret: string },
): Promise<client.Configuration> {
  const url = new URL(issuer)
  const here = url.hostname === 'localhost' || url.hostname === '127.0.0.1'
  return client.discovery(url, clientId, undefined, client.ClientSecretBasic(clientSecret), {
    timeout: timeoutSeconds,
    // Without TLS to this machine only: the sandbox.
    execute: url.protocol === 'http:' && here ? [client.allowInsecureRequests] : [],
  })
}

async function answering(config: () => Promise<client.Configuration>): Promise<client.Configuration> {
  try {
    return await config()
  } catch (cause) {
    throw away(cause)
  }
}

/** The address as the identity system was told it: what stands before it in a proxy is not part of the proof. */
function asRegistered(callback: string, back: string): URL {
  const url = new URL(callback)
  url.search = new URL(back, callback).search
  return url
}

async function proven(
  system: IdentitySystem,
  config: client.Configuration,
  { state, nonce, verifier, callback }: FlowSecrets,
  back: string,
): Promise<ProvenIdentity> {
  try {
    const tokens = await client.authorizationCodeGrant(config, asRegistered(callback, back), {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    })
    const claims = tokens.claims()!
    const told = await client.fetchUserInfo(config, tokens.access_token, claims.sub)
    return readClaims(system, { ...told, acr: claims['acr'], sub: claims.sub })
  } catch (cause) {
    if (cause instanceof Refused) throw cause
    if (cause instanceof client.AuthorizationResponseError && cause.error === 'access_denied')
      throw new Refused({ code: 'identity-refused' })
    if (isAway(cause)) throw away(cause)
    throw Object.assign(new Refused({ code: 'identity-not-proven' }), { cause })
  }
}

/** Whether the identity system could not be reached, or failed itself. */
function isAway(cause: unknown): boolean {
  if (cause instanceof TypeError && cause.message === 'fetch failed') return true
  const code = (cause as { code?: string }).code
  return code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT'
}

function away(cause: unknown): Refused {
  return Object.assign(new Refused({ code: 'identity-unavailable' }), { cause })
}
