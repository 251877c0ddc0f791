import { type Page, expect } from '@playwright/test'
import type { FileInMemory } from './files.ts'
import type { Citizen } from './people.ts'
import { portal } from './places.ts'

/** What the portal answered to a form, after it led on. */
export interface Answered {
  readonly status: number
  /** Address it led to. */
  readonly url: string
  readonly html: string
}

/** Posts a form of the site the page shows, as a browser does that has no scripts, and follows where it leads. */
export function post(
  page: Page,
  path: string,
  fields: Readonly<Record<string, string>>,
  files: Readonly<Record<string, FileInMemory>> = {},
): Promise<Answered> {
  const given = Object.entries(files).map(([box, { name, mimeType, buffer }]) => ({
    box,
    name,
    mimeType,
    base64: buffer.toString('base64'),
  }))
  return page.evaluate(
    async ({ path, fields, given }) => {
      const body = new FormData()
      for (const [name, value] of Object.entries(fields)) body.set(name, value)
      for (const { box, name, mimeType, base64 } of given) {
        const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
        body.set(box, new File([bytes], name, { type: mimeType }))
      }
      const response = await fetch(path, { method: 'POST', body, headers: { accept: 'text/html' } })
      return { status: response.status, url: response.url, html: await response.text() }
    },
    { path, fields, given },
  )
}

/** Opens an account at a province's portal; the person is signed in afterwards. */
export async function openAccount(page: Page, province: string, citizen: Citizen): Promise<void> {
  await page.goto(portal(province, '/register'))
  const { fullName, citizenId, email, phone, address, password } = citizen
  const answered = await post(page, '/register', { fullName, citizenId, email, phone, address, password })
  expect(answered.url).toBe(portal(province, '/dossiers'))
}

/** Fetches an address of the site the page shows: what it is and how it begins. */
export function read(page: Page, path: string): Promise<{ status: number; type: string; start: string }> {
  return page.evaluate(async (path) => {
    const response = await fetch(path)
    const bytes = new Uint8Array(await response.arrayBuffer())
    const type = response.headers.get('content-type') ?? ''
    return { status: response.status, type, start: new TextDecoder('latin1').decode(bytes.slice(0, 5)) }
  }, path)
}
