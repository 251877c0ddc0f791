import type { Page } from '@playwright/test'
import { atDesk } from './support/desk.ts'
import { draftLicence, submitted } from './support/filing.ts'
import { newCitizen } from './support/people.ts'
import { desk, portal } from './support/places.ts'
import { expect, hydrated, test } from './support/test.ts'
import { openAccount, post } from './support/without-pages.ts'

const submit = (page: Page) => page.getByRole('button', { name: 'Nộp hồ sơ' })
const choices = { returnChannel: 'postal', paymentChannel: 'online' }

test('pressing the button twice files one dossier', { tag: '@phone' }, async ({ page, browser }) => {
  const citizen = newCitizen('Lê Bấm Hai')
  await openAccount(page, 'long-an', citizen)
  const draft = await draftLicence(page, citizen, choices)
  await page.goto(`${draft}/check`)
  await hydrated(page)
  await submit(page).dblclick()
  await expect(page.getByRole('heading', { level: 1, name: 'Đã nộp hồ sơ' })).toBeVisible()
  const filed = page.url()

  await page.goto('/dossiers')
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1)
  await page.goto(`${draft}/check`)
  await expect(page, 'the draft leads to its dossier').toHaveURL(filed)

  const officer = await atDesk(browser, 'long-an', 'canbo.ttpvhcc')
  const submissionNo = (await page.title()).match(/\d{6}-\w{4}-\w{4}/)![0]
  await officer.goto(desk(`/queues/new?q=${submissionNo}`))
  await expect(officer.getByRole('row')).toHaveCount(2)
})

test('a submission sent ten times at once, and replayed later, is one dossier', async ({ page }) => {
  const citizen = newCitizen('Lê Gửi Lại')
  await openAccount(page, 'long-an', citizen)
  const draft = await draftLicence(page, citizen, choices)
  const atOnce = await Promise.all(Array.from({ length: 10 }, () => post(page, `${draft}/check`, {})))
  const later = await post(page, `${draft}/check`, {})
  const numbers = new Set([...atOnce, later].map((answered) => submitted(answered).submissionNo))
  expect(numbers.size).toBe(1)
  await page.goto('/dossiers')
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1)
})

test('two tabs with the same draft file one dossier, and both come to its confirmation', async ({ page }) => {
  const citizen = newCitizen('Lê Hai Thẻ')
  await openAccount(page, 'long-an', citizen)
  const draft = await draftLicence(page, citizen, choices)
  const other = await page.context().newPage()
  for (const tab of [page, other]) await tab.goto(portal('long-an', `${draft}/check`))
  await submit(page).click()
  await expect(page).toHaveURL(/\/confirmation$/)
  await submit(other).click()
  await expect(other).toHaveURL(page.url())
})
