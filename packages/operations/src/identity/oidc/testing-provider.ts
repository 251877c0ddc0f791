// For tests: a real OpenID provider on a port of its own, and a person who agrees to everything.
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import { openIdProviders } from './openid-providers.ts'
import type { IdentityProviders } from './identity-provider.ts'

/** Claims of a person as the provider tells them; `level` becomes the `acr`. */
export interface TestPerson {
  readonly name: string
  readonly citizen_id?: string
  readonly level: 1 | 2
  readonly [claim: string]: unknown
}

export interface TestProvider {
  readonly providers: IdentityProviders
  /** Who is at the keyboard from now on. */
  person: TestPerson
  /** Goes where a browser is led, agrees, and gives the address it is led back to. */
  agree(url: string): Promise<string>
  close(): Promise<void>
}

export async function openTestProvider(person: TestPerson): Promise<TestProvider> {
  const people = new Map<string, TestPerson>()
  const secret = randomBytes(16).toString('hex')
  let provider: Provider
  const server = createServer((request, response) => void answer(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`
  provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'motcua',
        client_secret: secret,
        redirect_uris: [`${issuer}/back`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [key()] },
    cookies: { keys: [secret] },
    acrValues: ['level1', 'level2'],
    claims: {
      openid: ['sub', 'acr'],
      profile: ['name', 'birthdate', 'preferred_username'],
      phone: ['phone_number'],
      email: ['email'],
      identity: ['citizen_id', 'organisations'],
    },
    scopes: ['openid', 'profile', 'phone', 'email', 'identity'],
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    interactions: { url: (_, { uid }) => `/agree/${uid}` },
    findAccount: (_, accountId) => {
      const known = people.get(accountId)
      return known && { accountId, claims: () => ({ sub: accountId, ...known }) }
    },
    loadExistingGrant: async (ctx) => {
      const { accountId } = ctx.oidc.session!
      const grant = new ctx.oidc.provider.Grant({ accountId: accountId!, clientId: 'motcua' })
      grant.addOIDCScope('openid profile phone email identity')
      await grant.save()
      return grant
    },
  })
  provider.Client.prototype.redirectUriAllowed = () => true
  const handle = provider.callback()

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!request.url?.startsWith('/agree/')) return void handle(request, response)
    const accountId = `subject-of-${test.person.citizen_id ?? test.person.name}`
    people.set(accountId, test.person)
    const login = { accountId, acr: `level${test.person.level}`, remember: false }
    await provider.interactionFinished(request, response, { login })
  }

  const test: TestProvider = {
    person,
    providers: openIdProviders({
      vneid: { issuer, clients: `*=motcua:${secret}` },
      'official-account': { issuer, clients: `*=motcua:${secret}` },
    }),
    async agree(url) {
      const jar = new Map<string, string>()
      let at = url
      for (let steps = 0; steps < 6; steps++) {
        const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
        const page = await fetch(at, { redirect: 'manual', headers: { cookie } })
        for (const line of page.headers.getSetCookie()) {
          const [name = '', value = ''] = line.split(';')[0]!.split('=')
          jar.set(name, value)
        }
        const to = page.headers.get('location')
        if (!to) throw new Error(`the provider answered ${page.status}: ${await page.text()}`)
        at = new URL(to, at).href
        if (!at.startsWith(issuer)) return at
      }
      throw new Error('the provider leads nowhere')
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return test
}

function key() {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256' }
}
