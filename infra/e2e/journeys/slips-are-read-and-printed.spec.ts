import type { Page } from '@playwright/test'
import { isForEveryoneHere } from './support/accessible.ts'
import { accept, atDesk } from './support/desk.ts'
import { fileLicence } from './support/filing.ts'
import { newCitizen } from './support/people.ts'
import { desk, portal } from './support/places.ts'
import { expect, test } from './support/test.ts'
import { openAccount } from './support/without-pages.ts'

test('@phone a dossier’s slips are read, taken along and printed by who they are for: the applicant, the office, everybody', async ({
  page,
  browser,
}) => {
  const citizen = newCitizen('Phan Thị Ngọc Hà')
  await openAccount(page, 'long-an', citizen)
  const { dossierId } = await fileLicence(page, citizen, {
    returnChannel: 'postal',
    paymentChannel: 'online',
  })
  const officer = await atDesk(browser, 'long-an', 'canbo.ttpvhcc')
  await officer.setViewportSize(page.viewportSize()!)
  const code = await accept(officer, dossierId)

  await test.step('TT 03/2025, form 01: the applicant opens the receipt from the dossier', async () => {
    await page.goto(portal('long-an', `/dossiers/${dossierId}`))
    await page.getByRole('link', { name: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', exact: true }).click()
    const slip = page.getByRole('article')
    await expect(slip).toContainText('Mẫu số 01 · Thông tư 03/2025/TT-VPCP')
    await expect(slip).toContainText('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
    await expect(slip).toContainText('Phan Thị Ngọc Hà')
    await fits(page)
    await isForEveryoneHere(page)
    await isPdf(page, `/dossiers/${dossierId}/slips/receipt.pdf`)
  })

  await test.step('the control sheet is the office’s: the applicant neither sees nor finds it', async () => {
    await officer.goto(desk(`/dossiers/${dossierId}/slips`))
    await officer
      .getByRole('link', { name: 'Phiếu kiểm soát quá trình giải quyết hồ sơ', exact: true })
      .click()
    await expect(officer.getByRole('article')).toContainText('Người nộp hồ sơ')
    await fits(officer)
    await isForEveryoneHere(officer)
    await page.goto(portal('long-an', `/dossiers/${dossierId}`))
    await expect(page.getByRole('link', { name: /Phiếu kiểm soát/ })).toHaveCount(0)
    expect((await page.goto(portal('long-an', `/dossiers/${dossierId}/slips/control-sheet`)))?.status()).toBe(
      404,
    )
  })

  await test.step('TT 03/2025, form 07: the register of the day holds the dossier, on A4', async () => {
    await officer.goto(desk('/register'))
    await expect(officer.getByRole('row', { name: new RegExp(code) })).toContainText('Phan Thị Ngọc Hà')
    await fits(officer)
    await isPdf(officer, '/slips/register.pdf')
  })

  await test.step('a period that is none is said beside its field, and what was typed stays', async () => {
    await officer.goto(
      desk('/register?from-day=31&from-month=2&from-year=2026&to-day=1&to-month=3&to-year=2026'),
    )
    await expect(officer.getByRole('alert')).toContainText('Nhập ngày đầu và ngày cuối có thật')
    await expect(officer.getByLabel('Ngày', { exact: true }).first()).toHaveValue('31')
  })
})

/** Nothing stands outside the screen. */
async function fits(page: Page): Promise<void> {
  const [wide, screen] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ])
  expect(wide).toBeLessThanOrEqual(screen!)
}

async function isPdf(page: Page, path: string): Promise<void> {
  const head = await page.evaluate(async (address) => {
    const answer = await fetch(address)
    return [answer.status, answer.headers.get('content-type'), (await answer.text()).slice(0, 5)]
  }, path)
  expect(head).toEqual([200, 'application/pdf', '%PDF-'])
}
