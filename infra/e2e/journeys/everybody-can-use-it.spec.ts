import type { Page } from '@playwright/test'
import { isForEveryone, isForEveryoneHere } from './support/accessible.ts'
import { accept, atDesk, grant, requestHealthPaper } from './support/desk.ts'
import { pdf } from './support/files.ts'
import { draftLicence, fileLicence, licence } from './support/filing.ts'
import { follow, tabTo, typeInto } from './support/keyboard.ts'
import { newCitizen } from './support/people.ts'
import { desk, portal } from './support/places.ts'
import { expect, test } from './support/test.ts'
import { openAccount, post } from './support/without-pages.ts'

const choices = { returnChannel: 'postal', paymentChannel: 'online' }
const longName = 'Công Tằng Tôn Nữ Hoàng Thị Phương Khánh Ngọc Bảo Trân'

for (const [language, prefix] of [
  ['Vietnamese', ''],
  ['English', '/en'],
] as const) {
  const how = { translated: language !== 'Vietnamese' }

  test(`every page for visitors is for everybody, in ${language}`, async ({ page, browser }) => {
    test.setTimeout(150_000)
    const citizen = newCitizen(longName)
    await openAccount(page, 'long-an', citizen)
    const { dossierId } = await fileLicence(page, citizen, choices)
    const officer = await atDesk(browser, 'long-an', 'canbo.ttpvhcc')
    const code = await accept(officer, dossierId)
    await page.context().clearCookies()

    for (const path of [
      '/',
      '/procedures?q=dat+dai',
      '/procedures?q=khongcothutucnay&level=4',
      '/procedures/1.013978',
      `/procedures/${licence.code}/start`,
      '/register',
      '/sign-in?next=/dossiers',
      '/look-up?code=',
      `/look-up/${code}`,
      '/look-up/H39.00-000000-0000',
      '/guide',
      '/agencies',
      '/accessibility',
      '/khong-co-trang-nay',
    ])
      await isForEveryone(page, portal('long-an', prefix + path), how)
    for (const path of ['/', `/procedures/${licence.code}`, '/register', '/sign-in'])
      await isForEveryone(page, portal('tuyen-quang', prefix + path), how)

    await page.goto(portal('long-an', `${prefix}/register`))
    await page.locator('main form button').last().click()
    await expect(page.getByRole('alert')).toBeVisible()
    await isForEveryoneHere(page, how)
  })

  test(`every page for an applicant is for everybody, in ${language}`, async ({ page, browser }) => {
    test.setTimeout(150_000)
    const citizen = newCitizen(longName)
    await openAccount(page, 'long-an', citizen)
    const asked = await fileLicence(page, citizen, choices)
    const answered = await fileLicence(page, citizen, choices)
    const waiting = await fileLicence(page, citizen, choices)
    const draft = await draftLicence(page, citizen, choices)
    const land = new URL((await post(page, '/procedures/1.013978/start', {})).url).pathname
    const officer = await atDesk(browser, 'long-an', 'canbo.ttpvhcc')
    await requestHealthPaper(officer, asked.dossierId)
    await accept(officer, answered.dossierId)
    await grant(officer, answered.dossierId)

    for (const path of [
      land,
      `${land}/case`,
      `${land}/form/land-parcel`,
      `${draft}/form/agency`,
      `${draft}/form/applicant`,
      `${draft}/form/request`,
      `${draft}/papers`,
      `${draft}/return`,
      `${draft}/payment`,
      `${draft}/check`,
      `${draft}/discard`,
      '/dossiers',
      `/dossiers/${waiting.dossierId}/confirmation`,
      `/dossiers/${asked.dossierId}`,
      `/dossiers/${asked.dossierId}/completion`,
      `/dossiers/${answered.dossierId}`,
      `/dossiers/${answered.dossierId}/slips/receipt`,
    ])
      await isForEveryone(page, portal('long-an', prefix + path), how)

    await page.goto(portal('long-an', `${prefix}${land}/form/applicant`))
    await page.locator('#birthDate').fill('41')
    await page.locator('main form button').last().click()
    await expect(page.getByRole('alert')).toBeVisible()
    await isForEveryoneHere(page, how)
  })

  test(`every page of the desk is for everybody, in ${language}`, async ({ page, browser }) => {
    test.setTimeout(150_000)
    const citizen = newCitizen(longName)
    await openAccount(page, 'long-an', citizen)
    const asked = await fileLicence(page, citizen, choices)
    const answered = await fileLicence(page, citizen, choices)
    const running = await fileLicence(page, citizen, choices)
    const waiting = await fileLicence(page, citizen, choices)
    const officer = await atDesk(browser, 'long-an', 'canbo.ttpvhcc')
    await requestHealthPaper(officer, asked.dossierId)
    for (const { dossierId } of [running, answered]) await accept(officer, dossierId)
    await grant(officer, answered.dossierId)
    await officer.goto(desk(`/dossiers/${waiting.dossierId}/papers`))
    const view = await officer.getByRole('link', { name: 'kham-suc-khoe.png' }).first().getAttribute('href')

    for (const path of [
      '/queues/new',
      '/queues/processing',
      '/queues/done?q=khongco',
      `/dossiers/${waiting.dossierId}`,
      `/dossiers/${waiting.dossierId}/papers${view}`,
      `/dossiers/${waiting.dossierId}/clocks`,
      `/dossiers/${waiting.dossierId}/log`,
      `/dossiers/${waiting.dossierId}/accept`,
      `/dossiers/${waiting.dossierId}/refuse`,
      `/dossiers/${asked.dossierId}`,
      `/dossiers/${asked.dossierId}/supply`,
      `/dossiers/${running.dossierId}/record-result`,
      `/dossiers/${running.dossierId}/slips/receipt`,
      `/dossiers/${answered.dossierId}`,
      '/counter?q=ho+tich',
      `/counter/${licence.code}`,
      '/settings',
      '/khong-co-trang-nay',
    ])
      await isForEveryone(officer, desk(prefix + path), how)

    await officer.goto(desk(`${prefix}/dossiers/${waiting.dossierId}/request-completion`))
    await officer.locator('.item label').first().click()
    await officer.locator('main form button').last().click()
    await expect(officer.getByRole('alert')).toBeVisible()
    await isForEveryoneHere(officer, how)
    await officer.context().clearCookies()
    await isForEveryone(officer, desk(`${prefix}/sign-in`), how)
  })
}

