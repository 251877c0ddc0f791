import { pdf, png } from './support/files.ts'
import { licence } from './support/filing.ts'
import { newCitizen } from './support/people.ts'
import { portal } from './support/places.ts'
import { expect, hydrated, test } from './support/test.ts'

test(
  'a dossier is filed in English, and the day of the office and its reason are given in English',
  { tag: '@phone' },
  async ({ page }) => {
    const citizen = newCitizen('Anna Schmidt')
    const pick = (name: string) => page.locator('label').getByText(name, { exact: true }).click()
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
    const next = () => press('Continue')

    await page.goto(`/procedures/${licence.code}`)
    await page.getByRole('link', { name: /^English/ }).click()
    await expect(page).toHaveURL(portal('long-an', `/en/procedures/${licence.code}`))
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await page.getByRole('link', { name: 'File online', exact: true }).click()
    await page.getByRole('link', { name: 'No account yet? Create one' }).click()
    await hydrated(page)
    await page.getByLabel('Full name').fill(citizen.fullName)
    await page.getByLabel('Citizen identity number').fill(citizen.citizenId)
    await page.getByLabel('E-mail address').fill(citizen.email)
    await page.getByLabel('Telephone number').fill(citizen.phone)
    await page.getByLabel('Password').fill(citizen.password)
    await press('Create the account and sign in')
    await press('Start')
    await page.getByRole('link', { name: 'Continue', exact: true }).click()
    await page.getByLabel('Which office do you apply to?').selectOption('ttpvhcc')
    await next()
    await page.getByLabel('Day', { exact: true }).fill('27')
    await page.getByLabel('Month').fill('3')
    await page.getByLabel('Year').fill('1985')
    await next()
    await expect(page.getByLabel('Email address')).toHaveValue(citizen.email)
    await next()
    await page.getByLabel('Residential address').fill(citizen.address)
    await next()
    await page.getByLabel('What do you ask the office to do?').fill('Exchange of a licence of class B.')
    await next()
    await expect(page.getByRole('heading', { level: 1, name: 'Upload the papers' })).toBeVisible()
    await hydrated(page)
    await page.locator(`#paper-${licence.papers[0]}`).setInputFiles(pdf('request.pdf'))
    await expect(page.getByRole('link', { name: 'request.pdf' })).toBeVisible()
    await page.locator(`#paper-${licence.papers[1]}`).setInputFiles(png('health.png'))
    await expect(page.getByRole('link', { name: 'health.png' })).toBeVisible()
    await next()
    await pick('Public postal service')
    await next()
    await pick('Online')
    await next()
    await press('Submit the dossier')

    await expect(page.getByRole('heading', { level: 1, name: 'Dossier submitted' })).toBeVisible()
    await expect(page.locator('time').first()).toHaveText(/17:00\s+Monday, 09\/03\/2026/)
    const because = page.getByRole('listitem')
    await expect(
      because.filter({ hasText: 'so it counts as received on Monday 9 March 2026' }),
    ).toContainText('clause 1, article 9, Decision 30/2019/QĐ-UBND')
    await expect(because.filter({ hasText: 'The office must reply within 8 working hours' })).toContainText(
      'point c, clause 2, article 17, Decree 118/2025/NĐ-CP',
    )
    await expect(because.filter({ hasText: 'lunch break 12:00–13:30' })).toContainText(
      'left out: Saturday 7 March and Sunday 8 March',
    )
  },
)
