import { type Browser, type Cookie, type Page, expect } from '@playwright/test'
import { licence } from './filing.ts'
import { desk } from './places.ts'
import { hydrated } from './test.ts'
import { post } from './without-pages.ts'

/** Password of every account of the demonstration. */
export const demonstrationPassword = 'mot-cua-2026'

// Signed in once per worker: an officer too keeps the desk open all day.
const sessions = new Map<string, Promise<Cookie[]>>()

/** A page of the desk at which an officer of the demonstration is signed in. */
export async function atDesk(browser: Browser, province: string, username: string): Promise<Page> {
  const key = `${username}@${province}`
  if (!sessions.has(key)) sessions.set(key, enter(browser, province, username))
  const context = await browser.newContext()
  await context.addCookies(await sessions.get(key)!)
  return context.newPage()
}

async function enter(browser: Browser, province: string, username: string): Promise<Cookie[]> {
  const page = await browser.newPage()
  await page.goto(desk('/sign-in'))
  await hydrated(page)
  await page.getByLabel('Tỉnh').selectOption(province)
  await page.getByLabel('Tên đăng nhập').fill(username)
  await page.getByLabel('Mật khẩu').fill(demonstrationPassword)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await expect(page).toHaveURL(/\/(queues\/|today|work$|workflows$|post$)/)
  const cookies = await page.context().cookies()
  await page.close()
  return cookies
}

/** Accepts a dossier as it was filed; gives the code it is issued. */
export async function accept(officer: Page, dossierId: string): Promise<string> {
  await officer.goto(desk(`/dossiers/${dossierId}/accept`))
  await officer.getByRole('button', { name: 'Tiếp nhận và cấp mã hồ sơ' }).click()
  await expect(officer).toHaveURL(/\/slips\/receipt\?accepted/)
  const [code] = (await officer.getByRole('article').innerText()).match(/H\d{2}\.[\d.]+-\d{6}-\d{4}/) ?? []
  expect(code).toBeDefined()
  return code!
}

/** Records that what was asked for is granted. */
export async function grant(officer: Page, dossierId: string): Promise<void> {
  await officer.goto(desk(`/dossiers/${dossierId}/record-result`))
  await officer.locator('label').getByText('Đồng ý giải quyết', { exact: true }).click()
  await officer.getByRole('button', { name: 'Kiểm tra trước khi gửi' }).click()
  await officer.getByRole('button', { name: 'Ghi kết quả' }).click()
  await expect(officer).toHaveURL(/done=record/)
}

/** Asks for the second paper of a licence exchange again. */
export async function requestHealthPaper(officer: Page, dossierId: string): Promise<void> {
  await officer.goto(desk('/settings'))
  const key = `paper-${licence.papers[1]}`
  const answered = await post(officer, `/dossiers/${dossierId}/request-completion?/send`, {
    item: key,
    [`reason-${key}`]: 'Bản chụp mờ, không đọc được',
    [`basis-${key}`]: 'khoản 1 Điều 21, 12/2025/TT-BCA',
    note: 'Hỏi thêm tại quầy số 3.',
  })
  expect(answered.url).toContain('done=completion')
}
