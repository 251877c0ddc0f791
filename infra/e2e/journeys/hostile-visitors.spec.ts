import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { atDesk } from './support/desk.ts'
import { cookieOf, knock, type Answer } from './support/knock.ts'
import { newCitizen } from './support/people.ts'
import { port } from './support/places.ts'
import { expect, test } from './support/test.ts'
import { openAccount } from './support/without-pages.ts'

const apps = path.resolve(import.meta.dirname, '../../../apps')

interface Route {
  /** `/dossiers/[id]/accept` */
  readonly path: string
  /** Names of the forms its page takes; empty text for the one without a name. */
  readonly forms: readonly string[]
}

/** Every page and file a window has, found where they are written. */
function routesOf(window: 'portal' | 'desk'): Route[] {
  const folder = path.join(apps, window, 'src/routes')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const places = new Set(
    files.filter((file) => /\+(page\.svelte|server\.ts)$/.test(file)).map((file) => path.dirname(file)),
  )
  return [...places].map((place) => ({
    path: `/${place === '.' ? '' : place.replace(/\([^)]*\)\/?/g, '')}`.replace(/(.)\/$/, '$1'),
    forms: formsIn(path.join(folder, place, '+page.server.ts')),
  }))
}

function formsIn(file: string): string[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return []
  }
  const [, actions] = /export const actions[^=]*= \{\n([\s\S]*?)\n\}/.exec(text) ?? []
  if (actions === undefined) return text.includes('export const actions') ? [''] : []
  return [...actions.matchAll(/^ {2}(?:async )?(\w+)/gm)].map(([, name]) => (name === 'default' ? '' : name!))
}

/** What stands where a page waits for an id. */
const ids = ['x', '%00', '..%2f..%2fetc%2fpasswd', '%3Cscript%3E']
const queries = [
  '',
  '?page=-1&after=%00&q=%27%22%3E%3Cscript%3Ealert(1)%3C/script%3E',
  '?from=2026-02-30&to=x&queue=__proto__',
]
const bodies = [
  ['application/x-www-form-urlencoded', 'x=%00&amount=-1&day=99&id=&items=&key=%27;--&agencyId=%3Cscript%3E'],
  ['application/x-www-form-urlencoded', ''],
  [
    'multipart/form-data; boundary=x',
    '--x\r\nContent-Disposition: form-data; name="f"; filename="../a\u0000.pdf"\r\n\r\nx\r\n--x--',
  ],
  ['multipart/form-data; boundary=x', 'no part at all'],
] as const

const leaks = /node_modules|file:\/\/|\.(ts|js):\d+:\d+|PostgresError|relation &quot;|postgres(ql)?:\/\//

function stands(told: string, { status, headers, text }: Answer): void {
  expect.soft(status, told).toBeLessThan(500)
  expect.soft(text, told).not.toMatch(leaks)
  expect.soft(text, told).not.toContain('<script>alert(1)</script>')
  if (!/text\/html/.test(String(headers['content-type'])) || status >= 400) return
  expect.soft(headers['x-content-type-options'], told).toBe('nosniff')
  expect.soft(String(headers['content-security-policy']), told).toContain("script-src 'self'")
}

async function besiege(window: 'portal' | 'desk', host: string, cookies: readonly string[]): Promise<number> {
  const origin = `http://${host}:${port}`
  let knocks = 0
  for (const { path: route, forms } of routesOf(window)) {
    const paths = route.includes('[')
      ? ids.map((id) => route.replace(/\[[^\]]*\]/g, id))
      : queries.map((query) => route + query)
    for (const cookie of cookies) {
      // A visitor at the desk is led to its door, whatever the page.
      if (window === 'desk' && !cookie && !/^\/(sign-in|$)/.test(route)) continue
      // Whoever signs out here would end the session of the tests beside this one.
      if (cookie && /sign-out|invitations/.test(route)) continue
      const from = `10.9.${(knocks >> 8) & 255}.${knocks & 255}`
      const headers = { accept: 'text/html', 'x-forwarded-for': from, ...(cookie && { cookie }) }
      for (const one of paths) {
        stands(`GET ${one}`, await knock(host, one, { headers }))
        knocks += 1
      }
      for (const form of forms) {
        for (const [type, body] of bodies) {
          const address = `${paths[0]}${form ? `?/${form}` : ''}`
          const sent = { ...headers, origin, 'content-type': type }
          stands(
            `POST ${address} ${body}`,
            await knock(host, address, { method: 'POST', headers: sent, body }),
          )
          knocks += 1
        }
      }
    }
  }
  return knocks
}

test('every page of the portal takes hostile addresses and forms, tells nothing of itself and guards what it shows', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await openAccount(page, 'long-an', newCitizen())
  const knocks = await besiege('portal', 'long-an.localhost', ['', await cookieOf(page.context())])
  expect(knocks).toBeGreaterThan(250)
})

test('every page of the desk takes hostile addresses and forms, tells nothing of itself and guards what it shows', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  // These forms end sessions too: nobody else works with these accounts.
  const officer = await cookieOf((await atDesk(browser, 'long-an', 'truong.phuong-1')).context())
  const admin = await cookieOf((await atDesk(browser, 'long-an', 'quantri')).context())
  expect(await besiege('desk', 'desk.localhost', ['', officer, admin])).toBeGreaterThan(500)
})

test('a form sent from another site is refused at both windows, whoever is signed in', async ({
  page,
  browser,
}) => {
  await openAccount(page, 'long-an', newCitizen())
  const desk = await atDesk(browser, 'long-an', 'canbo.ttpvhcc')
  for (const [host, cookie, address] of [
    ['long-an.localhost', await cookieOf(page.context()), '/sign-out'],
    ['desk.localhost', await cookieOf(desk.context()), '/sign-out'],
  ] as const) {
    const sent = { method: 'POST', body: 'a=b' }
    const type = { 'content-type': 'application/x-www-form-urlencoded', cookie }
    for (const origin of ['https://evil.example', 'null', `http://phu-tho.localhost:${port}`]) {
      const answer = await knock(host, address, { ...sent, headers: { ...type, origin } })
      expect(answer.status, `${host} from ${origin}`).toBe(403)
    }
  }
  await page.goto('/dossiers')
  await expect(page).toHaveURL(/\/dossiers$/)
})
