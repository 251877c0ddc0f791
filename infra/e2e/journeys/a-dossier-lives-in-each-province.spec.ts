import type { Browser, Page } from '@playwright/test'
import { accept, atDesk, grant } from './support/desk.ts'
import { fileLicence } from './support/filing.ts'
import { newCitizen } from './support/people.ts'
import { desk, portal } from './support/places.ts'
import { expect, test } from './support/test.ts'
import { returnResult } from './support/returning.ts'
import { openAccount } from './support/without-pages.ts'

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const pick = (page: Page, name: string) => page.locator('label').getByText(name, { exact: true }).click()

/** A desk without scripts, with the session of an officer. */
async function plainDesk(browser: Browser, province: string, username: string): Promise<Page> {
  const cookies = await (await atDesk(browser, province, username)).context().cookies()
  const context = await browser.newContext({ javaScriptEnabled: false })
  await context.addCookies(cookies)
  return context.newPage()
}

/** Pays online what was asked for, at the gateway that checks signatures. */
async function pay(page: Page, province: string, dossierId: string): Promise<void> {
  await page.goto(portal(province, `/dossiers/${dossierId}/fees`))
  await expect(page.getByRole('main')).toContainText(/135\.000\sđồng/)
  await press(page, 'Thanh toán trực tuyến')
  await page.getByRole('link', { name: /^Sang cổng/ }).click()
  await press(page, 'Thanh toán')
  await expect(page).toHaveURL(/\/dossiers\/[0-9a-f-]{36}\/fees/)
  await expect
    .poll(async () => {
      await page.goto(portal(province, `/dossiers/${dossierId}/fees`))
      return page.getByRole('main').innerText()
    })
    .toContain('Đã nộp 135.000')
}

/** Filed on Friday after hours, accepted at once, five working days: the same day in all of them, by another article. */
const lives = [
  {
    province: 'long-an',
    title:
      'LA19-9.2, LA19-8.3, LA19-10.2a: Long An promises on a slip, compares originals and returns by post',
    choices: { returnChannel: 'postal', paymentChannel: 'online' },
    compares: true,
    scripts: true,
    promised: '17:00 thứ Sáu, 13/03/2026',
    byArticle: 'khoản 2 Điều 23, 30/2019/QĐ-UBND',
  },
  {
    province: 'ha-nam',
    title:
      'HN19-12.1, HN19-10.2b, HN19-10.3a: Hà Nam gives the code at acceptance and returns by post after checking',
    choices: { returnChannel: 'postal', paymentChannel: 'online' },
    compares: false,
    scripts: false,
    promised: '17:00 thứ Sáu, 13/03/2026',
    byArticle: 'điểm a khoản 1 Điều 10, 30/2019/QĐ-UBND',
  },
  {
    province: 'phu-tho',
    title: 'PT20-9.3b, PT20-13.2: Phú Thọ counts from acceptance and returns a level 4 result by post',
    choices: { returnChannel: 'postal', paymentChannel: 'online' },
    compares: false,
    scripts: true,
    promised: '17:00 thứ Sáu, 13/03/2026',
    byArticle: 'điểm b khoản 3 Điều 9, 31/2020/QĐ-UBND',
  },
] as const

for (const { province, title, choices, compares, scripts, promised, byArticle } of lives) {
  test(title, { tag: '@phone' }, async ({ page, browser }) => {
    const citizen = newCitizen('Đinh Thị Vòng Đời')
    await openAccount(page, province, citizen)
    const { dossierId, submissionNo } = await fileLicence(page, citizen, choices)

    await test.step('filed after hours, it is answered by Monday evening', async () => {
      await page.goto(portal(province, `/dossiers/${dossierId}`))
      await expect(page.getByText('17:00 thứ Hai, 09/03/2026').first()).toBeVisible()
    })
    await test.step('a fee due before the result is told, and not asked for before acceptance', async () => {
      await page.goto(portal(province, `/dossiers/${dossierId}/fees`))
      await expect(page.getByRole('main')).toContainText(/Dự kiến phải nộp 135\.000\sđồng/)
      await expect(page.getByRole('button', { name: 'Thanh toán trực tuyến' })).toHaveCount(0)
    })
    const officer = scripts
      ? await atDesk(browser, province, 'canbo.ttpvhcc')
      : await plainDesk(browser, province, 'canbo.ttpvhcc')
    const code =
      await test.step('the officer sees the promise before making it; the slip says the same', async () => {
        await officer.goto(desk(`/dossiers/${dossierId}/accept`))
        await expect(officer.getByRole('main')).toContainText(promised)
        await expect(officer.getByRole('main')).toContainText(byArticle)
        const issued = await accept(officer, dossierId)
        await expect(officer.getByRole('article')).toContainText('GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ')
        await expect(officer.getByRole('article')).toContainText(promised)
        return issued
      })
    await pay(page, province, dossierId)
    await grant(officer, dossierId)
    await test.step('what the law wants before is done, and it is handed over by post with a number', async () => {
      const duties = await returnResult(officer, dossierId, { consignment: 'EB123456789VN' })
      expect(duties.includes('Đối chiếu bản gốc')).toBe(compares)
      expect(duties).not.toContain('Nộp phí, lệ phí')
    })
    await test.step('the applicant sees a life that is over, and could rate it now', async () => {
      await page.goto(portal(province, `/dossiers/${dossierId}`))
      const shown = page.getByRole('main')
      for (const word of [code, 'EB123456789VN', 'Đồng ý giải quyết']) await expect(shown).toContainText(word)
      await expect(shown).toContainText(submissionNo)
      await page.goto(portal(province, `/look-up/${code}`))
      await expect(page.getByRole('main')).toContainText(/Đã trả kết quả|Trước hạn/)
    })
  })
}