test('a dossier is filed with the keyboard alone', async ({ page }) => {
  const citizen = newCitizen()
  await openAccount(page, 'long-an', citizen)
  const press = (name: string) => follow(page, page.getByRole('button', { name, exact: true }))
  const next = () => press('Tiếp tục')

  await page.goto(`/procedures/${licence.code}/start`)
  await press('Bắt đầu')
  await follow(page, page.getByRole('link', { name: 'Làm tiếp' }))
  await typeInto(page, 'Ông/bà nộp hồ sơ cho cơ quan nào?', 'Trung')
  await next()
  await typeInto(page, 'Ngày', '27')
  await typeInto(page, 'Tháng', '3')
  await typeInto(page, 'Năm', '1985')
  await next()
  await next()
  await typeInto(page, 'Địa chỉ cư trú', citizen.address)
  await next()
  await typeInto(page, 'Ông/bà đề nghị cơ quan giải quyết việc gì?', 'Đổi giấy phép lái xe hạng B.')
  await next()
  for (const paper of licence.papers) {
    await tabTo(page, page.locator(`#paper-${paper}`))
    const chosen = page.waitForEvent('filechooser')
    await page.keyboard.press('Enter')
    await (await chosen).setFiles(pdf(`${paper}.pdf`))
    await expect(page.getByRole('link', { name: `${paper}.pdf` })).toBeVisible()
  }
  await next()
  await tabTo(page, page.getByLabel('Tại Bộ phận Một cửa'))
  await page.keyboard.press('ArrowDown')
  await expect(page.getByLabel('Dịch vụ bưu chính công ích')).toBeChecked()
  await next()
  await tabTo(page, page.getByLabel('Tại Bộ phận Một cửa'))
  await page.keyboard.press('Space')
  await next()
  await press('Nộp hồ sơ')
  await expect(page.getByRole('heading', { level: 1, name: 'Đã nộp hồ sơ' })).toBeVisible()
})

test('the first Tab on a page leads past its head to its content', async ({ page }) => {
  await page.goto('/procedures')
  const skip = page.getByRole('link', { name: 'Đến nội dung chính' })
  await tabTo(page, skip)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('Từ cần tìm')).toBeFocused()
})
