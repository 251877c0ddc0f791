import * as client from 'openid-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSandbox, type Sandbox } from '../sandbox.ts'

const secret = 'a secret of the test'
const back = 'http://phu-tho.localhost:3000/sign-in/vneid/back'
let sandbox: Sandbox
let config: client.Configuration

beforeAll(async () => {
  sandbox = await startSandbox({
    host: '127.0.0.1',
    port: 0,
    smtpPort: 0,
    secret,
    identityClient: { id: 'motcua', secret },
    now: () => new Date(),
  })
  config = await discover('motcua', secret)
})
afterAll(() => sandbox.close())

const discover = (id: string, password: string, system = 'vneid') =>
  client.discovery(
    new URL(`http://localhost:${sandbox.port}/${system}`),
    id,
    undefined,
    client.ClientSecretBasic(password),
    { execute: [client.allowInsecureRequests] },
  )

/** A browser that keeps cookies and does not follow by itself. */
function browser() {
  const jar = new Map<string, string>()
  return async (url: string, form?: Record<string, string>) => {
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: {
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(form && { origin: new URL(url).origin, 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(form && { method: 'POST', body: new URLSearchParams(form).toString() }),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [name, value] = line.split(';')[0]!.split('=') as [string, string]
      jar.set(name, value)
    }
    const to = answer.headers.get('location')
    return { status: answer.status, text: await answer.text(), to: to && new URL(to, url).href }
  }
}

/** Goes through the pages as a person does. @returns where the browser is led back to */
async function agree(url: string, form: Record<string, string>): Promise<string> {
  const go = browser()
  const page = (await go(url)).to!
  expect((await go(page)).status).toBe(200)
  const resume = (await go(page, form)).to!
  return (await go(resume)).to!
}

async function ask(system = config) {
  const verifier = client.randomPKCECodeVerifier()
  const [state, nonce] = [client.randomState(), client.randomNonce()]
  const url = client.buildAuthorizationUrl(system, {
    redirect_uri: back,
    scope: 'openid profile phone email identity',
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  })
  const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce }
  return { url: url.href, checks }
}

test('a person who agrees is named to the province with their number and the level of their account', async () => {
  const { url, checks } = await ask()
  const led = await agree(url, { known: '008190000456' })
  const tokens = await client.authorizationCodeGrant(config, new URL(led), checks)
  const { sub, acr } = tokens.claims()!
  expect(acr).toBe('level2')
  expect(await client.fetchUserInfo(config, tokens.access_token, sub)).toMatchObject({
    name: 'Ma Thị Xuân',
    citizen_id: '008190000456',
    birthdate: '1990-02-11',
    level: 2,
    organisations: [{ code: '5000123456', role: 'legal-representative' }],
  })
})

test('somebody who types their own particulars is known by them, at the level they chose', async () => {
  const { url, checks } = await ask()
  const led = await agree(url, { fullName: 'Đỗ Thị Mai', citizenId: '025 190 000 111', level: '1' })
  const tokens = await client.authorizationCodeGrant(config, new URL(led), checks)
  expect(tokens.claims()).toMatchObject({ acr: 'level1' })
})

test('a person who refuses is led back without a code', async () => {
  const led = new URL(await agree((await ask()).url, { refuse: '1' }))
  expect(led.searchParams.get('error')).toBe('access_denied')
  expect(led.searchParams.has('code')).toBe(false)
})

test('the provider gives no code without a proof of possession, and takes none with another one', async () => {
  const { url, checks } = await ask()
  const bare = new URL(url)
  bare.searchParams.delete('code_challenge')
  bare.searchParams.delete('code_challenge_method')
  const refused = await browser()(bare.href)
  expect(new URL(refused.to!).searchParams.get('error')).toBe('invalid_request')

  const led = await agree(url, { known: '008190000456' })
  const other = { ...checks, pkceCodeVerifier: client.randomPKCECodeVerifier() }
  await expect(client.authorizationCodeGrant(config, new URL(led), other)).rejects.toThrow()
})

test('a code is worth nothing to who does not know the secret, nor a second time', async () => {
  const { url, checks } = await ask()
  const led = new URL(await agree(url, { known: '008190000456' }))
  const stranger = await discover('motcua', 'another secret')
  await expect(client.authorizationCodeGrant(stranger, led, checks)).rejects.toThrow()
  await client.authorizationCodeGrant(config, led, checks)
  await expect(client.authorizationCodeGrant(config, led, checks)).rejects.toThrow()
})

test('a browser is led back to windows on this machine only', async () => {
  const { url } = await ask()
  const elsewhere = new URL(url)
  elsewhere.searchParams.set('redirect_uri', 'https://elsewhere.example/back')
  const { status, to } = await browser()(elsewhere.href)
  expect([status, to]).toEqual([400, null])
})

test('official accounts are another system with people of its own', async () => {
  const official = await discover('motcua', secret, 'official-account')
  const { url, checks } = await ask(official)
  const led = await agree(url, { known: '025079000102' })
  const tokens = await client.authorizationCodeGrant(official, new URL(led), checks)
  const { sub } = tokens.claims()!
  expect(await client.fetchUserInfo(official, tokens.access_token, sub)).toMatchObject({
    preferred_username: 'son.nx@phutho.gov.vn',
  })
})
