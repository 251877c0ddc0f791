import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { accept, atDesk } from './support/desk.ts'
import { draftLicence, fileLicence } from './support/filing.ts'
import { newCitizen } from './support/people.ts'
import { desk, portal } from './support/places.ts'
import { expect, test } from './support/test.ts'
import { openAccount } from './support/without-pages.ts'

const choices = { returnChannel: 'postal', paymentChannel: 'online' }

test('another person’s dossier, draft, file and slip are to everybody else what does not exist', async ({
  page,
  browser,
}) => {
  const owner = newCitizen('Nguyễn Thị Chủ')
  await openAccount(page, 'long-an', owner)
  const { dossierId } = await fileLicence(page, owner, choices)
  const draft = await draftLicence(page, owner, choices)
  await accept(await atDesk(browser, 'long-an', 'canbo.ttpvhcc'), dossierId)
  await page.goto(portal('long-an', `/dossiers/${dossierId}`))
  const file = (await page.getByRole('link', { name: 'don-de-nghi.pdf' }).getAttribute('href'))!
  const own = [
    `/dossiers/${dossierId}`,
    `/dossiers/${dossierId}/confirmation`,
    `/dossiers/${dossierId}/slips/receipt`,
    `/dossiers/${dossierId}/slips/receipt.pdf`,
    `${draft}/check`,
    `${draft}/papers`,
    file,
  ]
  for (const path of own) expect((await answerTo(page, path)).status, path).toBe(200)

  const neighbour = await (await browser.newContext()).newPage()
  await openAccount(neighbour, 'long-an', newCitizen('Trần Văn Kế Bên'))
  for (const path of own) await isNothing(neighbour, path)

  const elsewhere = await (await browser.newContext()).newPage()
  await openAccount(elsewhere, 'phu-tho', newCitizen('Trần Văn Tỉnh Khác'))
  for (const path of own) await isNothing(elsewhere, path)
})

test('a session of one province is nobody’s in another', async ({ page, browser }) => {
  await openAccount(page, 'phu-tho', newCitizen())
  const context = await browser.newContext()
  const cookies = await page.context().cookies()
  await context.addCookies(cookies.map((cookie) => ({ ...cookie, domain: 'long-an.localhost' })))
  const thief = await context.newPage()
  await thief.goto(portal('long-an', '/dossiers'))
  await expect(thief).toHaveURL(/\/sign-in\?next=/)
})

test('a dossier is not found by officers of another province or of another body, nor its code by another portal', async ({
  page,
  browser,
}) => {
  const citizen = newCitizen()
  await openAccount(page, 'long-an', citizen)
  const { dossierId } = await fileLicence(page, citizen, choices)
  const officer = await atDesk(browser, 'long-an', 'canbo.ttpvhcc')
  const code = await accept(officer, dossierId)

  for (const [province, username] of [
    ['phu-tho', 'canbo.ttpvhcc'],
    ['long-an', 'canbo.tan-an'],
  ] as const) {
    const stranger = await atDesk(browser, province, username)
    for (const path of ['', '/papers', '/slips/receipt', '/record-result']) {
      await stranger.goto(desk(`/dossiers/${dossierId}${path}`))
      await expect(stranger.getByRole('heading', { level: 1 })).toHaveText(
        'Không tìm thấy trang hoặc hồ sơ này',
      )
      await isNothing(stranger, `/dossiers/${dossierId}${path}`)
    }
    await isNothing(stranger, `/slips/${dossierId}/receipt.pdf`)
    await stranger.goto(desk(`/queues/processing?q=${code}`))
    await expect(stranger.getByText(`Mục này không có hồ sơ nào khớp “${code}”`)).toBeVisible()
  }

  await page.goto(portal('phu-tho', `/look-up/${code}`))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Không tìm thấy hồ sơ')
})

test('a stranger who tries code after code is stopped, and told so', async ({ page }) => {
  await page.goto(portal('long-an', '/look-up'))
  const tried = await page.evaluate(async () => {
    const statuses: number[] = []
    for (let n = 1; n <= 31; n++) {
      const response = await fetch(`/look-up/H39.02-260306-${String(n).padStart(4, '9')}`)
      statuses.push(response.status)
    }
    return statuses
  })
  expect(tried).toEqual([...Array<number>(30).fill(200), 429])
  await page.goto(portal('long-an', '/look-up/H39.02-260306-0001'))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đã thử quá nhiều lần')
  await expect(page.getByRole('main')).toContainText('Xin thử lại sau 1 phút.')
})

/** An address answers as one made up on the spot does: same status, same words. */
async function isNothing(page: Page, path: string): Promise<void> {
  const invented = path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, randomUUID())
  const [there, nowhere] = [await answerTo(page, path), await answerTo(page, invented)]
  expect(there.status, path).toBe(404)
  expect(there, path).toEqual(nowhere)
}

/** Status and words of an address of the site the page shows. */
function answerTo(page: Page, path: string): Promise<{ status: number; words: string }> {
  return page.evaluate(async (path) => {
    const response = await fetch(path)
    const text = await response.text()
    const main = new DOMParser().parseFromString(text, 'text/html').querySelector('main')
    return { status: response.status, words: main?.innerText ?? '' }
  }, path)
}
